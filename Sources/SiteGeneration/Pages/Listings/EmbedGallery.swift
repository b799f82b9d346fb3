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
    var rows: [UInt8] = []
    for body in site.authorities { append(body, root, to: &rows) }
    let table = site.table(
      kind: "plain", caption: "Badges of each \(site.bodyKind.name)",
      head: [site.bodyKind.title, "Badge", "Paste this"],
      rows: rows)
    let note =
      site.paths.base == nil
      ? "This site has no address of its own yet, so there is nothing to paste: set base-url in Content/site.yaml."
      : "The badge of the latest inspection. The page of \(site.bodyKind.withArticle) has one for each judgement too."
    return site.section(anchor: "badges", title: "Badges", note: note, body: table)
  }

  private func append(_ body: AuthoritySummary, _ root: String, to rows: inout [UInt8]) {
    rows.append(markup: "<tr><th scope=\"row\"><a href=\"\(root + SitePaths.authority(body.slug))\">\(body.name)")
    rows.append(markup: "</a></th><td><img loading=\"lazy\" height=\"28\" src=\"\(root + SitePaths.badge(body.slug))")
    rows.append(markup: "\" alt=\"\(BadgeImage.words(body, site: site))\"><br><a href=\"")
    rows.append(markup: "\(root + EmbedCard.path(of: body))\">Card</a></td><td data-title=\"Paste this\">")
    for snippet in EmbedCard(site: site, body: body).mainSnippets {
      rows.append(markup: "<code>\(snippet.code)</code><br>")
    }
    rows.append("</td></tr>\n")
  }
}
