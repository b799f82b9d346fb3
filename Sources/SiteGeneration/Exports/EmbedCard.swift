/// A small page about an authority's latest inspection, for a frame on another site: the profile with badges, the
/// framework and the day, and the way to the whole report. It needs no script.
struct EmbedCard {
  let kit: SiteKit
  let body: InspectedBody

  /// Where the card of an authority is.
  static func path(of body: InspectedBody) -> String { "embed/\(body.slug).html" }

  /// The page; nothing for a body without reports.
  var file: OutputFile? {
    guard let latest = body.reports.first else { return nil }
    let path = EmbedCard.path(of: body)
    let root = SiteAddress.root(from: path)
    let page = root + SiteAddress.page(of: latest)
    let context = EmbedContext(
      name: body.name, framework: kit.frameworks.name(latest.framework), dates: Wording.dates(latest.inspection),
      sentence: kit.sentence(of: latest), page: page,
      profiles: kit.profiles(of: latest, page: page, headingLevel: 2), root: root)
    return OutputFile(path: path, bytes: kit.templates.filled(context))
  }

  /// What to paste into another page for the badge or for the card. Without a base address there is nothing, since
  /// another site can't point here.
  var mainSnippets: [(label: String, code: String)] {
    guard let page = kit.address.absolute(SiteAddress.authority(body.slug)),
      let badge = kit.address.absolute(SiteAddress.badge(body.slug)),
      let card = kit.address.absolute(EmbedCard.path(of: body))
    else { return [] }
    let words = MarkupText.escaped(BadgeImage.words(body, kit: kit))
    return [
      ("Badge", "<a href=\"\(page)\"><img src=\"\(badge)\" alt=\"\(words)\"></a>"),
      (
        "Card",
        "<iframe src=\"\(card)\" title=\"\(MarkupText.escaped(body.name)): latest inspection\" width=\"420\" height=\"560\"></iframe>"
      ),
    ]
  }

  /// What to paste for the badge, the card, and the badge of each judgement.
  var snippets: [(label: String, code: String)] {
    var snippets = mainSnippets
    guard let latest = body.reports.first, let page = kit.address.absolute(SiteAddress.authority(body.slug)) else {
      return snippets
    }
    for judgement in latest.judgements {
      guard let grade = judgement.grade,
        let image = kit.address.absolute(BadgeImage.path(of: judgement, of: body))
      else { continue }
      let title = judgement.fullTitle
      let label = MarkupText.escaped("\(title): \(kit.frameworks.label(grade, in: latest.framework))")
      snippets.append((title, "<a href=\"\(page)\"><img src=\"\(image)\" alt=\"\(label)\"></a>"))
    }
    return snippets
  }
}
