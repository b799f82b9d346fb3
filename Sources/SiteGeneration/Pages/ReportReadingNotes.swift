internal import Diagnostics
internal import Inspections

/// How a report's page was read: from which file, with how many statements, and what is doubtful.
extension ReportPage {
  /// The section at the end of the page.
  var reading: [UInt8] {
    var facts: [UInt8] = []
    kit.append(fact: "File", "\(summary.fileName), \(Wording.count(report.source.lines, "line"))", to: &facts)
    kit.append(
      fact: "SHA-256 of the file", markup: [UInt8](markup: "<code>\(report.source.sha256)</code>"), to: &facts)
    kit.append(fact: "Statements of grades", statements, to: &facts)
    kit.append(fact: "Paragraphs", paragraphs, to: &facts)
    return kit.templates.filled(ReadingContext(facts: facts, doubts: doubts))
  }

  private var statements: String? {
    guard !report.judgements.isEmpty else { return nil }
    let total = report.judgements.reduce(0) { $0 + $1.evidence.count }
    var words = "\(Wording.count(total, "statement")) for \(Wording.count(report.judgements.count, "judgement"))"
    let parts: [(Judgement.Status, String)] = [
      (.agreed, "agree"), (.single, "stated once"), (.conflict, "contradictory"), (.withheld, "withheld"),
      (.notJudged, "not judged"), (.missing, "not found"),
    ]
    let counted = parts.compactMap { status, words in
      let count = report.judgements.count { $0.status == status }
      return count == 0 ? nil : status == .agreed ? "\(count) with statements that agree" : "\(count) \(words)"
    }
    words += counted.isEmpty ? "" : ": \(Wording.list(counted))"
    return words
  }

  private var paragraphs: String? {
    let counts = summary.paragraphs
    guard counts.total > 0 else { return nil }
    let parts = [
      (counts.printed, "with a printed number"), (counts.displaced, "with a number put back in its place"),
      (counts.inferred, "with a number that is not printed"), (counts.unnumbered, "without a number"),
    ]
    return Wording.list(parts.filter { $0.0 > 0 }.map { "\(Wording.grouped($0.0)) \($0.1)" })
  }

  private func sentence(_ message: String) -> String { message.prefix(1).uppercased() + message.dropFirst() + "." }

  private var doubts: [UInt8] {
    guard !report.diagnostics.isEmpty else { return [] }
    var items: [UInt8] = []
    for diagnostic in report.diagnostics {
      let line = diagnostic.location.map(\.line) ?? 0
      let context = DoubtContext(place: line > 0 ? "Line \(line)" : "Whole file", message: sentence(diagnostic.message))
      kit.templates.append(context, to: &items)
    }
    return kit.templates.filled(
      DoubtsContext(count: Wording.count(report.diagnostics.count, "doubt"), items: items))
  }
}
