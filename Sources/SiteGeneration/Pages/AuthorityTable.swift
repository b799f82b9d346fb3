internal import Inspections

/// The table of authorities with the grades of a report each. What its rows can be narrowed by stands in their `data-`
/// attributes, where a script finds it.
struct AuthorityTable {
  let kit: SiteKit
  /// The way from the page up to the site's front.
  let root: String

  /// A table of reports, A to Z by authority and the newest first.
  func table(of reports: [ReportSummary]) -> [UInt8] {
    var rows: [UInt8] = []
    let order = Dictionary(uniqueKeysWithValues: kit.bodies.enumerated().map { ($0.element.slug, $0.offset) })
    func place(_ report: ReportSummary) -> Int { order[SiteAddress.part(report.authority.slug)] ?? 0 }
    let sorted = reports.sorted { first, second in
      place(first) != place(second) ? place(first) < place(second) : InspectedBody.isNewer(first, second)
    }
    for report in sorted {
      guard let body = kit.body(report.authority.slug) else { continue }
      append(report, of: body, anchor: "a-\(SiteAddress.part(report.id))", to: &rows)
    }
    return kit.table(
      kind: "authorities", caption: "Authorities with the grades of a report each",
      head: ["Authority", "Inspection", "Grades"], rows: rows)
  }

  /// Appends the row of a report.
  func append(_ report: ReportSummary, of body: InspectedBody, anchor: String, to rows: inout [UInt8]) {
    let grades = report.judgements.compactMap { judgement -> String? in
      guard let id = judgement.id, let grade = judgement.grade else { return nil }
      return "\(id)=\(SiteAddress.part(grade))"
    }
    let row = HomeAuthorityContext(
      anchor: anchor, name: body.name, address: root + SiteAddress.authority(body.slug),
      framework: kit.frameworks.shortName(report.framework), date: Wording.dates(report.inspection),
      reportAddress: root + SiteAddress.page(of: report), grades: kit.highlights(of: report),
      region: body.entry?.region ?? "", year: report.date.map { String($0.year) } ?? "",
      graded: grades.joined(separator: " "))
    kit.templates.append(row, to: &rows)
  }
}
