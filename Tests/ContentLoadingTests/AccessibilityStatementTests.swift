import Diagnostics
import Inspections
import TestSupport
import Testing

@testable import ContentLoading

@Suite("The statement of accessibility")
struct AccessibilityStatementTests {
  private static let whole = """
    organisation: A council
    contact: us@example.org
    conformance: partial
    standard: WCAG 2.2 AA
    tested: [{date: 2026-01-31, by: Testers, how: By hand}]
    exceptions: [{what: A film, why: No captions, alternative: A transcript}, {what: A map, why: Old}]
    enforcement: {name: A service, link: "https://example.org/help"}
    prepared: 2026-02-01
    reviewed: 2026-03-01
    """

  @Test("reads every key")
  func everyKey() throws {
    let (statement, problems) = load(Self.whole)
    #expect(problems.text == "")
    #expect(
      statement
        == AccessibilityStatement(
          organisation: "A council", contact: "us@example.org", conformance: .partial, standard: "WCAG 2.2 AA",
          tests: [.init(date: try #require(CalendarDate(iso: "2026-01-31")), by: "Testers", how: "By hand")],
          exceptions: [
            .init(what: "A film", why: "No captions", alternative: "A transcript"), .init(what: "A map", why: "Old"),
          ],
          enforcement: .init(name: "A service", link: "https://example.org/help"),
          prepared: CalendarDate(iso: "2026-02-01"), reviewed: CalendarDate(iso: "2026-03-01")))
  }

  @Test("states nothing that is not there")
  func nothing() {
    let (statement, problems) = load("conformance:\n", siteContact: nil)
    #expect(problems.text == "")
    #expect(statement == AccessibilityStatement())
  }

  @Test(
    "says what is wrong and where",
    arguments: [
      (
        "organisation:", "organization:",
        "1:1: unknown key “organization” in the file; did you mean “organisation”? Known are organisation, contact, conformance, standard, tested, "
          + "exceptions, enforcement, prepared, reviewed [invalid-key]"
      ),
      ("us@example.org", "here", "2:10: contact must be an e-mail address or begin with https:// [invalid-key]"),
      ("partial", "mostly", "3:14: conformance can’t be “mostly”; known are full, partial, none [invalid-key]"),
      ("partial", "full", "6:13: with exceptions the conformance is partial or none, not full [invalid-key]"),
      (
        "standard: WCAG 2.2 AA", "",
        "3:14: a statement of conformance names the standard it is measured against: add “standard” [invalid-key]"
      ),
      (
        "[{what: A film, why: No captions, alternative: A transcript}, {what: A map, why: Old}]", "[]",
        "3:14: partial conformance says what does not conform: add “exceptions” [invalid-key]"
      ),
      ("date: 2026-01-31, ", "", "5:10: missing key “date” in tested[1] [invalid-key]"),
      ("2026-01-31", "soon", "5:17: tested[1].date must be a date YYYY-MM-DD, not “soon” [invalid-key]"),
      (", why: Old", "", "6:75: missing key “why” in exceptions[2] [invalid-key]"),
      ("\"https://example.org/help\"", "\"javascript:x\"", "7:38: link must begin with https:// [invalid-key]"),
      ("2026-03-01", "2026-01-01", "9:11: the statement was reviewed before it was prepared [invalid-key]"),
    ])
  func mistakes(change: String, replacement: String, problem: String) {
    let (statement, problems) = load(Self.whole.replacing(change, with: replacement))
    #expect(problems.text == "accessibility.yaml:\(problem)")
    #expect(statement == AccessibilityStatement())
  }

  @Test("a claim without anybody to write to is an error where it is made", arguments: ["full", "none"])
  func contact(claim: String) throws {
    let text = "standard: WCAG 2.2 AA\nconformance: \(claim)\n"
    #expect(load(text, siteContact: "us@example.org").problems.text == "")
    #expect(
      load(text, siteContact: nil).problems.text
        == "accessibility.yaml:2:14: a statement of conformance needs a contact, here or in site.yaml, for readers whom it "
        + "fails [invalid-key]")

    let folder = try TemporaryFolder()
    try folder.write("accessibility.yaml", text)
    let content = try ContentLoader.load(directory: folder.path, defaults: packageFolder + "/Content")
    #expect(content.diagnostics.map { $0.location?.path } == [folder.path("accessibility.yaml")])
    #expect(content.diagnostics.map { $0.location?.line } == [2])
  }

  @Test("what ships makes no claim")
  func shipped() throws {
    #expect(try ContentLoader.load(directory: packageFolder + "/Content").accessibility == AccessibilityStatement())
  }

  private func load(
    _ text: String, siteContact: String? = nil
  ) -> (statement: AccessibilityStatement, problems: [Diagnostic]) {
    AccessibilityStatement.load(SourceText(path: "accessibility.yaml", text: text), siteContact: siteContact)
  }
}
