import Foundation
import Inspections
import SiteGeneration
import TestSupport
import Testing

@Suite("Echoes of earlier points") struct EchoTests {
  private static let asked =
    "Make sure that return interviews with runaway teenagers are held promptly and written down."
  private static let filler = [
    "Foster carers like their training.", "Managers visit the teams every week.", "Most classrooms are bright.",
    "The written record is short.", "Interviews with managers were frank.",
  ]

  private static var earlier: Report {
    var report = SampleReports.grouped
    report.recommendations = [Recommendation(text: asked, line: 3)]
    return report
  }

  /// Returns a report of March 2015 with this paragraph as number 6.
  private static func later(on day: Int, _ paragraph: String, count: Int = 1) -> Report {
    var report = earlier
    report.inspection.start = CalendarDate(year: 2015, month: 3, day: day)
    report.inspection.end = CalendarDate(year: 2015, month: 3, day: day)
    report.source.path = "reports/later-\(day).txt"
    report.findings = (filler + Array(repeating: paragraph, count: count)).enumerated().map { index, text in
      Finding(number: index + 1, numbering: .printed, section: ["Findings"], text: text, line: 10 + index)
    }
    return report
  }

  /// Returns the follow-up page of a report, beside a later report with this paragraph as number 6.
  private func page(_ paragraph: String, count: Int = 1) throws -> String {
    let (earlier, later) = (Self.earlier, Self.later(on: 2, paragraph, count: count))
    return try SampleSite.text(
      "authorities/exampleshire/2010-11-29-sample-grouped/follow-up.html", of: [later, earlier])
  }

  @Test func `quote a later passage that shares three unusual words, whatever their endings, and mark them`() throws {
    let page = try page("Runaways wait. A teenager seldom has a prompt return interview. Most do <i>well</i>.")
    #expect(page.contains("<mark>Runaways</mark> wait. A <mark>teenager</mark> seldom has"))
    #expect(page.contains("2015-03-02-sample-grouped/index.html#p6\">"))
    #expect(page.contains(", paragraph 6</a>"))
    #expect(!page.contains("<i>well"))
  }

  @Test func `need three words`() throws {
    #expect(try !page("A teenager had an interview.").contains("<blockquote"))
  }

  @Test func `pass over words that the later report uses often`() throws {
    let often = try page("Runaway teenagers have a return interview.", count: 3)
    #expect(!often.contains("<blockquote"))
  }

  @Test func `count the paragraphs that use a word, however often each does`() throws {
    let page = try page("Runaways, runaways: a teenager, any teenager, needs the teenagers’ return interview.")
    #expect(page.contains("<mark>teenager,</mark>"))
  }

  @Test func `are found where most of the words stand, though some come again later`() throws {
    let page = try page(
      "A runaway teenager has a prompt return interview. Some do well. Others do not. "
        + "A teenager, prompt as ever, told us of a return interview.")
    #expect(page.contains("A <mark>runaway</mark> <mark>teenager</mark> has a"))
  }

  /// Comparing each of thousands of reports of one authority with all before it once took all memory.
  @Test func `are looked for in the twenty reports before`() throws {
    let paragraph = "Runaways wait. A teenager seldom has a prompt return interview."
    let reports = [Self.earlier] + (1...24).map { Self.later(on: $0, paragraph) }
    let files = try SampleSite.files(reports)
    for (day, count) in [(1, 20), (4, 20), (5, 19), (23, 1)] {
      let path = "authorities/exampleshire/2015-03-\(day < 10 ? "0" : "")\(day)-sample-grouped/follow-up.html"
      let page = String(decoding: try #require(files[path]), as: UTF8.self)
      #expect(page.components(separatedBy: "<blockquote").count - 1 == count, "day \(day)")
    }
  }

  @Test func `have no page while nothing is later`() throws {
    let files = try SampleSite.files([SampleReports.grouped])
    #expect(files.keys.allSatisfy { !$0.hasSuffix("follow-up.html") })
  }
}
