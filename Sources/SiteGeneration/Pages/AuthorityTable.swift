internal import Inspections

/// The table of authorities with the grades of one report each. The values that a script filters the rows by are in
/// their `data-` attributes.
struct AuthorityTable {
  let site: Site
  /// The relative path to the site root.
  let root: String

  /// Returns a table of reports, A to Z by authority and newest first.
  func table(of reports: [ReportSummary]) -> [UInt8] {
    let order = Dictionary(uniqueKeysWithValues: site.authorities.enumerated().map { ($0.element.slug, $0.offset) })
    func place(_ report: ReportSummary) -> Int { order[SitePaths.pathComponent(for: report.authority.slug)] ?? 0 }
    let sorted = reports.sorted { first, second in
      place(first) != place(second) ? place(first) < place(second) : AuthoritySummary.isNewer(first, second)
    }
    var rows: [UInt8] = []
    for report in sorted {
      guard let body = site.authority(slug: report.authority.slug) else { continue }
      site.templates.append(row(report, of: body, anchor: "a-\(SitePaths.pathComponent(for: report.id))"), to: &rows)
    }
    return site.table(
      kind: "authorities", caption: "\(site.bodyKind.pluralTitle) with the grades of a report each",
      head: [site.bodyKind.title, "Inspection", "Grades"], rows: rows)
  }

  /// Returns the row of a report.
  func row(_ report: ReportSummary?, of body: AuthoritySummary, anchor: String) -> ListedAuthority {
    ListedAuthority(site: site, root: root, report: report, body: body, anchor: anchor)
  }
}

/// A row of the table of authorities.
struct ListedAuthority: TemplateRoot {
  static let template = "partials/authority-row"
  static let fields: [TemplateField<ListedAuthority>] = [
    .text("anchor") { $0.anchor }, .text("name") { $0.body.name },
    .address("url") { $0.root + SitePaths.authority($0.body.slug) },
    .text("framework") { row in row.report.map { row.site.frameworks.shortName($0.framework) } },
    .text("date") { $0.report.map { DisplayText.dates($0.inspection) } },
    .address("reportURL") { row in row.report.map { row.root + SitePaths.page(of: $0) } },
    .list("grades") { row in row.report.map { row.site.highlights(of: $0) } ?? [] },
    .text("region") { $0.body.region },
    .text("year") { $0.report?.date.map { String($0.year) } }, .text("graded") { $0.report?.gradeList },
  ]

  let site: Site
  let root: String
  /// The report; nil if the authority has none of the listed service.
  let report: ReportSummary?
  let body: AuthoritySummary
  let anchor: String
}
