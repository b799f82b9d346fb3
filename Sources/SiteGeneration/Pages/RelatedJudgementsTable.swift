internal import Inspections

/// Related judgements of different frameworks, side by side, each from the authority's latest report under its
/// framework. They are different measures, so the table shows no changes.
struct RelatedJudgementsTable {
  let site: Site
  let body: AuthoritySummary

  /// A question, and the judgements of each framework about it.
  private struct Row {
    /// The judgement of the latest framework, whose title is the title of the row.
    let key: JudgementReference
    /// The judgements by framework, including `key`.
    let judgements: [String: [Judgement]]

    /// The references of all judgements in the row.
    var references: Set<JudgementReference> {
      Set(judgements.flatMap { id, some in some.map { JudgementReference(framework: id, judgement: $0.key) } })
    }
  }

  /// The table; empty if no two reports have related judgements.
  var table: [UInt8] {
    let rows = rows
    let columns = reports.reversed().filter { report in rows.contains { $0.judgements[report.framework] != nil } }
    return site.section(
      anchor: "related", title: "Related judgements under different frameworks",
      note: "Each framework asks its own question, in its own words and on its own scale. These grades are side by "
        + "side to be read, not measured against each other: they are not the same measure.",
      kind: "matrix", caption: "\(body.name): related judgements under different frameworks",
      head: ["Judgement, as titled latest"] + columns.map(title),
      rows: rows.map { row in
        TableRow(head: [UInt8](markup: "\(words(for: row.key))"), cells: columns.map { cell(row, $0) })
      })
  }

  /// The latest report under each framework, newest first. If two have the same date, the first is used.
  private var reports: [ReportSummary] { body.reports.uniqued(by: \.framework) }

  private var rows: [Row] {
    let reports = reports
    var rows: [Row] = []
    for (index, report) in reports.enumerated() {
      let earlier = reports[(index + 1)...]
      for judgement in report.judgements {
        var judgements: [String: [Judgement]] = [:]
        let kin = site.frameworks.relatives(of: judgement.key, in: report.framework)
        for other in earlier {
          let ids = Set(kin.filter { $0.framework.id == other.framework }.map(\.judgement.id))
          let found = other.judgements.filter { ids.contains($0.key) }
          if !found.isEmpty { judgements[other.framework] = found }
        }
        guard !judgements.isEmpty else { continue }
        judgements[report.framework] = [judgement]
        let key = JudgementReference(framework: report.framework, judgement: judgement.key)
        let row = Row(key: key, judgements: judgements)
        if !rows.contains(where: { row.references.isSubset(of: $0.references) }) { rows.append(row) }
      }
    }
    return rows
  }

  private func cell(_ row: Row, _ report: ReportSummary) -> [UInt8] {
    var cell: [UInt8] = []
    let judgements = row.judgements[report.framework] ?? []
    if judgements.isEmpty { cell.append("<span class=\"when\">no related judgement</span>") }
    for judgement in judgements {
      let reference = JudgementReference(framework: report.framework, judgement: judgement.key)
      if reference != row.key { cell.append(markup: "<span class=\"when\">\(words(for: reference))</span> ") }
      cell += site.badges.badge(judgement, framework: report.framework)
    }
    return cell
  }

  /// Returns the title of a column: `SIF, 27 February 2017`.
  private func title(of report: ReportSummary) -> String {
    "\(site.frameworks.shortName(report.framework)), \(report.date?.words ?? "undated")"
  }

  private func words(for reference: JudgementReference) -> String {
    guard let framework = site.frameworks[reference.framework], let judgement = framework.judgement(reference.judgement)
    else { return reference.judgement }
    return framework.fullTitle(of: judgement)
  }
}
