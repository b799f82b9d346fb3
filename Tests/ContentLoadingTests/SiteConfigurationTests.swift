import Diagnostics
import Testing

@testable import ContentLoading

@Suite struct SiteConfigurationTests {
  private static let whole = """
    title: Grades
    description: What was found.
    publisher: A charity
    contact: us@example.org
    base-url: https://example.org/grades
    accent: "#1d5c4d"
    independence: We are nobody’s.
    attribution: [One line., Another.]
    """

  @Test func readsEveryKey() {
    let (configuration, problems) = load(SiteConfigurationTests.whole)
    #expect(problems.text == "")
    #expect(
      configuration
        == SiteConfiguration(
          title: "Grades", description: "What was found.", publisher: "A charity", contact: "us@example.org",
          baseURL: "https://example.org/grades/", accent: "#1d5c4d", independence: "We are nobody’s.",
          attribution: ["One line.", "Another."]))
  }

  @Test(arguments: ["", "base-url:", "base-url: \"\""])
  func theAddressMayBeUnknown(line: String) {
    let (configuration, problems) = load(
      SiteConfigurationTests.whole.replacing("base-url: https://example.org/grades", with: line))
    #expect(problems.text == "")
    #expect(configuration.baseURL == nil)
  }

  @Test(arguments: [
    (
      "contact: us@example.org", "contact: somewhere",
      "4:10: contact must be an e-mail address or begin with https:// [invalid-key]"
    ),
    (
      "https://example.org/grades", "example.org",
      "5:11: base-url must be a web address that begins with https:// or http:// [invalid-key]"
    ),
    ("\"#1d5c4d\"", "red", "6:9: accent must be a colour like “#1d5c4d”, in quotation marks [invalid-key]"),
    ("\"#1d5c4d\"", "#1d5c4d", "6:8: accent is empty [invalid-key]"),
    ("[One line., Another.]", "[]", "8:14: attribution is empty [invalid-key]"),
    (
      "title: Grades", "titel: Grades",
      "1:1: unknown key “titel” in the file; did you mean “title”? Known are title, description, publisher, "
        + "contact, base-url, accent, independence, attribution, bulk-text, as-of, "
        + "publish-originals [invalid-key]\n"
        + "site.yaml:1:1: missing key “title” in the file [invalid-key]"
    ),
  ])
  func saysWhatIsWrongAndWhere(change: String, to replacement: String, problem: String) {
    let (_, problems) = load(SiteConfigurationTests.whole.replacing(change, with: replacement))
    #expect(problems.text == "site.yaml:\(problem)")
  }

  @Test(arguments: [
    ("https://example.org", "https://example.org/"),
    ("HTTP://example.org:8080/a/b/", "http://example.org:8080/a/b/"),
    ("http://localhost:8000", "http://localhost:8000/"),
    ("https://xn--caf-dma.example", "https://xn--caf-dma.example/"),
  ])
  func anAddressIsWhole(text: String, address: String) throws {
    #expect(try SiteConfiguration.baseURL(from: text) == address)
  }

  @Test(arguments: [
    ("https://example.org/a?b", "has a “?”"), ("https://example.org/#a", "has a “#”"), ("https://", "names no host"),
    ("https:///a", "names no host"), ("https://user@example.org/", "has a “@”"),
    ("https://exa mple.org/", "has a blank"), ("https://example.org/\"><script>", "has a blank or a mark"),
    ("javascript:alert(1)", "must be a web address"), ("//example.org", "must be a web address"),
    ("", "must be a web address"), ("https://café.example/", "names a host beyond ASCII"),
    ("https://example.org/café", "has letters beyond ASCII"), ("https://example.org//", "has “//”"),
    ("https://example.org/a//b", "has “//”"), ("https://example.org/../a/", "has “//”"),
    ("https://example.org/a/.", "has “//”"),
  ])
  func anAddressThatIsNoneIsRefusedWithItsReason(text: String, reason: String) {
    let error = #expect(throws: SiteConfiguration.BaseURLProblem.self) { try SiteConfiguration.baseURL(from: text) }
    #expect(error?.message.hasPrefix(reason) == true, "\(text): \(error?.message ?? "")")
  }

  @Test(arguments: [
    "javascript:alert@1", "mailto:a@b", "a@b?cc=x", "a@b<c>", "https://", "data:text/html;x@y", "a@b&c", "@b", "a@",
  ])
  func aContactIsAnAddressAndNothingElse(contact: String) {
    let (configuration, problems) = load(
      SiteConfigurationTests.whole.replacing("us@example.org", with: "\"\(contact)\""))
    #expect(problems.count == 1 && configuration.contact == nil, "\(contact)")
  }

  @Test(arguments: ["us+site@example.org", "o'hara_1@exämple.org", "https://example.org/contact?a=b"])
  func aContactMayBeAnyAddressOfMailOrWeb(contact: String) {
    #expect(
      load(SiteConfigurationTests.whole.replacing("us@example.org", with: contact)).configuration.contact == contact)
  }

  @Test(arguments: ["2024", "1.10", "2026-01-31", "yes", "0o17", "1_000", "12:30:45", "1e3", "0x1F", "no"])
  func aTitleIsWhatIsWrittenWhateverYAMLMakesOfIt(title: String) {
    let (configuration, problems) = load("title: \(title)")
    #expect(problems.text == "" && configuration.title == title)
  }

  @Test(arguments: [
    "as-of: 2026-1-31", "as-of: 2026-01-31T00:00:00Z", "as-of: 20260131", "as-of: 2026-02-30", "as-of: 2026-+1-31",
  ])
  func aDayIsWrittenOneWay(line: String) {
    let (configuration, problems) = load("title: Mine\n\(line)")
    #expect(problems.count == 1 && configuration.asOf == nil)
  }

  @Test(arguments: ["title: Mine", "# Ours\ntitle: \"Mine\"\n", "title: 2024\nas-of: 2026-01-31"])
  func onlyTheTitleIsNeeded(text: String) {
    let (configuration, problems) = load(text)
    #expect(problems.text == "" && configuration.contact == nil && configuration.baseURL == nil)
    #expect(["Mine", "2024"].contains(configuration.title) && !configuration.independence.isEmpty)
    #expect(configuration.attribution.count == 1)
  }

  private func load(_ text: String) -> (configuration: SiteConfiguration, problems: [Diagnostic]) {
    SiteConfigurationLoader.load(SourceText(path: "site.yaml", text: text))
  }
}
