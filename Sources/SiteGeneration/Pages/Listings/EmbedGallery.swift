internal import Inspections

/// The page of everything that other sites can embed, authority by authority, with the HTML to paste.
struct EmbedGallery {
  let site: Site

  static let path = "embed/index.html"

  /// The page.
  var page: Piece {
    Piece(
      site, path: Self.path, source: "the page of badges and cards", title: "Badges and cards",
      introduction:
        "Pictures and small pages that show \(site.bodyKind.withArticle)’s latest inspection on another site. Each names the "
        + "framework and the month, so a copy that has grown old shows it.",
      crumbs: [Link("Data", SitePaths.data)], of: site.reports
    ) { root in body(root) }
  }

  private func body(_ root: String) -> [UInt8] {
    let note =
      site.paths.base == nil
      ? "This site has no address of its own yet, so there is nothing to paste: set base-url in Content/site.yaml."
      : "The badge of the latest inspection. The page of \(site.bodyKind.withArticle) has one for each judgement too."
    return site.section(
      anchor: "badges", title: "Badges", note: note, kind: "plain", caption: "Badges of each \(site.bodyKind.name)",
      head: [site.bodyKind.title, "Badge", "Paste this"], rows: site.authorities.map { row($0, root) })
  }

  private func row(_ body: AuthoritySummary, _ root: String) -> TableRow {
    let picture = [UInt8](
      markup: """
        <img loading="lazy" height="28" src="\(root + SitePaths.badge(body.slug))" \
        alt="\(BadgeImage.words(body, site: site))"><br>\([UInt8](link: "Card", to: root + EmbedCard.path(of: body)))
        """)
    let snippets = EmbedCard(site: site, body: body).mainSnippets.flatMap { snippet in
      [UInt8](markup: "<code>\(snippet.code)</code><br>")
    }
    return TableRow(
      head: [UInt8](link: body.name, to: root + SitePaths.authority(body.slug)), cells: [picture, snippets])
  }
}
