import Diagnostics
import Inspections

/// Turns every statement of a grade into evidence, then reconciles the statements.
struct JudgementPass {
  let outline: Outline
  let scanner: HeadingScanner
  private var text: ReportText { scanner.text }
  private var vocabulary: Vocabulary { scanner.vocabulary }

  func judge() -> (judgements: [Judgement], diagnostics: [Diagnostic]) {
    let start = scanner.start
    let sentences = SentenceEvidenceExtractor(text: text, outline: outline, vocabulary: vocabulary, scanner: scanner)
    let headlines = sentences.headlines()
    let tables = TableReader(
      text: text, outline: outline, expected: vocabulary.tabled(on: start, stated: headlines)
    ).read()
    let remarks = RemarkReader(text: text, outline: outline, vocabulary: vocabulary, scanner: scanner).remarks()
    let titled = outline.entries.compactMap { entry -> (Int, Int)? in
      guard case .judgement(let index?) = entry.meaning else { return nil }
      return (index, text.lines[entry.heading.firstLine].number)
    }
    let reconciler = Reconciler(
      text: text, framework: vocabulary.framework, start: start, titles: Dictionary(titled) { first, _ in first })
    var judged = reconciler.judgements(
      from: tables.candidates + headlines + sentences.standardSentences() + sentences.patterns() + sentences.openings()
        + remarks)
    let unknown = reconciler.unknownJudgements(tables.unknown)
    judged.judgements += unknown.judgements
    judged.diagnostics += unknown.diagnostics
    judged.diagnostics += reconciler.doubtsOnOveralls(judged.judgements)
    let isIncomplete = judged.judgements.contains { $0.grade == nil }
    judged.diagnostics += tables.unassignedGrades.map { mention in
      text.source.diagnostic(
        isIncomplete ? .warning : .note, .strayGrade, "no title says what the grade here judges",
        line: text.lines[mention.firstLine].number)
    }
    judged.diagnostics += assumedTitles
    return judged
  }

  /// A note for every title that was matched to a judgement's by likeness, with the line that would confirm it.
  private var assumedTitles: [Diagnostic] {
    let framework = vocabulary.framework
    var seen: Set<String> = []
    return outline.entries.compactMap { entry in
      guard case .judgement(let index?) = entry.meaning, !entry.heading.isSentence, let match = entry.heading.nearest,
        match.likeness < 1, seen.insert("\(index) \(entry.heading.printed)").inserted
      else { return nil }
      let id = framework.judgements[index].id
      return text.source.diagnostic(
        .note, .unfamiliarJudgement, "“\(entry.heading.printed)” was taken for “\(match.title)”",
        line: text.lines[entry.heading.firstLine].number,
        suggestion: Diagnostic.Suggestion(
          wording: entry.heading.printed, place: "judgements, \(id), variants", framework: framework.file))
    }
  }
}
