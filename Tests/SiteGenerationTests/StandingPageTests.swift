import Diagnostics
import Inspections
import SiteGeneration
import TestSupport
import Testing

@testable import ContentLoading

@Suite("The page of accessibility") struct AccessibilityPageTests {
  @Test func `is there without anything configured, and claims nothing`() throws {
    let page = try page(AccessibilityStatement())
    #expect(page.contains("No statement of conformance has been made by The Sample Press"))
    #expect(page.contains("What is built into every site"))
    for claim in ["compliant", "was prepared", "tested-", "does not satisfy", "How the site was tested"] {
      #expect(!page.contains(claim), "“\(claim)” is not configured")
    }
    #expect(try SampleSite.text("index.html").contains("href=\"accessibility/index.html\""))
  }

  @Test func `says what is configured and escapes it`() throws {
    let day = try #require(CalendarDate(iso: "2026-01-31"))
    let page = try page(
      AccessibilityStatement(
        organisation: "A & B", contact: "a11y@example.org", conformance: .partial, standard: "WCAG 2.2 <AA>",
        tests: [.init(date: day, by: "Testers", how: "By hand")],
        exceptions: [.init(what: "A film", why: "No captions")],
        enforcement: .init(name: "A service", link: "https://example.org/?a&b"), prepared: day))
    #expect(page.contains("According to A &amp; B, this website is partially compliant with WCAG 2.2 &lt;AA&gt;"))
    #expect(page.contains("<a href=\"mailto:a11y@example.org\">a11y@example.org</a>"))
    #expect(page.contains("<th scope=\"row\">31 January 2026</th><td data-title=\"By\">Testers</td>"))
    #expect(page.contains("<th scope=\"row\">A film</th><td data-title=\"Why\">No captions</td>"))
    #expect(page.contains("<a href=\"https://example.org/?a&amp;b\">A service</a>"))
    #expect(page.contains("This statement was prepared on 31 January 2026."))
    #expect(!page.contains("last reviewed"))
  }

  @Test(arguments: [
    (AccessibilityStatement.Conformance.full, "is fully compliant with X"), (.none, "is not compliant with X"),
  ])
  func `words each claim`(claim: AccessibilityStatement.Conformance, words: String) throws {
    #expect(try page(AccessibilityStatement(conformance: claim, standard: "X")).contains(words))
  }

  @Test func `begins with what the publisher wrote`() throws {
    let own = SourceText(path: "Content/pages/accessibility.md", text: "# For all\n\nOur own words.\n")
    let page = try page(AccessibilityStatement(), pages: [own])
    let words = try #require(page.firstRange(of: "Our own words."))
    let statement = try #require(page.firstRange(of: "id=\"statement\""))
    #expect(words.upperBound < statement.lowerBound)
    #expect(page.contains("<h1>For all</h1>") && !page.contains("Accessibility of this site"))
  }

  private func page(_ statement: AccessibilityStatement, pages: [SourceText] = []) throws -> String {
    let lists = try SampleSite.generator(accessibility: statement, pages: pages).lists
    let files = try lists.flatMap { try $0.make() }
    let file = try #require(files.first { $0.path == "accessibility/index.html" })
    return String(decoding: file.bytes, as: UTF8.self)
  }
}

@Suite("Corrections") struct CorrectionPageTests {
  private let folder = "authorities/exampleshire/2010-11-29-sample-grouped/"

  @Test func `none is said to be none, and no report says otherwise`() throws {
    let page = try SampleSite.text("corrections/index.html")
    #expect(page.contains("No correction has been made."))
    #expect(!page.contains("<table"))
    #expect(try !SampleSite.text(folder + "index.html").contains("Corrected on"))
  }

  @Test func `are listed newest first, each with an address and its report`() throws {
    let page = try page(of: [
      try correction("2026-03-02", "exampleshire-2010.txt"),
      try correction("2026-05-14", "exampleshire-2010-11-29-sample-grouped"),
      try correction("2026-03-02", "exampleshire-2010.txt"),
    ])
    let ids = addresses(in: page)
    #expect(ids.count == 3 && Set(ids).count == 3 && ids.allSatisfy { $0.hasPrefix("c-") })
    #expect(ids[2] == ids[1] + "-2")
    #expect(
      page.contains("<a href=\"../\(folder)index.html\">Exampleshire, Grouped, 29 November to 10 December 2010</a>"))
    #expect(page.contains("<td data-title=\"It said\">&lt;Good&gt;</td><td data-title=\"It says\">Inadequate</td>"))
    #expect(page.contains("A slip. Reported by A reader.</td>"))
  }

  @Test func `keep their addresses whatever stands before them`() throws {
    let lines = try [
      correction("2026-03-02", "exampleshire-2010.txt"),
      correction("2026-03-02", "exampleshire-2010.txt", was: "Adequate"),
    ]
    let added = try correction("2026-01-01", "exampleshire-2010.txt", what: "another")
    let (before, after) = try (page(of: lines), page(of: [added] + lines.reversed()))
    #expect(Array(addresses(in: after).dropLast()) == addresses(in: before).reversed())
  }

  private func addresses(in page: String) -> [String] {
    page.matches(of: #/<tr id="([^"]*)">/#).map { String($0.output.1) }
  }

  @Test func `stand on the page of their report`() throws {
    let corrections = [try correction("2026-03-02", "exampleshire-2010.txt")]
    let generator = try SampleSite.generator(corrections: corrections)
    let pages = try SampleSite.files(generator, of: SampleReports.all).filter {
      $0.key.hasPrefix("authorities/") && String(decoding: $0.value, as: UTF8.self).contains("Corrected on")
    }
    #expect(Array(pages.keys) == [folder + "index.html"])
    let page = String(decoding: try #require(pages[folder + "index.html"]), as: UTF8.self)
    #expect(page.contains("<strong>Corrected on 2 March 2026.</strong> What was wrong: A grade &amp; its line. "))
    let anchor = try #require(addresses(in: self.page(of: corrections)).first)
    #expect(page.contains("href=\"../../../corrections/index.html#\(anchor)\""))
  }

  @Test func `of a report that is not here are a warning, and stay listed`() throws {
    let generator = try SampleSite.generator(corrections: [try correction("2026-03-02", "gone.txt")])
    let problems = generator.problems { SampleSite.read($0, SampleReports.all) }
    #expect(problems.map(\.severity) == [.warning])
    #expect(problems.map(\.code) == [.unknownReport])
    #expect(problems.first?.location == SourceLocation(path: "c.csv", line: 2, column: 12))
    #expect(try page(of: [try correction("2026-03-02", "gone.txt")]).contains("gone.txt, not on this site"))
  }

  @Test func `of one file name that two reports have must say which`() throws {
    var twin = SampleReports.overall
    twin.source.path = "Content/reports/more/exampleshire-2010.txt"
    let generator = try SampleSite.generator(
      [SampleReports.grouped, twin], corrections: [try correction("2026-03-02", "exampleshire-2010.txt")])
    #expect(
      generator.problems { SampleSite.read($0, [SampleReports.grouped, twin]) }.map(\.message) == [
        "2 reports have the file name “exampleshire-2010.txt”; give the id instead"
      ])
  }

  @Test(arguments: [
    ("Keeping safe, Overall effectiveness", "Inadequate", nil), ("Overall effectiveness", "“inadequate.”", nil),
    ("a grade", "Outstanding", "no judgement of the report is shown as outstanding"),
    ("Quality of practice", "Good", "“Keeping safe, Quality of practice” is shown as no grade"),
    ("The day of publication", "2011-01-24", nil),
    (
      "The day of publication", "2012-01-24",
      "the days shown are 29 November 2010, 10 December 2010 and 24 January 2011"
    ),
    ("The words of a paragraph", "what the report prints", nil),
  ])
  func `that say what is not shown are an error`(what: String, now: String, shown: String?) throws {
    let line = try correction("2026-03-02", "exampleshire-2010.txt", what: what, now: now)
    let generator = try SampleSite.generator(corrections: [line])
    let problems = generator.problems { SampleSite.read($0, SampleReports.all) }
    #expect(problems.map(\.code) == (shown == nil ? [] : [.falseCorrection]))
    #expect(problems.first.map { $0.message.hasSuffix("but \(shown ?? "")") } ?? (shown == nil))
  }

  @Test func `that were corrected again need not be true any more`() throws {
    let lines = [
      try correction("2026-03-02", "exampleshire-2010.txt", what: "a grade", now: "Outstanding"),
      try correction("2026-03-09", "exampleshire-2010.txt", what: "a grade", was: "Outstanding", now: "Inadequate"),
    ]
    #expect(try SampleSite.generator(corrections: lines).problems { SampleSite.read($0, SampleReports.all) } == [])
  }

  private func correction(
    _ date: String, _ report: String, what: String = "A grade & its line.", was: String = "<Good>",
    now: String = "Inadequate"
  ) throws -> Correction {
    Correction(
      date: try #require(CalendarDate(iso: date)), report: report, what: what, was: was, now: now, reason: "A slip.",
      reportedBy: "A reader",
      location: SourceLocation(path: "c.csv", line: 2, column: 12))
  }

  private func page(of corrections: [Correction]) throws -> String {
    let files = try SampleSite.generator(corrections: corrections).lists.flatMap { try $0.make() }
    let file = try #require(files.first { $0.path == "corrections/index.html" })
    return String(decoding: file.bytes, as: UTF8.self)
  }
}
