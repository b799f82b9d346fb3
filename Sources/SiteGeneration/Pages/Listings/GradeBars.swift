internal import Inspections

/// The number of times each grade was given, for every judgement of a framework: as a bar, and as words.
struct GradeBars {
  let site: Site
  let framework: Framework
  let reports: [ReportSummary]

  /// Returns the table; `link` returns the path of the page with the reports behind a number.
  func drawing(link: (_ judgement: String, _ grade: String) -> String) -> [UInt8] {
    var rows: [UInt8] = []
    for judgement in framework.judgements {
      let given = reports.compactMap { report in report.judgements.first { $0.id == judgement.id } }
      guard !given.isEmpty else { continue }
      let title = framework.fullTitle(of: judgement)
      rows.append(markup: "<tr><th scope=\"row\">\(title)</th><td>")
      append(given, judgement.id, link, to: &rows)
      rows.append("</td></tr>\n")
    }
    return site.table(
      kind: "bars", caption: "\(framework.name): how often each grade was given", head: ["Judgement", "Grades"],
      rows: rows)
  }

  private func append(
    _ given: [JudgementSummary], _ judgement: String, _ link: (String, String) -> String, to rows: inout [UInt8]
  ) {
    var parts: [(label: String, count: Int, role: String, grade: String?)] = framework.scale.grades.map { grade in
      (grade.label, given.count { $0.grade == grade.key }, grade.role.rawValue, grade.key)
    }
    parts.append(("No grade", given.count { $0.grade == nil }, "none", nil))
    // Draw it as SVG, since the page's content security policy allows no style attribute for a width.
    rows.append(markup: "<svg class=\"strip\" viewBox=\"0 0 \(given.count) 1\" preserveAspectRatio=\"none\" ")
    rows.append("aria-hidden=\"true\">")
    var start = 0
    for part in parts where part.count > 0 {
      rows.append(markup: "<rect class=\"bar-\(part.role)\" x=\"\(start)\" width=\"\(part.count)\" height=\"1\" ")
      rows.append("vector-effect=\"non-scaling-stroke\"/>")
      start += part.count
    }
    rows.append("</svg><ul class=\"bar\">")
    for part in parts where part.count > 0 {
      let words = [UInt8](markup: "\(part.label) <span class=\"bar-count\">\(part.count)</span>")
      let linked = part.grade.map { [UInt8](markup: "<a href=\"\(link(judgement, $0))\">\(words)</a>") }
      rows.append(markup: "<li class=\"bar-\(part.role)\">\(linked ?? words)</li>")
    }
    rows.append("</ul>")
  }
}
