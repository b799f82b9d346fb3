internal import Diagnostics
internal import Inspections

/// The notes on how a report was read: the source file, the number of statements, and the issues.
extension ReportPage {
  /// The facts about the source file and the statements read from it.
  var readingFacts: [Fact] {
    [
      Fact("File", "\(summary.fileName), \(DisplayText.count(report.source.lines, "line"))"),
      Fact("SHA-256 of the file", markup: [UInt8](markup: "<code>\(report.source.sha256)</code>")),
      Fact("Statements of grades", statements), Fact("Paragraphs", numbering),
    ].compactMap { $0 }
  }

  /// The issues with the report.
  var doubts: [Doubt] { report.diagnostics.map(Doubt.init) }

  private var statements: String? {
    guard !report.judgements.isEmpty else { return nil }
    let total = report.judgements.reduce(0) { $0 + $1.evidence.count }
    var words =
      "\(DisplayText.count(total, "statement")) for \(DisplayText.count(report.judgements.count, "judgement"))"
    let parts: [(Judgement.Status, String)] = [
      (.agreed, "agree"), (.single, "stated once"), (.conflict, "contradictory"), (.withheld, "withheld"),
      (.notJudged, "not judged"), (.missing, "not found"), (.reviewed, "read by a person"),
    ]
    let counted = parts.compactMap { status, words in
      let count = report.judgements.count { $0.status == status }
      return count == 0 ? nil : status == .agreed ? "\(count) with statements that agree" : "\(count) \(words)"
    }
    words += counted.isEmpty ? "" : ": \(DisplayText.list(counted))"
    return words
  }

  private var numbering: String? {
    let counts = summary.counts
    guard counts.findings > 0 else { return nil }
    let parts = [
      (counts[.printed], "with a printed number"), (counts[.displaced], "with a number put back in its place"),
      (counts[.inferred], "with a number that is not printed"), (counts[.none], "without a number"),
    ]
    return DisplayText.list(parts.filter { $0.0 > 0 }.map { "\(DisplayText.grouped($0.0)) \($0.1)" })
  }
}

/// An issue with the report.
struct Doubt: TemplateContext {
  static let fields: [TemplateField<Doubt>] = [.text("place") { $0.place }, .text("message") { $0.message }]

  let diagnostic: Diagnostic

  private var place: String {
    let line = diagnostic.location?.line ?? 0
    return line > 0 ? "Line \(line)" : "Whole file"
  }

  private var message: String { diagnostic.message.prefix(1).uppercased() + diagnostic.message.dropFirst() + "." }
}
