public import Inspections

/// A report as a Markdown document: the same facts as its page, for people and programs that read plain text. It is
/// the output of `sitegen inspect --format markdown`, and the `report.md` beside the page.
///
/// Plain CommonMark has no tables, so judgements are a list. All text from the report is escaped.
public struct ReportMarkdown: Sendable {
  private let report: Report
  private let framework: Framework?

  /// Creates the document of a report; its framework supplies the display names of the grades.
  public init(_ report: Report, framework: Framework?) {
    self.report = report
    self.framework = framework
  }

  /// The content of the document.
  public var bytes: [UInt8] {
    var markdown: [UInt8] = []
    markdown.reserveCapacity(report.proseCount * 9 / 8 + 16_384)
    appendFacts(to: &markdown)
    appendJudgements(to: &markdown)
    appendRecommendations(to: &markdown)
    appendFindings(to: &markdown)
    return markdown
  }

  private func appendFacts(to markdown: inout [UInt8]) {
    markdown.append(markdown: "# \(report.authority.name + ": " + report.title)\n\n")
    let header = report.source.header
    let published = report.inspection.published ?? header.published
    let facts: [(String, String?)] = [
      (framework?.bodies.title ?? "Authority", report.authority.printed),
      ("Framework", framework.map { "\($0.inspectorate), \($0.name)" } ?? report.framework),
      ("Fieldwork", DisplayText.dates(report.inspection)),
      ("Theme", report.inspection.theme), ("Answer due", report.inspection.reply?.words),
      ("Published", published?.words),
      ("Lead inspector", report.inspection.lead),
      ("Licence", DisplayText.licence(report.licence)),
      ("Summary, in this site’s own words, of", header.summaryOf),
      ("Official report", header.sourceURL),
    ]
    for case (let term, let value?) in facts { markdown.append(markdown: "- \(raw: term): \(value)\n") }
  }

  private func appendJudgements(to markdown: inout [UInt8]) {
    guard !report.judgements.isEmpty else { return }
    markdown.append("\n## Judgements\n")
    for group in report.judgements.runs(by: \.group) {
      if let title = group.key { appendHeading(level: 3, title, to: &markdown) }
      markdown.append("\n")
      for judgement in group.elements { append(judgement, to: &markdown) }
    }
  }

  private func append(_ judgement: Judgement, to markdown: inout [UInt8]) {
    markdown.append(markdown: "- \(judgement.title): ")
    let status = DisplayText.noGrade(judgement)
    if let grade = judgement.grade {
      let label = framework?.scale.grade(grade)?.label ?? grade
      markdown.append(markdown: "**\(label)** (\(raw: status.lowercased()))")
    } else {
      markdown.append(markdown: "no grade: \(status.prefix(1).lowercased() + status.dropFirst())")
    }
    if let review = judgement.review {
      markdown.append(
        markdown:
          "\n  - by \(review.by), \(review.date.words), line \(review.line): “\(review.quotation)” \(review.why)")
    }
    for evidence in [.conflict, .withheld, .reviewed].contains(judgement.status) ? judgement.evidence : [] {
      markdown.append(markdown: "\n  - line \(evidence.line): “\(evidence.text)”")
    }
    markdown.append("\n")
  }

  private func appendRecommendations(to markdown: inout [UInt8]) {
    guard !report.recommendations.isEmpty else { return }
    markdown.append("\n## What must improve\n")
    for group in report.recommendations.enumerated().runs(by: \.element.group) {
      if let title = group.key { appendHeading(level: 3, title, to: &markdown) }
      for part in group.elements.runs(by: \.element.deadline) {
        if let title = part.key.timescale {
          appendHeading(
            level: group.key == nil ? 3 : 4,
            part.key.due.map { "\(title) (due by \($0.iso), computed from the publication date)" } ?? title,
            to: &markdown)
        }
        markdown.append("\n")
        for (index, recommendation) in part.elements {
          let mark = recommendation.kind == .priorityAction ? "**Priority action:** " : ""
          markdown.append(markdown: "\(index + 1). \(raw: mark)\(recommendation.text)\n")
        }
      }
    }
  }

  private func appendFindings(to markdown: inout [UInt8]) {
    guard !report.findings.isEmpty else { return }
    markdown.append("\n## What the report says\n")
    var section: [String] = []
    for finding in report.findings {
      for (depth, title) in SectionPath.opened(by: finding.section, after: section) {
        appendHeading(level: min(depth + 3, 6), title, to: &markdown)
      }
      section = finding.section
      markdown.append("\n")
      if let number = finding.number {
        markdown.append(raw: finding.numbering == .inferred ? "\\[\(number)\\] " : "\(number)\\. ")
      }
      ReportMarkdown.appendBody(of: finding, to: &markdown)
    }
  }

  /// Appends the Markdown of one finding and its list; the page renders each separately so that it can have an anchor.
  static func appendBody(of finding: Finding, to markdown: inout [UInt8]) {
    if finding.isListItem { return append([Finding.Item(finding.text, items: finding.items)], depth: 0, to: &markdown) }
    markdown.append(markdownOf: finding.text)
    markdown.append("\n")
    if !finding.items.isEmpty { markdown.append("\n") }
    append(finding.items, depth: 0, to: &markdown)
  }

  private static func append(_ items: [Finding.Item], depth: Int, to markdown: inout [UInt8]) {
    for item in items {
      markdown.append(contentsOf: repeatElement(0x20, count: depth * 2))
      markdown.append(markdown: "- \(item.text)\n")
      append(item.items, depth: depth + 1, to: &markdown)
    }
  }

  private func appendHeading(level: Int, _ title: String, to markdown: inout [UInt8]) {
    markdown.append(markdown: "\n\(raw: String(repeating: "#", count: level)) \(title)\n")
  }
}
