internal import CommonMark
internal import Inspections

/// The paragraphs of a report under their headings. Each goes through Markdown on its own, so that it has an address
/// that people can cite: `#p13`.
extension ReportPage {
  /// The findings; nothing where none were read.
  func findings(_ outline: ReportOutline) -> [UInt8] {
    guard !report.findings.isEmpty else { return [] }
    let renderer = MarkdownRenderer()
    let template = kit.templates.template(FindingContext.self)
    var body: [UInt8] = []
    body.reserveCapacity(report.proseCount + report.findings.count * 400)
    var markdown: [UInt8] = []
    var headings = outline.headings[...]
    for (index, finding) in report.findings.enumerated() {
      for heading in headings.prefix(outline.headingCounts[index]) {
        let context = HeadingContext(level: min(heading.depth + 3, 6), anchor: heading.anchor, title: heading.title)
        kit.templates.append(context, to: &body)
      }
      headings = headings.dropFirst(outline.headingCounts[index])
      markdown.removeAll(keepingCapacity: true)
      ReportMarkdown.appendBody(of: finding, to: &markdown)
      let (number, label) = numberAndLabel(of: finding)
      let context = FindingContext(
        anchor: outline.anchors[index], number: number, label: label, body: renderer.html(markdown))
      template.append(context, to: &body)
    }
    return kit.templates.filled(
      FindingsContext(title: isSummary ? "Findings, summarised" : "Findings", note: numberingNote, body: body))
  }

  private func numberAndLabel(of finding: Finding) -> (number: String, label: String) {
    guard let number = finding.number else { return ("¶", "Link to the paragraph on line \(finding.line)") }
    return finding.numbering == .inferred
      ? ("[\(number)]", "Paragraph \(number), number not printed") : (String(number), "Paragraph \(number)")
  }

  private var isSummary: Bool { report.source.header.summaryOf != nil }

  private var numberingNote: String {
    let counts = summary.paragraphs
    var notes: [String] = []
    if counts.printed + counts.displaced + counts.inferred > 0 {
      notes.append(
        isSummary
          ? "Paragraph numbers are this summary’s, not the report’s; each is a link that can be cited."
          : "Paragraph numbers are the report’s own; each is a link that can be cited.")
    }
    if counts.inferred > 0 {
      notes.append(
        "\(Wording.count(counts.inferred, "number")) in square brackets \(counts.inferred == 1 ? "is" : "are") "
          + "not printed in the text and follow\(counts.inferred == 1 ? "s" : "") from the numbers around "
          + "\(counts.inferred == 1 ? "it" : "them").")
    }
    return notes.joined(separator: " ")
  }
}
