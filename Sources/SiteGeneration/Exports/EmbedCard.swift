internal import ContentLoading
internal import Inspections

/// A small page about an authority's latest inspection, for a frame on another site: the profile with badges, the
/// framework and the day, and a link to the whole report. It needs no script.
struct EmbedCard: TemplateRoot {
  static let template = "embed"
  static let fields: [TemplateField<EmbedCard>] = [
    .text("name") { $0.body.name }, .text("framework") { $0.site.frameworks.name($0.latest.framework) },
    .text("dates") { DisplayText.dates($0.latest.inspection) }, .text("sentence") { $0.site.sentence(of: $0.latest) },
    .address("page") { $0.page }, .address("root") { $0.root },
    .list("profiles") { $0.site.profiles(of: $0.latest, page: $0.page, headingLevel: 2) },
  ]

  let site: Site
  let body: AuthoritySummary

  private var latest: ReportSummary { body.current }

  /// Returns the path of an authority's card.
  static func path(of body: AuthoritySummary) -> String { "embed/\(body.slug).html" }

  /// The page.
  var file: OutputFile { OutputFile(path: EmbedCard.path(of: body), bytes: site.templates.filled(self)) }

  private var root: String { SitePaths.relativeRoot(from: EmbedCard.path(of: body)) }
  private var page: String { root + SitePaths.page(of: latest) }

  /// The HTML that embeds the badge or the card in another page; empty without a base URL, since another site can't
  /// link to this one then.
  ///
  /// The image changes after the next inspection, but alternative text on another site does not: it names the subject.
  var mainSnippets: [Snippet] {
    let badge = snippet("Badge", image: SitePaths.badge(body.slug), showing: "the latest inspection’s grades")
    let card = site.paths.absolute(EmbedCard.path(of: body)).map { address in
      Snippet(
        label: "Card",
        code: "<iframe src=\"\(address)\" title=\"\(MarkupText.escaped(body.name)): latest inspection\" "
          + "width=\"420\" height=\"\(height)\"></iframe>")
    }
    return [badge, card].compactMap { $0 }
  }

  /// The height of the card in a frame 420 pixels wide: each judgement has a title of up to three lines, and a badge.
  private var height: Int {
    420 + 80 * latest.judgements.count + 50 * latest.judgements.runs(by: \.group).count
  }

  /// The HTML that embeds the badge, the card, and the badges of each service and each judgement.
  var snippets: [Snippet] {
    mainSnippets
      + BadgeImage(site: site, body: body).subjects.compactMap { subject in
        subject.title.flatMap { snippet($0, image: subject.path, showing: "\($0), its latest grade") }
      }
  }

  /// Returns the HTML of an image that links to the authority's page.
  private func snippet(_ label: String, image: String, showing what: String) -> Snippet? {
    guard let page = site.paths.absolute(SitePaths.authority(body.slug)), let image = site.paths.absolute(image)
    else { return nil }
    let words = MarkupText.escaped("\(body.name): \(what), as words on \(site.configuration.title)")
    return Snippet(label: label, code: "<a href=\"\(page)\"><img src=\"\(image)\" alt=\"\(words)\"></a>")
  }
}

/// HTML to paste into another page.
struct Snippet: TemplateContext {
  static let fields: [TemplateField<Snippet>] = [.text("label") { $0.label }, .text("code") { $0.code }]

  let label: String
  let code: String
}
