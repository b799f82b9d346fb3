internal import CommonMark
internal import ContentLoading

/// What every template may use: what the site says of itself, the same on every page.
struct SiteConstants: Sendable {
  /// The names and what they stand for.
  static let vocabulary: [String: TemplateName] = [
    "siteTitle": .text,
    "siteDescription": .text,
    "publisher": .text,
    "contact": .optionalText,
    "contactAddress": .optionalText,
    "independence": .text,
    "attribution": .list(["line": .markup]),
    "navigation": .list(["label": .text, "path": .text]),
    "footerNavigation": .list(["label": .text, "path": .text]),
    "finder": .optionalText,
  ]

  private let configuration: SiteConfiguration
  private let navigation: SiteNavigation
  private let authorities: Int

  /// Takes what the publisher configured, the pages that every page links to, and how many authorities have reports.
  init(_ configuration: SiteConfiguration, navigation: SiteNavigation, authorities: Int) {
    self.configuration = configuration
    self.navigation = navigation
    self.authorities = authorities
  }

  /// The values for mustache.
  var values: [String: Any] {
    var values: [String: Any] = [
      "siteTitle": PlainText.cleaned(configuration.title),
      "siteDescription": PlainText.cleaned(configuration.description),
      "publisher": PlainText.cleaned(configuration.publisher),
      "independence": PlainText.cleaned(configuration.independence),
      "attribution": configuration.attribution.map { ["line": SiteConstants.attribution(PlainText.cleaned($0))] },
      "navigation": SiteConstants.links(navigation.main),
      "footerNavigation": SiteConstants.links(navigation.more),
    ]
    // Of one authority there is nothing to find.
    if authorities > 1 { values["finder"] = "Find an authority" }
    if let contact = configuration.contact.map(PlainText.cleaned), !contact.isEmpty {
      values["contact"] = contact
      values["contactAddress"] = SiteConstants.address(ofContact: contact)
    }
    return values
  }

  /// The address that a link to a contact leads to.
  static func address(ofContact contact: String) -> String { contact.contains(":") ? contact : "mailto:\(contact)" }

  private static func links(_ links: [(label: String, path: String)]) -> [[String: String]] {
    links.map { ["label": PlainText.cleaned($0.label), "path": $0.path] }
  }

  /// A line of attribution, as Markdown; where it names the Open Government Licence without a link, it gets one.
  private static func attribution(_ line: String) -> String {
    let html = MarkdownRenderer().html(line)
    let name = "Open Government Licence v3.0"
    guard !html.contains("<a "), let address = Wording.licenceAddress("ogl-3") else { return html }
    return html.replacing(name, with: "<a href=\"\(address)\" rel=\"license\">\(name)</a>", maxReplacements: 1)
  }
}
