internal import Diagnostics
public import Inspections
public import ReportReading

/// A formatter that shows a person what was read from a report, and from which lines.
public enum OutlineFormatter {
  /// Returns the outline of a report. The frameworks give the names of grades and frameworks, the trace the headings
  /// and the unparsed lines.
  public static func text(_ report: Report, trace: ReadingTrace?, frameworks: [Framework]) -> String {
    let framework = frameworks.first { $0.id == report.framework }
    var lines: [String] = [report.title, report.authority.printed]
    if !report.authority.isRegistered { lines[1] += "  (not in the register)" }
    lines.append("")
    lines += facts(report, framework)
    lines += judgements(report, framework?.scale)
    lines += recommendations(report)
    lines += findings(report)
    if let trace { lines += headings(trace) + unparsedLines(trace) }
    lines += doubts(report)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func facts(_ report: Report, _ framework: Framework?) -> [String] {
    func line(_ name: String, _ value: String?) -> String { "  \(padded(name, 12))\(value ?? "not found")" }
    let inspection = report.inspection
    let dates = [inspection.start, inspection.end].compactMap { $0?.words }.joined(separator: " to ")
    return [
      line("Framework", framework.map { "\($0.name) (\(report.framework))" } ?? report.framework),
      line("Authority", "\(report.authority.name) (\(report.authority.gss ?? "no code"))"),
      line("Inspected", dates.isEmpty ? nil : dates),
      line("Published", inspection.published?.words),
      line("Led by", inspection.lead),
      line("Licence", report.licence?.rawValue),
      "",
    ]
  }

  private static func judgements(_ report: Report, _ scale: GradeScale?) -> [String] {
    guard !report.judgements.isEmpty else { return ["No judgements: this framework gives no grades.", ""] }
    var lines = ["Judgements"]
    var group: String?
    for judgement in report.judgements {
      if judgement.group != group, let name = judgement.group { lines.append("  \(name)") }
      group = judgement.group
      let grade = judgement.grade.flatMap { scale?.grade($0)?.label } ?? "—"
      lines.append("    \(judgement.title)")
      let reason = judgement.reason.map { ", because \($0)" } ?? ""
      lines.append("      \(grade)  [\(judgement.status.rawValue)]\(reason)")
      for evidence in judgement.evidence {
        let mark = judgement.grade == nil ? " says \(evidence.grade)" : ""
        lines.append("        line \(evidence.line), \(evidence.kind.words)\(mark): \(shortened(evidence.text))")
      }
    }
    return lines + [""]
  }

  private static func recommendations(_ report: Report) -> [String] {
    guard !report.recommendations.isEmpty else { return [] }
    var lines = ["What must improve (\(report.recommendations.count))"]
    var head: [String?] = []
    for recommendation in report.recommendations {
      let due = recommendation.due.map { "by \($0.words), computed" }
      let own = [recommendation.group, recommendation.timescale, due]
      if own != head {
        let words = own.compactMap { $0 }.joined(separator: ", ")
        if !words.isEmpty { lines.append("  \(words)") }
        head = own
      }
      let mark = recommendation.kind == .priorityAction ? "! " : "- "
      lines.append("    \(mark)\(shortened(recommendation.text))  (line \(recommendation.line))")
    }
    return lines + [""]
  }

  private static func findings(_ report: Report) -> [String] {
    var lines = ["Findings (\(report.findings.count))"]
    var section: [String] = []
    for finding in report.findings {
      if finding.section != section {
        section = finding.section
        lines.append("  \(section.isEmpty ? "(before the first heading)" : section.joined(separator: " › "))")
      }
      let number =
        switch finding.numbering {
        case .printed: finding.number.map { "\($0)." } ?? ""
        case .displaced: finding.number.map { "\($0).~" } ?? ""
        case .inferred: finding.number.map { "[\($0)]" } ?? ""
        case .none: "·"
        }
      lines.append("    \(padded(number, 6))\(shortened(finding.text))  (line \(finding.line))")
    }
    return lines + [""]
  }

  private static func headings(_ trace: ReadingTrace) -> [String] {
    let rows = trace.headings.map { heading in
      "    \(padded("\(heading.line)", 6))\(shortened(heading.text))  = \(heading.meaning)  (\(heading.zone))"
        + (heading.match.map { ", \($0)" } ?? "")
    }
    return ["Headings (\(rows.count))"] + rows + [""]
  }

  private static func unparsedLines(_ trace: ReadingTrace) -> [String] {
    let rows = trace.unparsedLines.map { "    \(padded("\($0.line)", 6))\(shortened($0.text))" }
    return ["Left over: \(rows.count) lines, and \(trace.furniture.count) of page heads and numbers"] + rows + [""]
  }

  private static func doubts(_ report: Report) -> [String] {
    guard !report.diagnostics.isEmpty else { return ["No doubts."] }
    return ["Doubts (\(report.diagnostics.count))"]
      + report.diagnostics.map { diagnostic in
        let line = diagnostic.location.map { "line \($0.line): " } ?? ""
        return "  \(line)\(diagnostic.message) [\(diagnostic.code.rawValue)]"
      }
  }

  private static func shortened(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count <= 90 ? line : line.prefix(88) + " …"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

extension Evidence.Kind {
  /// The kind of evidence in words.
  fileprivate var words: String {
    switch self {
    case .frontTable: "front page"
    case .headline: "headline"
    case .heading: "heading"
    case .record: "record of findings"
    case .prose: "opening sentence"
    }
  }
}
