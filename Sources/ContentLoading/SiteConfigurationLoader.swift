internal import Diagnostics

/// Reads the site's configuration, `Content/site.yaml`.
enum SiteConfigurationLoader {
  private static let keys = [
    "title", "description", "publisher", "contact", "base-url", "accent", "independence", "attribution",
    "bulk-text", "as-of", "publish-originals",
  ]

  /// The configuration in a file, with harmless stand-ins for what is wrong with it.
  static func load(_ source: SourceText) -> (configuration: SiteConfiguration, problems: [Diagnostic]) {
    let document = YAMLDocument(source)
    guard let root = document.root(keys: keys) else { return (empty, document.problems) }
    var configuration = SiteConfiguration(
      title: root.text("title"), description: root.text("description"), publisher: root.text("publisher"),
      contact: root.contact("contact"), baseURL: baseURL(root), accent: accent(root),
      independence: root.text("independence"),
      attribution: root.someTexts("attribution"))
    configuration.asOf = root.date("as-of")
    configuration.publishesAllText = publishesAllText(root)
    configuration.publishesOriginals = root.flag("publish-originals")
    return (configuration, document.problems)
  }

  /// What stands in for a configuration that can't be read; it never reaches a page, since the build has an error.
  static let empty = SiteConfiguration(title: "", description: "", publisher: "", independence: "", attribution: [])

  /// The one key that may stand without a value: a site whose address is not known yet.
  private static func baseURL(_ root: YAMLMapping) -> String? {
    guard !root.isBlank("base-url"), let text = root.optionalText("base-url") else { return nil }
    let address = SiteConfiguration.baseURL(from: text)
    if address == nil { root.report("base-url must be an address like https://example.org/", at: "base-url") }
    return address
  }

  private static func publishesAllText(_ root: YAMLMapping) -> Bool {
    guard let choice = root.optionalText("bulk-text") else { return false }
    if !["open", "all"].contains(choice) { root.report("bulk-text must be open or all", at: "bulk-text") }
    return choice == "all"
  }

  private static func accent(_ root: YAMLMapping) -> String? {
    guard let colour = root.optionalText("accent") else { return nil }
    if colour.first == "#", colour.utf8.count == 7, colour.dropFirst().allSatisfy(\.isHexDigit) { return colour }
    root.report("accent must be a colour like “#1d5c4d”, in quotation marks", at: "accent")
    return nil
  }
}
