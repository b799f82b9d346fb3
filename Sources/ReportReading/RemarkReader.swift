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
  private static let longestSubject = 24

  /// Every remark, in the order of the text.
  func remarks() -> [Witness] {
    guard !vocabulary.framework.judgements.isEmpty else { return [] }
    var found: [Witness] = []
    for index in text.lines.indices where text.lines[index].isText {
      guard outline.roles[index] == .text, !outline.isSilent[index] else { continue }
      let line = text.lines[index]
      if line.hasBullet, let witness = labelledItem(index) { found.append(witness) }
      var position = line.range.lowerBound
      while let start = vocabulary.gradeStart(in: text.bytes, position..<line.range.upperBound) {
        position = start
        guard let word = Word.next(in: text.bytes, from: &position, to: line.range.upperBound) else { break }
        if vocabulary.grades.mayBegin(with: word.hash), let witness = remark(word, index) { found.append(witness) }
      }
    }
    return found
  }

  /// The words of a word's sentence before it, over at most a few lines above.
  private func sentence(before word: Word, onLine index: Int) -> [Word] {
    var sentence = text.words(in: text.lines[index].range.lowerBound..<word.start)
    var above = index
    while !text.lines[above].hasBullet, above > max(0, index - 3), text.lines[above - 1].isText,
      outline.roles[above - 1] == .text, text.bytes[text.lines[above - 1].range].last != 0x2E
    {
      above -= 1
      sentence = text.words(in: text.lines[above].range) + sentence
    }
    guard let first = sentence.first else { return [] }
    guard let stop = text.bytes[first.start..<word.start].lastIndex(of: 0x2E) else { return sentence }
    return sentence.filter { $0.start > stop }
  }

  /// A list item that is a title with its grade: `• Adoption performance: good`.
  private func labelledItem(_ index: Int) -> Witness? {
    guard let item = scanner.trailingGrade(onLine: index), !item.isSentence, let first = item.title.first else {
      return nil
    }
    return witness(of: item.title, from: first.start, item.mention)
  }

  /// What the words of a sentence before a grade state with it: a title, then a verb of now, or `judged … to be`.
  private func remark(_ word: Word, _ index: Int) -> Witness? {
    var cursor = WordCursor(text, line: index, position: word.start)
    guard let mention = scanner.grades.grade(at: &cursor) else { return nil }
    let sentence = sentence(before: word, onLine: index)
    guard let first = sentence.first, sentence.count <= Self.longestSubject else { return nil }
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
    var behind: [Word] = []
    while behind.count < 8, let word = cursor.next() { behind.append(word) }
    return behind.first.map { Vocabulary.hedges.contains($0.hash) } ?? false || scanner.isOfOtherTimeOrPlace(behind)
  }

  /// Whether a quotation begins in a range and does not end there.
  private func isQuoted(_ range: Range<Int>) -> Bool {
    let words = text.bytes[range]
    let opening = words.indices.filter { words[$0...].prefix(3).elementsEqual([0xE2, 0x80, 0x9C]) }.count
    let closing = words.indices.filter { words[$0...].prefix(3).elementsEqual([0xE2, 0x80, 0x9D]) }.count
    return opening > closing || words.count { $0 == 0x22 } % 2 == 1
  }
}
