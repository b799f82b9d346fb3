import Synchronization

/// Words that the end of a line breaks, put together again in the text that is kept.
extension ReportText {
  /// How the words of one line go on with those of the next.
  enum Joint {
    /// As words of their own.
    case blank
    /// As one word with a hyphen in it: `multi-` `agency`.
    case hyphenatedWord
    /// As one word: `improve-` `ment`.
    case wholeWord
  }

  /// How a line goes on with the next. A hyphen at the end stands for itself, unless the report prints the word without
  /// it elsewhere; a soft hyphen never does.
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

  /// Whether a line ends in a hyphen: a printed or a soft one, or the one that is never a minus sign.
  func endsInHyphen(_ line: Range<Int>) -> Bool {
    let end = bytes[line].suffix(3)
    return end.last == 0x2D || end.suffix(2).elementsEqual([0xC2, 0xAD]) || end.elementsEqual([0xE2, 0x80, 0x90])
  }

  /// Whether a word stands anywhere in the text.
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
