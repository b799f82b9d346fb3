import Diagnostics
import Inspections
import Testing

@testable import ContentLoading

@Suite("What was published") struct PublishedReportTests {
  private static let day = "2026-03-02,shire/2010-11-29-a"

  @Test func `is read line by line`() throws {
    let (reports, problems) = load(
      "\(Self.day),old-shire/2010-11-29-a,a.txt,abc,x.one=good; x.two=widespread and/or = failings\n\(Self.day),,a.txt,,\n"
    )
    #expect(problems == [])
    let day = try #require(CalendarDate(iso: "2026-03-02"))
    #expect(
      reports == [
        PublishedReport(
          date: day, address: "shire/2010-11-29-a", former: "old-shire/2010-11-29-a", file: "a.txt", sha256: "abc",
          judgements: ["x.one": "good", "x.two": "widespread and/or = failings"]),
        PublishedReport(date: day, address: "shire/2010-11-29-a", file: "a.txt"),
      ])
  }

  @Test(arguments: [
    (",shire/a,,,,", "2:1: the column “date” is empty"),
    ("2 March,shire/a,,,,", "2:1: “2 March” is not a date YYYY-MM-DD"),
    ("2026-03-02,../a,,,,", "2:12: “../a” is no address AUTHORITY/START-FRAMEWORK"),
    ("2026-03-02,shire/a/b,,,,", "2:12: “shire/a/b” is no address AUTHORITY/START-FRAMEWORK"),
    ("\(day),shire,,,", "2:31: “shire” is no address AUTHORITY/START-FRAMEWORK"),
    ("\(day),,a.txt,abc,one=good; two", "2:42: “two” has no “=” between a judgement and its grade"),
  ])
  func `is an error where it can't be meant`(line: String, message: String) {
    let (reports, problems) = load(line + "\n")
    #expect(reports == [])
    #expect(problems.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0): \($0.message)" } == [message])
  }

  private func load(_ lines: String) -> (reports: [PublishedReport], problems: [Diagnostic]) {
    PublishedReport.load(
      SourceText(path: "published.csv", text: "date,report,former,file,sha256,judgements\n" + lines))
  }
}
