internal import Inspections

/// The grades of one framework over an authority's inspections, judgement by judgement. “Higher” and “lower” are used
/// only if the same judgement of the same framework was made twice; a judgement that was split is shown as split.
struct AuthorityChanges {
  let site: Site
  let body: AuthoritySummary

  /// A table for each framework under which the authority was inspected more than once.
  var tables: [UInt8] {
    var tables: [UInt8] = []
    let frameworks = Dictionary(grouping: body.reports, by: \.framework).filter { $0.value.count > 1 }
    for (id, reports) in frameworks.sorted(by: { AuthoritySummary.isNewer($0.value[0], $1.value[0]) }) {
      guard let framework = site.frameworks[id], !framework.judgements.isEmpty else { continue }
      tables += site.section(
        anchor: "changes-\(SitePaths.pathComponent(for: id))", title: "\(framework.shortName) over time",
        note: "The same judgements of the same framework; only these may be compared.",
        body: table(framework, Array(reports.reversed())))
    }
    return tables
  }

  private func table(_ framework: Framework, _ reports: [ReportSummary]) -> [UInt8] {
    let rows = framework.judgements.compactMap { definition -> TableRow? in
      let given = reports.map { report in report.judgements.first { $0.id == definition.id } }
      guard given.contains(where: { $0 != nil }) else { return nil }
      let badges = given.map { judgement in
        judgement.map { site.badges.badge($0, framework: framework.id) }
          ?? [UInt8](markup: "<span class=\"when\">not judged in this form</span>")
      }
      let change = change(of: definition, given, framework)
      return TableRow(
        head: [UInt8](markup: "\(framework.fullTitle(of: definition))"), cells: badges + [[UInt8](markup: "\(change)")])
    }
    return site.table(
      kind: "matrix", caption: "\(framework.name): grades over time",
      head: ["Judgement"] + reports.map { $0.date?.words ?? "undated" } + ["Change"], rows: rows)
  }

  /// Returns the change between the last two reports with the judgement: `one grade higher`.
  private func change(
    of definition: JudgementDefinition, _ given: [Judgement?], _ framework: Framework
  ) -> String {
    let parts = framework.judgements.filter { $0.splitOf == definition.id }
    if given.last == .some(nil), !parts.isEmpty {
      return "since judged apart: \(DisplayText.list(parts.map(\.title)))"
    }
    let grades = given.compactMap { $0 }.suffix(2)
    guard grades.count == 2, let first = grades.first?.grade, let last = grades.last?.grade,
      let change = framework.scale.change(from: first, to: last)
    else { return definition.splitOf == nil ? "" : "judged apart for the first time" }
    return change
  }
}
