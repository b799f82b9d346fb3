/// The words of a text that may be unusual, each hashed to a number: words of five letters or more without their
/// endings, so that `assessing` and `assessments` are the same word.
enum UnusualWords {
  /// Calls `body` for each such word, with its number and its range.
  @inline(__always)
  static func each(in bytes: [UInt8], _ range: Range<Int>, _ body: (_ number: UInt64, _ place: Range<Int>) -> Void) {
    let span = bytes.span
    var start = range.lowerBound
    while start < range.upperBound {
      guard isLetter(span[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < range.upperBound, isLetter(span[end]) { end += 1 }
      if end - start >= shortest {
        body(number(of: span, start, end - ending(span, start, end)), start..<end)
      }
      start = end
    }
  }

  private static let shortest = 5
  private static let shortestStem = 4

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// Returns the hash of the letters in a range, ignoring case; eight letters are mixed in at a time.
  @inline(__always)
  private static func number(of span: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var number = UInt64(truncatingIfNeeded: end - start) &* 0x9E37_79B9_7F4A_7C15
    var index = start
    while index < end {
      var letters: UInt64 = 0
      let stop = min(index + 8, end)
      while index < stop {
        letters = letters << 8 | UInt64(span[index] | 0x20)
        index += 1
      }
      number = (number ^ letters) &* 0xD6E8_FEB8_6659_FD93
      number ^= number >> 32
    }
    return number
  }

  /// Returns the length of a word's ending, `ing`, `ies`, `ed`, `es`, `ly` or `s`, if enough letters remain before it.
  @inline(__always)
  private static func ending(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let room = end - start - shortestStem
    guard room > 0 else { return 0 }
    let before = span[end - 2] | 0x20
    switch span[end - 1] | 0x20 {
    case UInt8(ascii: "g"):
      return room >= 3 && before == UInt8(ascii: "n") && span[end - 3] | 0x20 == UInt8(ascii: "i") ? 3 : 0
    case UInt8(ascii: "d"): return room >= 2 && before == UInt8(ascii: "e") ? 2 : 0
    case UInt8(ascii: "y"): return room >= 2 && before == UInt8(ascii: "l") ? 2 : 0
    case UInt8(ascii: "s"):
      guard before == UInt8(ascii: "e"), room >= 2 else { return 1 }
      return room >= 3 && span[end - 3] | 0x20 == UInt8(ascii: "i") ? 3 : 2
    default: return 0
    }
  }

  /// The hashes of words that are common in all reports.
  static let common: Set<UInt64> = Set(
    """
    account across after agencies agency always appropriate arrangements authority available before being between care
    child children clearly consider consistently continue council could develop during effective effectively ensure
    every family families fully further health however impact improve improvement improvements include including
    increase information inspection inspectors leaders local looked managers meeting meets needs other people place
    plans practice process progress provide provision quality range report review robust services should social staff
    strengthen sufficient support taken their there therefore these those through timely under understood until using
    where which while whether within without workers would young
    """.split(whereSeparator: \.isWhitespace).compactMap { word in
      var number: UInt64?
      each(in: Array(word.utf8), 0..<word.utf8.count) { found, _ in number = found }
      return number
    })
}
