internal import Diagnostics

/// Reads the site's configuration, `Content/site.yaml`.
enum SiteConfigurationLoader {
  private static let keys = [
    "title", "description", "publisher", "contact", "base-url", "accent", "independence", "attribution",
    "bulk-text", "as-of", "publish-originals",
  ]

  /// Returns the configuration in a file, with harmless stand-ins for wrong values. Only the title is required.
  static func load(_ source: SourceText) -> (configuration: SiteConfiguration, problems: [Diagnostic]) {
    let document = YAMLDocument(source)
    guard let root = document.root(keys: keys) else { return (empty, document.problems) }
    func text(_ key: String, _ standard: String) -> String { root.has(key) ? root.text(key) : standard }
    var configuration = SiteConfiguration(
      title: root.text("title"),
      description: text("description", "What inspectors concluded, each grade traced to the lines that state it."),
      publisher: text("publisher", "The publishers of this site"), contact: root.contact("contact"),
      baseURL: baseURL(root), accent: accent(root),
      independence: text(
        "independence",
        "An independent site, which no inspectorate runs or checks; where it differs from an official report, the report "
          + "is right."),
      attribution: root.has("attribution")
        ? root.someTexts("attribution")
        : ["What is quoted is the inspectorates’; each report’s page names its licence."])
    configuration.asOf = root.date("as-of")
    configuration.publishesAllText = publishesAllText(root)
    configuration.publishesOriginals = root.flag("publish-originals")
    return (configuration, document.problems)
  }

  /// The stand-in for a configuration that can't be read; it never reaches a page, since the build has an error.
  static let empty = SiteConfiguration(title: "", description: "", publisher: "", independence: "", attribution: [])

  /// Returns the site's URL. Only this key may have no value: the address may not be known yet.
  private static func baseURL(_ root: YAMLMapping) -> String? {
    guard !root.isBlank("base-url"), let text = root.optionalText("base-url") else { return nil }
    do {
      return try SiteConfiguration.baseURL(from: text)
    } catch {
      root.report("base-url \(error.message)", at: "base-url")
      return nil
    }
  }

  private static func publishesAllText(_ root: YAMLMapping) -> Bool {
    guard let choice = root.optionalText("bulk-text") else { return false }
    if !["open", "all"].contains(choice) { root.report("bulk-text can only be open or all", at: "bulk-text") }
    return choice == "all"
  }

  private static func accent(_ root: YAMLMapping) -> String? {
    guard let colour = root.optionalText("accent") else { return nil }
    if colour.first == "#", colour.utf8.count == 7, colour.dropFirst().allSatisfy(\.isHexDigit) { return colour }
    root.report("accent must be a colour like “#1d5c4d”, in quotation marks", at: "accent")
    return nil
  }
}
