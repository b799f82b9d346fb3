import Synchronization

/// Joins words that are broken at the end of a line.
extension ReportText {
  /// The way in which the words of one line continue on the next.
  enum Joint {
    /// As separate words.
    case blank
    /// As one hyphenated word: `multi-` `agency`.
    case hyphenatedWord
    /// As one word: `improve-` `ment`.
    case wholeWord
  }

  /// Returns how a line continues on the next. A hyphen at the end is kept, unless the report prints the word without
  /// it elsewhere; a soft hyphen is dropped.
  func joint(_ line: Range<Int>, _ next: Range<Int>) -> Joint {
    guard let last = bytes[line].last, last == 0x2D || last == 0xAD,
      next.first.map({ bytes[$0] >= 0x61 && bytes[$0] <= 0x7A }) ?? false
    else { return .blank }
    if last == 0xAD { return bytes[line].dropLast().last == 0xC2 ? .wholeWord : .blank }
    let head = bytes[line].dropLast().reversed().prefix { Fold.isWordASCII($0) }
    let tail = bytes[next].prefix { Fold.isWordASCII($0) }
    guard let letter = head.first, letter >= 0x61, letter <= 0x7A else { return .blank }
    return head.count > 1 && tail.count > 1 && prints(head.reversed() + tail) ? .wholeWord : .hyphenatedWord
  }

  /// Whether a line ends in a hyphen: `-`, a soft hyphen, or U+2010, which is never a minus sign.
  func endsInHyphen(_ line: Range<Int>) -> Bool {
    let end = bytes[line].suffix(3)
    return end.last == 0x2D || end.suffix(2).elementsEqual([0xC2, 0xAD]) || end.elementsEqual([0xE2, 0x80, 0x90])
  }

  /// Whether a word occurs anywhere in the text.
  private func prints(_ word: [UInt8]) -> Bool {
    guard let word = Word.all(in: word).first else { return false }
    return printed.withLock { printed in
      if let printed { return printed.contains(word.hash) }
      let all = WordSet(words.lazy.map(\.hash))
      printed = all
      return all.contains(word.hash)
    }
  }
}
