internal import Inspections

/// The number of times each grade was given, for every judgement of a framework: as a bar, and as words.
struct GradeBars {
  let site: Site
  let framework: Framework
  let reports: [ReportSummary]

  /// Returns the table; `link` returns the path of the page with the reports behind a number.
  func drawing(link: (_ judgement: String, _ grade: String) -> String) -> [UInt8] {
    let rows = framework.judgements.compactMap { judgement -> TableRow? in
      let given = reports.compactMap { report in report.judgements.first { $0.id == judgement.id } }
      guard !given.isEmpty else { return nil }
      let title = [UInt8](markup: "\(framework.fullTitle(of: judgement))")
      return TableRow(head: title, cells: [bar(given, judgement.id, link)])
    }
    return site.table(
      kind: "bars", caption: "\(framework.name): how often each grade was given", head: ["Judgement", "Grades"],
      rows: rows)
  }

  private func bar(
    _ given: [Judgement], _ judgement: String, _ link: (String, String) -> String
  ) -> [UInt8] {
    var parts: [(label: String, count: Int, role: String, grade: String?)] = framework.scale.grades.map { grade in
      (grade.label, given.count { $0.grade == grade.key }, grade.role.rawValue, grade.key)
    }
    parts.append(("No grade", given.count { $0.grade == nil }, "none", nil))
    var bar: [UInt8] = []
    // Draw it as SVG, since the page's content security policy allows no style attribute for a width.
    bar.append(markup: "<svg class=\"strip\" viewBox=\"0 0 \(given.count) 1\" preserveAspectRatio=\"none\" ")
    bar.append("aria-hidden=\"true\">")
    var start = 0
    for part in parts where part.count > 0 {
      bar.append(markup: "<rect class=\"bar-\(part.role)\" x=\"\(start)\" width=\"\(part.count)\" height=\"1\" ")
      bar.append("vector-effect=\"non-scaling-stroke\"/>")
      start += part.count
    }
    bar.append("</svg><ul class=\"bar\">")
    for part in parts where part.count > 0 {
      let words = [UInt8](markup: "\(part.label) <span class=\"bar-count\">\(part.count)</span>")
      let linked = part.grade.map { [UInt8](markup: "<a href=\"\(link(judgement, $0))\">\(words)</a>") }
      bar.append(markup: "<li class=\"bar-\(part.role)\">\(linked ?? words)</li>")
    }
    bar.append("</ul>")
    return bar
  }
}
