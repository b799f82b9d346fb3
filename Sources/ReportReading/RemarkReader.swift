import Inspections

/// Finds sentences and list items anywhere in a report that give one of its judgements a grade. They never make a grade,
/// but one that contradicts a published grade is not outvoted in silence.
struct RemarkReader {
  let text: ReportText
  let outline: Outline
  let vocabulary: Vocabulary
  let scanner: HeadingScanner

  /// How like the subject of a sentence must be to a judgement's title.
  private static let threshold = 0.7
  private static let longestSubject = 30

  /// Every remark, in the order of the text.
  func remarks() -> [Witness] {
    guard !vocabulary.framework.judgements.isEmpty else { return [] }
    var found: [Witness] = []
    var sentence: [Word] = []
    for index in text.lines.indices where text.lines[index].isText {
      guard outline.roles[index] == .text, !outline.isSilent[index] else {
        sentence = []
        continue
      }
      let line = text.lines[index]
      if line.hasBullet || index == 0 || text.lines[index - 1].isBlank { sentence = [] }
      if line.hasBullet, let witness = labelledItem(index) { found.append(witness) }
      var position = line.range.lowerBound
      while true {
        let before = position
        guard let word = Word.next(in: text.bytes, from: &position, to: line.range.upperBound) else { break }
        if before < word.start, text.bytes[before..<word.start].contains(0x2E) { sentence = [] }
        if !sentence.isEmpty, vocabulary.grades.mayBegin(with: word.hash), sentence.count <= Self.longestSubject,
          let witness = remark(sentence, word, index)
        {
          found.append(witness)
        }
        sentence.append(word)
      }
      if text.bytes[line.range].last == 0x2E { sentence = [] }
    }
    return found
  }

  /// A list item that is a title with its grade: `• Adoption performance: good`.
  private func labelledItem(_ index: Int) -> Witness? {
    guard let item = scanner.trailingGrade(onLine: index), !item.isSentence, let first = item.title.first else {
      return nil
    }
    return witness(of: item.title, from: first.start, item.mention)
  }

  /// What the words of a sentence before a grade state with it: a title, then a verb of now, or `judged … to be`.
  private func remark(_ sentence: [Word], _ word: Word, _ index: Int) -> Witness? {
    var cursor = WordCursor(text, line: index, position: word.start)
    guard let mention = scanner.grades.grade(at: &cursor), let first = sentence.first else { return nil }
    let linked = sentence.reversed().prefix { Vocabulary.linkingWords.contains($0.hash) }
    let subject = sentence.dropLast(linked.count)
    let isJudged = sentence.contains { $0.hash == Vocabulary.judged }
    let hasVerb = linked.contains { Vocabulary.verbs.contains($0.hash) } || beginsWithVerb(mention) || isJudged
    guard hasVerb, !subject.isEmpty, !sentence.contains(where: { Vocabulary.doubts.contains($0.hash) }),
      isJudged || !sentence.contains(where: { Vocabulary.past.contains($0.hash) }), !isHedged(cursor),
      !isQuoted(first.start..<mention.start)
    else { return nil }
    let titled = isJudged ? subject.filter { !Vocabulary.judging.contains($0.hash) } : Array(subject)
    return witness(of: titled, from: first.start, mention)
  }

  private func witness(of subject: [Word], from start: Int, _ mention: GradeMention) -> Witness? {
    guard !scanner.isOfOtherTimeOrPlace(subject),
      let match = vocabulary.rows.nearest(
        to: subject, in: text,
        where: { term in
          guard case .judgement(let judgement, _) = term else { return false }
          return vocabulary.framework.judgements[judgement].applies(to: scanner.start)
        }),
      match.likeness >= Self.threshold, !match.isNarrow, match.terms.count == 1,
      case .judgement(let judgement, _) = match.terms[0]
    else { return nil }
    return Witness(
      judgement: judgement, grade: mention.grade, kind: .prose, weight: .remark, line: mention.firstLine,
      text: text.string(start..<mention.end), printedTitle: nil)
  }

  private func beginsWithVerb(_ mention: GradeMention) -> Bool {
    text.words(in: mention.start..<mention.end).count > 1
  }

  private func isHedged(_ cursor: WordCursor) -> Bool {
    var cursor = cursor
    guard let word = cursor.next() else { return false }
    return Vocabulary.hedges.contains(word.hash)
  }

  /// Whether a quotation begins in a range and does not end there.
  private func isQuoted(_ range: Range<Int>) -> Bool {
    let words = text.bytes[range]
    let opening = words.indices.filter { words[$0...].prefix(3).elementsEqual([0xE2, 0x80, 0x9C]) }.count
    let closing = words.indices.filter { words[$0...].prefix(3).elementsEqual([0xE2, 0x80, 0x9D]) }.count
    return opening > closing || words.count { $0 == 0x22 } % 2 == 1
  }
}
