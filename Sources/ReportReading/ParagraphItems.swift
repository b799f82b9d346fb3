import Inspections

/// Finds where the items of a list begin whose items are paragraphs: sentences that say what somebody should do.
///
/// Extraction keeps no blank line between them, so a line begins an item if the line above ended its paragraph (it
/// ends a sentence, and the next word would still have fitted on it) and the sentence that it begins says `should`
/// of somebody, not of something said before (`This should …`).
struct ParagraphItems {
  let text: ReportText

  /// Whether a plain line begins an item.
  ///
  /// - Parameters:
  ///   - previous: the last line with words above it in the same list.
  ///   - first: the line that began the list's first item; items that open with the same words are told by them.
  func begins(at index: Int, after previous: Int?, first: Int?) -> Bool {
    guard saysShould(index) else { return false }
    guard let previous else { return true }
    if endsParagraph(previous, before: index) { return true }
    return endsSentence(previous) && first.map { opening(of: $0) == opening(of: index) } ?? false
  }

  private func opening(of index: Int) -> [UInt64] {
    var cursor = WordCursor(text, line: index)
    return (0..<3).compactMap { _ in cursor.next()?.hash }
  }

  private func endsSentence(_ index: Int) -> Bool {
    let last = text.bytes[text.lines[index].range].last
    return last == 0x2E || last == 0x3B
  }

  private func saysShould(_ index: Int) -> Bool {
    var cursor = WordCursor(text, line: index)
    guard let first = cursor.next(), !text.beginsLowerCase(first.start..<first.end), !Self.pronouns.contains(first.hash)
    else { return false }
    for _ in 0..<40 {
      let before = cursor.position
      guard let word = cursor.next() else { return false }
      if before < word.start, text.bytes[before..<word.start].contains(0x2E) { return false }
      if Self.duties.contains(word.hash) { return true }
    }
    return false
  }

  private func endsParagraph(_ previous: Int, before index: Int) -> Bool {
    let range = text.lines[previous].range
    // Behind a bullet that stands alone come the bullet's own words.
    if text.lines[previous].hasBullet { return !range.isEmpty }
    let isApart = index - previous > 1
    if endsSentence(previous) {
      return isApart || length(range) + 1 + firstWordLength(index) <= widest(around: index)
    }
    // The name of a body, in a column of its own beside the list.
    return isApart && length(range) * 2 < widest(around: index)
  }

  private func firstWordLength(_ index: Int) -> Int {
    let range = text.lines[index].range
    return text.bytes[range].prefix { $0 != 0x20 }.count
  }

  /// The length of the longest line near a line: what its column holds.
  private func widest(around index: Int) -> Int {
    let near = max(0, index - 12)..<min(text.lines.count, index + 12)
    return near.filter { text.lines[$0].isText }.map { length(text.lines[$0].range) }.max() ?? 0
  }

  /// The number of characters: a curved quotation mark is three bytes and one character.
  private func length(_ range: Range<Int>) -> Int {
    text.bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  private static let duties: Set<UInt64> = Set(["should", "must", "need", "needs"].map { Word.hash(of: $0) })
  private static let pronouns: Set<UInt64> = Set(
    ["this", "these", "they", "it", "in", "as", "such", "where", "when", "action", "there"].map { Word.hash(of: $0) })
}
