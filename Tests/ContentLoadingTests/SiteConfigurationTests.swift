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
      "5:11: base-url must be an address like https://example.org/ [invalid-key]"
    ),
    ("\"#1d5c4d\"", "red", "6:9: accent must be a colour like “#1d5c4d”, in quotation marks [invalid-key]"),
    ("\"#1d5c4d\"", "#1d5c4d", "6:8: accent is empty [invalid-key]"),
    ("[One line., Another.]", "[]", "8:14: attribution is empty [invalid-key]"),
    (
      "title: Grades", "titel: Grades",
      "1:1: unknown key “titel” in the file; the keys are title, description, publisher, "
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
    ("https://example.org/a?b", nil),
    ("https://example.org/#a", nil),
    ("https://", nil),
    ("https:///a", nil),
    ("https://user@example.org/", nil),
    ("https://exa mple.org/", nil),
    ("https://example.org/\"><script>", nil),
    ("javascript:alert(1)", nil),
    ("//example.org", nil),
    ("", nil),
  ])
  func anAddressIsWholeAndSafeToPutInAPage(text: String, address: String?) {
    #expect(SiteConfiguration.baseURL(from: text) == address)
  }

  private func load(_ text: String) -> (configuration: SiteConfiguration, problems: [Diagnostic]) {
    SiteConfigurationLoader.load(SourceText(path: "site.yaml", text: text))
  }
}
