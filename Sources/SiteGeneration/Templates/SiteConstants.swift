internal import CommonMark
internal import ContentLoading
internal import Inspections

/// The values for every template: the site's own data, the same on every page.
struct SiteConstants: TemplateContext {
  static let fields: [TemplateField<SiteConstants>] = [
    .text("siteTitle") { $0.configuration.title }, .text("siteDescription") { $0.configuration.description },
    .text("publisher") { $0.configuration.publisher }, .text("contact") { $0.contact },
    .address("contactURL") { $0.contact.map(SiteConstants.address) },
    .text("independence") { $0.configuration.independence }, .list("attribution") { $0.attribution },
    .list("navigation") { $0.navigation.main }, .list("footerNavigation") { $0.navigation.more },
    // With one authority, there is no other to find.
    .text("finder") { $0.authorities > 1 ? "Find \($0.kind.withArticle)" : nil },
    .text("bodyWord") { $0.kind.name }, .text("bodiesWord") { $0.kind.plural }, .text("bodyTitle") { $0.kind.title },
    .text("bodiesTitle") { $0.kind.pluralTitle }, .text("aBody") { $0.kind.withArticle },
  ]

  /// A line that names the source of the reports.
  struct Attribution: TemplateContext {
    static let fields: [TemplateField<Attribution>] = [.markup("line") { $0.html }]

    fileprivate let html: [UInt8]

    /// Renders a line of Markdown; if it names the Open Government Licence without any link, the name becomes a link.
    init(_ line: String) {
      let html = String(decoding: WrittenMarkdown(cleaned: Array(line.utf8)).html, as: UTF8.self)
      let name = "Open Government Licence v3.0"
      guard !html.contains("<a "), let address = DisplayText.licenceAddress(.ogl3) else {
        self.html = Array(html.utf8)
        return
      }
      let link = "<a href=\"\(address)\" rel=\"license\">\(name)</a>"
      self.html = Array(html.replacing(name, with: link, maxReplacements: 1).utf8)
    }
  }

  private let configuration: SiteConfiguration
  private let contact: String?
  private let attribution: [Attribution]
  private let navigation: SiteNavigation
  private let authorities: Int
  private let kind: BodyKind

  /// Creates the values from the configuration, the navigation, and the number and kind of authorities with reports.
  init(_ configuration: SiteConfiguration, navigation: SiteNavigation, authorities: Int, kind: BodyKind) {
    self.configuration = configuration
    self.navigation = navigation
    self.authorities = authorities
    self.kind = kind
    contact = configuration.contact.map(PlainText.cleaned)
    attribution = configuration.attribution.map(Attribution.init)
  }

  /// Returns the URL of a contact.
  static func address(ofContact contact: String) -> String { contact.contains(":") ? contact : "mailto:\(contact)" }
}
