internal import ContentLoading

/// A small page about an authority's latest inspection, for a frame on another site: the profile with badges, the
/// framework and the day, and the way to the whole report. It needs no script.
struct EmbedCard: TemplateRoot {
  static let template = "embed"
  static let fields: [TemplateField<EmbedCard>] = [
    .text("name") { $0.body.name }, .text("framework") { $0.kit.frameworks.name($0.latest.framework) },
    .text("dates") { Wording.dates($0.latest.inspection) }, .text("sentence") { $0.kit.sentence(of: $0.latest) },
    .address("page") { $0.page }, .address("root") { $0.root },
    .list("profiles") { $0.kit.profiles(of: $0.latest, page: $0.page, headingLevel: 2) },
  ]

  let kit: SiteKit
  let body: InspectedBody

  private var latest: ReportSummary { body.current }

  /// Where the card of an authority is.
  static func path(of body: InspectedBody) -> String { "embed/\(body.slug).html" }

  /// The page.
  var file: OutputFile { OutputFile(path: EmbedCard.path(of: body), bytes: kit.templates.filled(self)) }

  private var root: String { SiteAddress.root(from: EmbedCard.path(of: body)) }
  private var page: String { root + SiteAddress.page(of: latest) }

  /// What to paste into another page for the badge or for the card. Without a base address there is nothing, since
  /// another site can't point here.
  var mainSnippets: [Snippet] {
    guard let page = kit.address.absolute(SiteAddress.authority(body.slug)),
      let badge = kit.address.absolute(SiteAddress.badge(body.slug)),
      let card = kit.address.absolute(EmbedCard.path(of: body))
    else { return [] }
    // The picture changes after the next inspection, and words on another site don't: they name what it shows.
    return [
      Snippet(
        label: "Badge",
        code: "<a href=\"\(page)\"><img src=\"\(badge)\" alt=\"\(alternative("the latest inspection’s grades"))\"></a>"),
      Snippet(
        label: "Card",
        code:
          "<iframe src=\"\(card)\" title=\"\(MarkupText.escaped(body.name)): latest inspection\" width=\"420\" height=\"\(height)\"></iframe>"
      ),
    ]
  }

  /// The height of the card in a frame of 420 pixels: each judgement has its title on up to three lines, and its badge.
  private var height: Int {
    420 + 80 * latest.judgements.count + 50 * JudgementGroups.split(latest.judgements, by: \.group).count
  }

  /// The words for a picture, which say where the grade is.
  private func alternative(_ what: String) -> String {
    MarkupText.escaped("\(body.name): \(what), as words on \(kit.configuration.title)")
  }

  /// What to paste for the badge, the card, and the badge of each judgement.
  var snippets: [Snippet] {
    var snippets = mainSnippets
    guard let page = kit.address.absolute(SiteAddress.authority(body.slug)) else {
      return snippets
    }
    for judgement in latest.judgements {
      guard judgement.grade != nil,
        let image = kit.address.absolute(BadgeImage.path(of: judgement, of: body))
      else { continue }
      let title = judgement.fullTitle
      snippets.append(
        Snippet(
          label: title,
          code: "<a href=\"\(page)\"><img src=\"\(image)\" alt=\"\(alternative("\(title), its latest grade"))\"></a>"))
    }
    return snippets
  }
}

/// Something to paste into another page.
struct Snippet: TemplateContext {
  static let fields: [TemplateField<Snippet>] = [.text("label") { $0.label }, .text("code") { $0.code }]

  let label: String
  let code: String
}
