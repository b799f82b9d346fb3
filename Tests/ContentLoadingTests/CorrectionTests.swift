import Diagnostics
import Inspections
import TestSupport
import Testing

@testable import ContentLoading

@Suite("Corrections")
struct CorrectionTests {
  private static let header = "date,report,what,was,is,reason,reported_by\n"

  @Test("are read with the place they are recorded at")
  func reads() throws {
    let (corrections, problems) = load("2026-03-02,a.txt,\"A grade, wrong\",Good,Inadequate,A slip,\n")
    #expect(problems.text == "")
    #expect(
      corrections == [
        Correction(
          date: try #require(CalendarDate(iso: "2026-03-02")), report: "a.txt", what: "A grade, wrong", was: "Good",
          now: "Inadequate", reason: "A slip", location: SourceLocation(path: "c.csv", line: 2, column: 12))
      ])
  }

  @Test(
    "are left out where a line is wrong, and the place is told",
    arguments: [
      ("2026-02-30,a,b,c,d,e,", "2:1: “2026-02-30” is not a date YYYY-MM-DD [invalid-csv]"),
      ("2026-03-02,a,b,,d,e,f", "2:16: the column “was” is empty [invalid-csv]"),
      (
        "2026-03-02,,b,c,d,,f",
        "2:12: the column “report” is empty [invalid-csv]\nc.csv:2:19: the column “reason” is empty [invalid-csv]"
      ),
      ("2026-03-02,a,b,c", "2:1: the line has 4 fields, and the header names 7 [invalid-csv]"),
    ])
  func mistakes(line: String, problem: String) {
    let (corrections, problems) = load(line + "\n2026-03-02,a,b,c,d,e,f\n")
    #expect(problems.text == "c.csv:\(problem)")
    #expect(corrections.map(\.reportedBy) == ["f"])
  }

  @Test("a wrong header is told")
  func header() {
    let loaded = Correction.load(SourceText(path: "c.csv", text: "date,report,what,was,now,reason,reported_by\n"))
    #expect(
      loaded.problems.text
        == "c.csv:1:22: unknown column “now”; known are date, report, what, was, is, reason, "
        + "reported_by [invalid-key]\nc.csv:1:1: missing column “is” [invalid-key]")
  }

  @Test("what ships records none")
  func shipped() throws {
    #expect(try ContentLoader.load(directory: packageFolder + "/Content").corrections.isEmpty)
  }

  private func load(_ lines: String) -> (corrections: [Correction], problems: [Diagnostic]) {
    Correction.load(SourceText(path: "c.csv", text: Self.header + lines))
  }
}
