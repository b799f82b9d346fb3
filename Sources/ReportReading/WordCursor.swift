/// Walks the words of a report from a place on, over line ends, past page furniture.
struct WordCursor {
  /// A cursor's position: small enough to keep at every step and return to.
  struct Place {
    /// The index of the line.
    fileprivate(set) var line: Int
    /// The place in the text's bytes after the last word.
    fileprivate(set) var position: Int
    /// The next word's place among the text's.
    fileprivate var next: Int
  }

  /// The cursor's position.
  var place: Place
  private let text: ReportText
  /// The most blank lines between two words; a word beyond more of them is not reached.
  private let blankLimit: Int

  /// A cursor at the first word of a line, or at a place on it.
  init(_ text: ReportText, line: Int, position: Int? = nil, blankLimit: Int = 0) {
    self.text = text
    self.blankLimit = blankLimit
    let first = text.firstWords[line]
    place = Place(
      line: line, position: position ?? text.lines[line].range.lowerBound,
      next: position.map { text.firstPlace(at: $0, among: first..<text.firstWords[line + 1]) } ?? first)
  }

  /// The index of the line the cursor is on.
  var lineIndex: Int { place.line }

  /// The place in the text's bytes after the last word.
  var position: Int { place.position }

  /// The next word; nil where the text or the run of lines ends.
  mutating func next() -> Word? {
    while place.next >= text.firstWords[place.line + 1] {
      place.position = lineEnd
      guard let following = text.textLine(after: place.line, skippingBlanks: blankLimit) else { return nil }
      // A bullet opens something new, except where the last line was only a bullet.
      if text.lines[following].hasBullet { return nil }
      place = Place(
        line: following, position: text.lines[following].range.lowerBound, next: text.firstWords[following])
    }
    let word = text.words[place.next]
    place.next += 1
    place.position = word.end
    return word
  }

  /// Whether the line ends in a hyphen just after the last word: the word may go on below.
  var isBroken: Bool {
    // A soft hyphen counts as part of the word before it.
    let isHyphen = rest.isEmpty || [0x2D, 0xE2].contains(text.bytes[position]) && [1, 3].contains(rest.count)
    return isHyphen && text.endsInHyphen(text.lines[place.line].range)
  }

  /// The hash of a broken word with the next line's first word.
  func joined(_ word: Word) -> UInt64? {
    var ahead = self
    guard let rest = ahead.next() else { return nil }
    return Word.hash(continuing: word.hash, with: text.bytes, rest.range)
  }

  /// The hash of a word without the digits of a footnote's sign that touch it; nil where none does.
  func withoutNote(_ word: Word) -> UInt64? {
    guard text.bytes[word.end - 1].isASCIIDigit else { return nil }
    var end = word.end
    while end > word.start, text.bytes[end - 1].isASCIIDigit { end -= 1 }
    guard word.end - end <= 2, end - word.start > 3 else { return nil }
    return Word.first(in: text.bytes, word.start..<end)?.hash
  }

  /// The rest of the line after the last word.
  var rest: Range<Int> { min(position, lineEnd)..<lineEnd }

  private var lineEnd: Int { text.lines[place.line].range.upperBound }
}
