import Inspections

/// Finds sentences and list items anywhere in a report that give one of its judgements a grade. They never make a
/// grade, but one that contradicts a published grade is not outvoted in silence.
struct RemarkReader {
  let text: ReportText
  let outline: Outline
  let vocabulary: Vocabulary
  let scanner: HeadingScanner

  private static let longestSentence = 60
  /// The number of bytes of a line that are looked at, which is more than a sentence needs.
  private static let reach = 1_000
  private static let longestSubject = 16

  /// Every remark, in the order of the text.
  func remarks() -> [EvidenceCandidate] {
    guard !vocabulary.framework.judgements.isEmpty else { return [] }
    var found: [EvidenceCandidate] = []
    let (words, firstWords, grades) = (text.words, text.firstWords, vocabulary.grades)
    // A grade's own words may hold another: `requires improvement to be good`.
    var end = 0
    var entries = outline.entries[...]
    var group: Int?
    for index in text.lines.indices where text.lines[index].isText || text.lines[index].isFootnote {
      while let entry = entries.first, entry.heading.firstLine <= index {
        group = entry.group
        entries = entries.dropFirst()
      }
      guard outline.roles[index] == .text, !outline.isSilent[index] else { continue }
      for place in firstWords[index]..<firstWords[index + 1] {
        let word = words[place]
        guard grades.mayBegin(with: word.hash), word.start >= end else { continue }
        var cursor = WordCursor(text, line: index, position: word.start)
        guard let mention = scanner.grades.grade(at: &cursor) else { continue }
        end = mention.end
        found += remarks(mention, cursor, index, group: group)
      }
    }
    return found
  }

  /// Returns what a grade states, if its sentence names a judgement and is about the present.
  private func remarks(_ mention: GradeMention, _ cursor: WordCursor, _ index: Int, group: Int?) -> [EvidenceCandidate]
  {
    let before = words(before: mention.start, onLine: index)
    let after = words(after: cursor, isLabelled: before.isEmpty)
    guard isPredicate(mention, before, after, cursor), before.count + after.count <= Self.longestSentence else {
      return []
    }
    let start = before.first?.start ?? mention.start
    let end = max(mention.end, before.isEmpty ? after.last?.end ?? 0 : 0)
    return judgements(in: before, after, mention, group).sorted().map { judgement in
      EvidenceCandidate(
        judgement: judgement, grade: mention.grade, kind: .prose, weight: .remark, line: mention.firstLine,
        text: text.string(start..<end), printedTitle: nil)
    }
  }

  /// Whether a grade ends what is said, or is joined to it: not `good practice`.
  private func isPredicate(_ mention: GradeMention, _ before: [Word], _ after: [Word], _ cursor: WordCursor) -> Bool {
    // `An authority that is good …` defines a grade.
    if let first = before.first, first.count <= 2, Vocabulary.articles.contains(first.hash) { return false }
    guard let last = before.last else {
      return after.first.map { text.bytes[cursor.position..<$0.start].contains(0x3A) } ?? false
    }
    let joint = text.bytes[last.end..<mention.start]
    if joint.count > 2 || joint.contains(where: { [0x3A, 0x28, 0x7C, 0x09].contains($0) || $0 >= 0x80 }) {
      return true
    }
    if before.dropLast().last?.hash == Vocabulary.existence || before.first?.hash == Vocabulary.denial { return false }
    // `… improvements to be good` says what is aimed at, `judged to be good` what is.
    if let infinitive = before.suffix(3).firstIndex(where: { $0.hash == Vocabulary.infinitive }) {
      let subject = before[..<infinitive]
      if subject.contains(where: { Vocabulary.aims.contains($0.hash) }),
        !subject.contains(where: { Vocabulary.judging.contains($0.hash) })
      {
        return false
      }
    }
    let isHedged = after.first.map { Vocabulary.hedges.contains($0.hash) } ?? false
    return Vocabulary.joints.contains(last.hash) && !isHedged || scanner.grades.beginsWithVerb(mention)
  }

  /// The judgements that a sentence names, where it is about this inspection.
  private func judgements(
    in before: [Word], _ after: [Word], _ mention: GradeMention, _ group: Int?
  ) -> Set<Int> {
    let words = before + after
    let isJudged = before.contains { Vocabulary.judging.contains($0.hash) }
    guard !words.contains(where: { Vocabulary.doubts.contains($0.hash) }), !scanner.isOfOtherTimeOrPlace(words),
      isJudged || !before.contains(where: { Vocabulary.past.contains($0.hash) }), !isQuoted(before, mention)
    else { return [] }
    // Groups share titles: a sentence is about the group it is in.
    let groupID = group.map { vocabulary.framework.groups[$0].id }
    let named = vocabulary.rows.contained(in: words, of: text) { index in
      let judgement = vocabulary.framework.judgements[index]
      return judgement.group == groupID && judgement.applies(to: scanner.start)
    }
    if !named.isEmpty { return named }
    let subject = before.reversed().drop { Vocabulary.linkingWords.contains($0.hash) }
    let isComplete =
      after.allSatisfy { $0.hash == Vocabulary.overall }
      || text.bytes[mention.end] == 0x2C && !Vocabulary.concessions.contains(before.first?.hash ?? 0)
    guard isComplete, subject.count < before.count, subject.count <= Self.longestSubject,
      vocabulary.isWhole(Array(subject.reversed().prefix(3)), in: text), vocabulary.isWhole(Array(subject), in: text)
    else { return [] }
    return Set([vocabulary.onlyOverall(on: scanner.start)].compactMap { $0 })
  }

  /// The words of a sentence before a place, over at most a few lines above.
  private func words(before start: Int, onLine index: Int) -> [Word] {
    var words = Array(text.words(in: max(text.lines[index].range.lowerBound, start - Self.reach)..<start))
    var above = index
    while !text.lines[above].hasBullet, above > max(0, index - 3),
      text.lines[above - 1].isText || text.lines[above - 1].isFootnote,
      outline.roles[above - 1] == .text, text.bytes[text.lines[above - 1].range].last != 0x2E
    {
      above -= 1
      let line = text.lines[above].range
      words = text.words(in: max(line.lowerBound, line.upperBound - Self.reach)..<line.upperBound) + words
    }
    guard let first = words.first, let stop = text.bytes[first.start..<start].lastIndex(of: 0x2E) else {
      return words
    }
    return words.filter { $0.start > stop }
  }

  /// The words of the sentence after a grade. A title after its grade does not go on over a page.
  private func words(after cursor: WordCursor, isLabelled: Bool) -> [Word] {
    var cursor = cursor
    var words: [Word] = []
    while words.count < Self.longestSentence / 2 {
      let end = cursor.position
      let isFootnote = text.lines[cursor.lineIndex].isFootnote
      guard let word = cursor.next(), outline.roles[cursor.lineIndex] == .text,
        !isFootnote || text.lines[cursor.lineIndex].isFootnote,
        !isLabelled || end >= text.lines[cursor.lineIndex].range.lowerBound || !text.lines[cursor.lineIndex].startsPage,
        !text.bytes[end..<max(end, word.start)].contains(0x2E)
      else { break }
      words.append(word)
    }
    return words
  }

  /// Whether a quotation begins before a grade and does not end there.
  private func isQuoted(_ before: [Word], _ mention: GradeMention) -> Bool {
    guard let first = before.first else { return false }
    let bytes = text.bytes[max(0, first.start - 3)..<mention.start]
    let opening = bytes.indices.count { bytes[$0...].prefix(3).elementsEqual([0xE2, 0x80, 0x9C]) }
    let closing = bytes.indices.count { bytes[$0...].prefix(3).elementsEqual([0xE2, 0x80, 0x9D]) }
    return opening > closing || bytes.count { $0 == 0x22 } % 2 == 1
  }
}
