internal import CommonMark
internal import ContentLoading
internal import Inspections

/// What every template may use: what the site says of itself, the same on every page.
struct SiteConstants: TemplateContext {
  static let fields: [TemplateField<SiteConstants>] = [
    .text("siteTitle") { $0.configuration.title }, .text("siteDescription") { $0.configuration.description },
    .text("publisher") { $0.configuration.publisher }, .text("contact") { $0.contact },
    .address("contactURL") { $0.contact.map(SiteConstants.address) },
    .text("independence") { $0.configuration.independence }, .list("attribution") { $0.attribution },
    .list("navigation") { $0.navigation.main }, .list("footerNavigation") { $0.navigation.more },
    // Of one authority there is nothing to find.
    .text("finder") { $0.authorities > 1 ? "Find \($0.kind.withArticle)" : nil },
    .text("bodyWord") { $0.kind.name }, .text("bodiesWord") { $0.kind.plural }, .text("bodyTitle") { $0.kind.title },
    .text("bodiesTitle") { $0.kind.pluralTitle }, .text("aBody") { $0.kind.withArticle },
  ]

  /// A line that names where the reports come from.
  struct Attribution: TemplateContext {
    static let fields: [TemplateField<Attribution>] = [.markup("line") { $0.html }]

    fileprivate let html: [UInt8]

    /// Takes a line of Markdown; where it names the Open Government Licence without a link, it gets one.
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

  /// Takes what the publisher configured, the pages that every page links to, how many authorities have reports, and what they are called.
  init(_ configuration: SiteConfiguration, navigation: SiteNavigation, authorities: Int, kind: BodyKind) {
    self.configuration = configuration
    self.navigation = navigation
    self.authorities = authorities
    self.kind = kind
    contact = configuration.contact.map(PlainText.cleaned)
    attribution = configuration.attribution.map(Attribution.init)
  }

  /// The address that a link to a contact leads to.
  static func address(ofContact contact: String) -> String { contact.contains(":") ? contact : "mailto:\(contact)" }
}
