internal import Diagnostics
internal import Inspections

/// The text that a report was read from, with every line numbered and every line that states a grade marked: the
/// target of the evidence links on the report's page.
struct SourcePage: TemplateRoot {
  static let template = "source"
  static let fields: [TemplateField<SourcePage>] = [
    .text("authority") { $0.authority }, .text("title") { $0.title }, .text("file") { $0.summary.fileName },
    .text("facts") { "\(DisplayText.count($0.source.lineCount, "line")), \($0.source.encoding.rawValue.uppercased())" },
    .text("digest") { $0.report.source.sha256 }, .markup("lines") { $0.append(to: &$1) },
  ]

  let site: Site
  let report: Report
  let summary: ReportSummary
  let source: SourceText

  /// The name of the page in the report's folder.
  static let name = "source.html"

  /// Returns the path to a line of the text, relative to the report's page.
  static func address(ofLine line: Int) -> String { "\(name)#L\(line)" }

  /// The page. It is not listed by search engines: the report's own page has the same content.
  var file: OutputFile {
    Frame(
      site: site, path: SitePaths.folder(of: summary) + SourcePage.name,
      title: site.windowTitle("Text read: \(authority), \(title)"),
      description: "The text that the grades of \(authority), \(title), were read from, line by line.",
      crumbs: [
        Link(authority, SitePaths.authority(summary.authority.slug)), Link(title, SitePaths.page(of: summary)),
      ], here: "Text read", isListed: false, room: source.bytes.count + source.lineCount * 26 + (8 << 10), main: self
    ).file
  }

  private var authority: String { site.authorityName(of: summary) }
  private var title: String { site.name(of: summary) }

  private func append(to lines: inout [UInt8]) {
    let stated = statements
    let links = report.judgements.map(link)
    for number in 1...source.lineCount {
      lines.append("<li id=\"L")
      lines.append(raw: String(number))
      let judgements = stated[number] ?? []
      lines.append(judgements.isEmpty ? "\">" : "\" class=\"stated\"><mark>")
      append(line: number, to: &lines)
      if !judgements.isEmpty { lines.append("</mark>") }
      for judgement in judgements { lines.append(contentsOf: links[judgement]) }
      lines.append("</li>\n")
    }
  }

  /// Appends a line; a private-use character, which no reader's font has, becomes the bullet that it mostly is.
  private func append(line number: Int, to lines: inout [UInt8]) {
    let range = source.range(ofLine: number)
    guard source.bytes[range].contains(where: { $0 == 0xEE || $0 == 0xEF }) else {
      return lines.append(escaped: source.bytes[range])
    }
    let scalars = source.string(range).unicodeScalars
    lines.append(
      escaped: String(
        String.UnicodeScalarView(scalars.map { (0xE000...0xF8FF).contains($0.value) ? "\u{25AA}" : $0 })))
  }

  private func link(to judgement: Judgement) -> [UInt8] {
    var link = [UInt8](markup: " <a href=\"index.html#\(Anchor.judgement(judgement.key))\">")
    link.append(markup: "\([judgement.group, judgement.title].compactMap { $0 }.joined(separator: ": "))</a>")
    return link
  }

  /// The indices of the judgements whose grade each line states, by line.
  private var statements: [Int: [Int]] {
    var statements: [Int: [Int]] = [:]
    for (place, judgement) in report.judgements.enumerated() {
      let lines = judgement.evidence.map(\.line) + (judgement.review.map { [$0.line] } ?? [])
      for line in lines where statements[line]?.last != place { statements[line, default: []].append(place) }
    }
    return statements
  }
}
