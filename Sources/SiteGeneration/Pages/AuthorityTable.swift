internal import Inspections

extension Site {
  /// Returns a table of reports with their grades; `root` is the relative path to the site root.
  func table(of reports: [ReportSummary], root: String) -> [UInt8] {
    var rows: [UInt8] = []
    for report in reports {
      guard let body = authority(slug: report.authority.slug) else { continue }
      let anchor = "a-\(SitePaths.pathComponent(for: report.id))"
      templates.append(ListedAuthority(site: self, root: root, report: report, body: body, anchor: anchor), to: &rows)
    }
    return table(
      kind: "authorities", caption: "\(bodyKind.pluralTitle) with the grades of a report each",
      head: [bodyKind.title, "Inspection", "Grades"], rows: rows)
  }
}

/// A row of the table of authorities, with the grades of one report. The values that a script filters the rows by are
/// in their `data-` attributes.
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
  /// The relative path to the site root.
  let root: String
  /// The report; nil if the authority has none of the listed service.
  let report: ReportSummary?
  let body: AuthoritySummary
  let anchor: String
}
