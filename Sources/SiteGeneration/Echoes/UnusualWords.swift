/// The words of a text that may be unusual, told by a number each: words of five letters or more without their endings,
/// so that `assessing` and `assessments` are one.
enum UnusualWords {
  /// Calls the body for every such word, with its number and its place.
  @inline(__always)
  static func each(in bytes: [UInt8], _ range: Range<Int>, _ body: (_ number: UInt64, _ place: Range<Int>) -> Void) {
    let span = bytes.span
    var start = range.lowerBound
    while start < range.upperBound {
      guard isLetter(span[start]) else {
        start += 1
        continue
      }
      // The numbers of the word up to here, and of what it was one, two and three letters ago: endings are that long.
      var numbers = (seed, seed, seed, seed)
      var end = start
      while end < range.upperBound, isLetter(span[end]) {
        numbers = (mix(numbers.0, span[end]), numbers.0, numbers.1, numbers.2)
        end += 1
      }
      if end - start >= shortest {
        let number =
          switch ending(span, start, end) {
          case 3: numbers.3
          case 2: numbers.2
          case 1: numbers.1
          default: numbers.0
          }
        body(number, start..<end)
      }
      start = end
    }
  }

  private static let shortest = 5
  private static let shortestStem = 4
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// FNV-1a over lower-case letters.
  @inline(__always)
  private static func mix(_ number: UInt64, _ byte: UInt8) -> UInt64 {
    (number ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
  }

  /// How long the ending of a word is: `ing`, `ies`, `ed`, `es`, `ly` or `s`, where enough is left before it.
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

  /// The numbers of words that any report uses.
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
