internal import Inspections

/// Prepared pages that filter the home page's list: by region, by framework and by year, for readers without scripts
/// and for links.
struct BrowsePages {
  let site: Site

  /// A criterion to filter the list by.
  struct Facet: TemplateContext {
    static let fields: [TemplateField<Facet>] = [
      .text("title") { $0.title },
      .list("links") { $0.choices.map { Link($0.label, $0.path, note: String($0.reports.count)) } },
    ]

    let title: String
    let choices: [(label: String, path: String, reports: [ReportSummary])]
  }

  /// The pages; empty if there are too few authorities to filter.
  var pages: [Piece] {
    facets.flatMap { facet in
      facet.choices.map { choice in
        Piece(
          site, path: choice.path, source: "the lists of \(site.bodyKind.plural)", eyebrow: facet.title,
          title: choice.label,
          introduction: DisplayText.count(choice.reports.count, "report") + ", A to Z by \(site.bodyKind.name).",
          crumbs: [Link("All \(site.bodyKind.plural)", SitePaths.home)], of: choice.reports
        ) { root in site.table(of: choice.reports, root: root) }
      }
    }
  }

  /// The criteria to filter by; empty if there are too few authorities.
  var facets: [Facet] {
    guard site.authorities.count > 1 else { return [] }
    return [
      facet(site.bodyKind.area ?? "Region") { site.authority(slug: $0.authority.slug)?.region },
      facet("Framework") { site.frameworks.shortName($0.framework) },
      facet("Year of inspection") { $0.date.map { String($0.year) } },
    ]
    .filter { $0.choices.count > 1 }
  }

  private func facet(_ title: String, by key: (ReportSummary) -> String?) -> Facet {
    let groups = Dictionary(grouping: site.reports) { key($0) ?? "" }
    let choices = groups.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
    let folder = SitePaths.pathComponent(for: title)
    return Facet(
      title: title,
      choices: choices.map { ($0.key, "browse/\(folder)/\(SitePaths.pathComponent(for: $0.key))/index.html", $0.value) }
    )
  }
}
