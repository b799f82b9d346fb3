internal import CommonMark
internal import Inspections

/// A finding of a report. It is rendered on its own, so that it has an anchor that people can cite: `#p13`.
struct Paragraph: TemplateContext {
  static let fields: [TemplateField<Paragraph>] = [
    .markup("headings") { paragraph in
      paragraph.headings.flatMap { [UInt8](heading: $0.title, level: min($0.depth + 3, 6), anchor: $0.anchor) }
    },
    .text("anchor") { $0.anchor }, .text("number") { $0.number }, .text("label") { $0.label },
    .markup("body") { paragraph, page in
      var markdown: [UInt8] = []
      ReportMarkdown.appendBody(of: paragraph.finding, to: &markdown)
      page += MarkdownRenderer.html(markdown)
    }, .part("where") { $0.location },
  ]

  let finding: Finding
  let anchor: String
  let location: SourcePlace
  /// The headings right before it.
  let headings: ArraySlice<ReportAnchors.Heading>

  private var number: String {
    guard let number = finding.number else { return "¶" }
    return finding.numbering == .inferred ? "[\(number)]" : String(number)
  }

  private var label: String {
    let page = location.page.map { ", page \($0)" } ?? ""
    guard let number = finding.number else { return "Paragraph on line \(finding.line)\(page)" }
    return finding.numbering == .inferred
      ? "Paragraph \(number)\(page), number not printed" : "Paragraph \(number)\(page)"
  }
}

extension ReportPage {
  /// The findings with the headings above them.
  var paragraphs: [Paragraph] {
    var headings = outline.headings[...]
    let document = document
    return report.findings.enumerated().map { index, finding in
      let count = outline.headingCounts[index]
      defer { headings = headings.dropFirst(count) }
      return Paragraph(
        finding: finding, anchor: outline.anchors[index], location: document.place(finding.line),
        headings: headings.prefix(count))
    }
  }

  /// Whether the page is of a summary of a report.
  var isSummary: Bool { report.source.header.summaryOf != nil }

  /// A note on the numbers of the findings.
  var numberingNote: String {
    let counts = summary.counts
    var notes: [String] = []
    if counts.findings > counts[.none] {
      notes.append(
        isSummary
          ? "Paragraph numbers are this summary’s, not the report’s; each is a link that can be cited."
          : "Paragraph numbers are the report’s own; each is a link that can be cited.")
    }
    if counts[.inferred] > 0 {
      notes.append(
        "\(DisplayText.count(counts[.inferred], "number")) in square brackets \(counts[.inferred] == 1 ? "is" : "are") "
          + "not printed in the text and follow\(counts[.inferred] == 1 ? "s" : "") from the numbers around "
          + "\(counts[.inferred] == 1 ? "it" : "them").")
    }
    return notes.joined(separator: " ")
  }
}
