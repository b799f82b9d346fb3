import Inspections

/// The sentences that a framework gives as patterns with a place for the grade: `outcomes were {grade} against this
/// test`.
extension SentenceEvidenceExtractor {
  /// Returns the grades that they state anywhere in the text.
  func patterns() -> [EvidenceCandidate] {
    vocabulary.sentencePatterns.flatMap { sentence in
      reach(of: sentence).flatMap { words in
        sentence.pattern.matches(in: text, among: words) { _, word in
          mention(fromWord: word).map { [text.firstPlace(at: $0.end, among: text.words.indices)] } ?? []
        }
      }.compactMap { match in
        match.facts[.grade].flatMap { mention(fromWord: $0.lowerBound) }.map { mention in
          EvidenceCandidate(
            judgement: sentence.judgement, grade: mention.grade,
            kind: sentence.reach == .section ? .prose : .headline,
            weight: sentence.isStatement ? .statement : .support, line: mention.firstLine,
            text: text.string(ofWords: match.words), printedTitle: nil, isOneStatement: true)
        }
      }
    }
  }

  private func mention(fromWord word: Int) -> GradeMention? {
    var cursor = text.cursor(beforeWord: word)
    return grades.grade(at: &cursor)
  }

  /// The words among which a sentence is looked for.
  private func reach(of sentence: Vocabulary.SentencePattern) -> [Range<Int>] {
    switch sentence.reach {
    case .anywhere: return [text.words.indices]
    case .front: return [0..<text.firstWords[outline.frontEnd]]
    case .section:
      return outline.entries.indices.compactMap { place in
        let entry = outline.entries[place]
        guard entry.zone == .body, entry.meaning == .judgement(sentence.judgement) else { return nil }
        // A heading that the framework does not list is part of the section.
        let next = outline.entries[(place + 1)...].first { $0.meaning != .unknown }
        let end = next?.heading.firstLine ?? text.lines.count
        return text.firstWords[entry.heading.lastLine + 1]..<text.firstWords[end]
      }
    }
  }
}
