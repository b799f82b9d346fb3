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

  /// The page of what was asked, beside a later report with this paragraph as number 6.
  private func page(_ paragraph: String, daysLater: Bool = true, count: Int = 1) throws -> String {
    var earlier = SampleReports.grouped
    earlier.recommendations = [Recommendation(text: Self.asked, line: 3)]
    var later = SampleReports.grouped
    later.inspection.start = CalendarDate(year: 2015, month: 3, day: 2)
    later.inspection.end = CalendarDate(year: 2015, month: 3, day: 6)
    later.source.path = "reports/later.txt"
    later.findings = (Self.filler + Array(repeating: paragraph, count: count)).enumerated().map { index, text in
      Finding(number: index + 1, numbering: .printed, section: ["Findings"], text: text, line: 10 + index)
    }
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

  @Test func `have no page while nothing is later`() throws {
    let files = try SampleSite.files([SampleReports.grouped])
    #expect(files.keys.allSatisfy { !$0.hasSuffix("follow-up.html") })
  }
}
