import Diagnostics
import Inspections
import TestSupport
import Testing

@testable import ContentLoading

@Suite("Readings by people") struct ReviewedReadingTests {
  private static let head = ReviewedReading.columns.joined(separator: ",") + "\n"
  private let text = SourceText(path: "r.txt", text: "One\nQuality of  practice\nis good, we\n\nfound. is good\nEnd\n")

  @Test func `gives a judgement without a grade the one that the quoted words state`() throws {
    var report = SampleReports.grouped
    #expect(try apply("safety.practice,good,2,practice is good,Ada,2026-03-02,Only reading", to: &report) == nil)
    let judgement = try #require(report.judgements.first { $0.key == "safety.practice" })
    let before = try #require(SampleReports.grouped.judgements.first { $0.key == "safety.practice" })
    #expect(judgement.grade == "good" && judgement.status == .reviewed)
    #expect(judgement.evidence == before.evidence && judgement.reason == before.reason)
    let review = try #require(judgement.review)
    #expect(review.found == .conflict && review.line == 2 && review.quotation == "practice is good")
    #expect(review.by == "Ada" && review.date == CalendarDate(iso: "2026-03-02") && review.why == "Only reading")
  }

  @Test(arguments: [
    (
      "safety.practise,good,2,practice,Ada,2026-03-02,w", "2:7", "the report has no judgement “safety.practise”; it has"
    ),
    (
      "safety.practice,fair,2,practice,Ada,2026-03-02,w", "2:23", "“fair” is no grade of this judgement; it has"
    ),
    ("safety.practice,good,3,practice,Ada,2026-03-02,w", "2:30", "these words don’t begin on line 3 of r.txt"),
    ("safety.practice,good,1,practice,Ada,2026-03-02,w", "2:30", "these words don’t begin on line 1 of r.txt"),
    ("safety.practice,good,4,found. is good,Ada,2026-03-02,w", "2:30", "these words don’t begin on line 4 of r.txt"),
    ("safety.practice,good,99,practice,Ada,2026-03-02,w", "2:31", "these words don’t begin on line 99 of r.txt"),
    ("safety.overall,good,2,practice,Ada,2026-03-02,w", "2:22", "the program reads this judgement by itself, as inad"),
  ])
  func `is an error, and no grade, where it can't be right`(line: String, place: String, message: String) throws {
    var report = SampleReports.grouped
    let problem = try #require(try apply(line, to: &report))
    #expect(report == SampleReports.grouped)
    #expect(problem.code == .falseReading && problem.severity == .error)
    #expect(problem.message.hasPrefix(message))
    #expect(problem.location.map { "\($0.path) \($0.line):\($0.column)" } == "readings.csv \(place)")
  }

  @Test func `changes nothing where the program reads the same`() throws {
    var report = SampleReports.grouped
    let problem = try apply("safety.overall,inadequate,2,practice,Ada,2026-03-02,w", to: &report)
    #expect(problem?.severity == .warning && report == SampleReports.grouped)
  }

  @Test(arguments: [
    ("a.txt,x,good,2,words,,2026-03-02,w", "2:22: the column “by” is empty"),
    ("a.txt,x,good,two,words,A,2026-03-02,w", "2:14: “two” is not the number of a line"),
    ("a.txt,x,good,2,words,A,March,w", "2:24: “March” is not a date YYYY-MM-DD"),
    (
      "a.txt,x,good,2,a,A,2026-03-02,w\na.txt,x,good,2,b,A,2026-03-02,w",
      "3:7: this judgement of the report is given twice here"
    ),
  ])
  func `is an error where it can't be meant`(lines: String, message: String) {
    let problems = ReviewedReading.load(SourceText(path: "readings.csv", text: Self.head + lines + "\n")).problems
    #expect(problems.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0): \($0.message)" } == [message])
  }

  private func apply(_ line: String, to report: inout Report) throws -> Diagnostic? {
    let loaded = ReviewedReading.load(SourceText(path: "readings.csv", text: Self.head + "a.txt,\(line)\n"))
    #expect(loaded.problems == [])
    let framework = SampleFrameworks.all.first { $0.id == "sample-grouped" }
    return try #require(loaded.readings.first).apply(to: &report, text, framework)
  }
}
