internal import Inspections

/// How often each grade was given, for every judgement of a framework: a strip for the eye, and the same numbers as words.
struct GradeBars {
  let kit: SiteKit
  let framework: Framework
  let reports: [ReportSummary]

  /// The table; each number is a link to where `link` says the reports behind it are.
  func drawing(link: (_ judgement: String, _ grade: String) -> String) -> [UInt8] {
    var rows: [UInt8] = []
    for judgement in framework.judgements {
      let given = reports.compactMap { report in report.judgements.first { $0.id == judgement.id } }
      guard !given.isEmpty else { continue }
      let title = framework.fullTitle(of: judgement)
      rows.append("<tr><th scope=\"row\">")
      rows.append(escaped: title)
      rows.append("</th><td>")
      append(given, judgement.id, link, to: &rows)
      rows.append("</td></tr>\n")
    }
    let table = TableContext(
      kind: "bars", caption: "\(framework.name): how often each grade was given",
      head: kit.head(["Judgement", "Grades"]), rows: rows)
    return kit.templates.filled(table)
  }

  private func append(
    _ given: [JudgementSummary], _ judgement: String, _ link: (String, String) -> String, to rows: inout [UInt8]
  ) {
    var parts: [(label: String, count: Int, role: String, grade: String?)] = framework.scale.grades.map { grade in
      (grade.label, given.count { $0.grade == grade.key }, grade.role.rawValue, grade.key)
    }
    parts.append(("No grade", given.count { $0.grade == nil }, "none", nil))
    rows.append("<div class=\"strip\" aria-hidden=\"true\">")
    for part in parts where part.count > 0 {
      // A class tells the width, since the page's policy allows no style of its own: fortieths of the whole.
      let width = max(1, (part.count * Self.steps + given.count / 2) / given.count)
      rows.append(markup: "<span class=\"bar-\(part.role) of-\(width)\"></span>")
    }
    rows.append("</div><ul class=\"bar\">")
    for part in parts where part.count > 0 {
      rows.append(markup: "<li class=\"bar-\(part.role)\">")
      if let grade = part.grade { rows.append(markup: "<a href=\"\(link(judgement, grade))\">") }
      rows.append(escaped: part.label)
      rows.append(markup: " <span class=\"bar-count\">\(part.count)</span>")
      if part.grade != nil { rows.append("</a>") }
      rows.append("</li>")
    }
    rows.append("</ul>")
  }

  /// Into how many parts a bar is divided.
  private static let steps = 40
}
