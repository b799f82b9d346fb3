/// The words of a text that may be unusual, told by a number each: words of five letters or more without their endings,
/// so that `assessing` and `assessments` are one.
enum UnusualWords {
  /// Calls the body for every such word, with its number and its place.
  static func each(in bytes: [UInt8], _ range: Range<Int>, _ body: (_ number: UInt64, _ place: Range<Int>) -> Void) {
    var start = range.lowerBound
    while start < range.upperBound {
      guard isLetter(bytes[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < range.upperBound, isLetter(bytes[end]) { end += 1 }
      if end - start >= shortest {
        body(number(of: bytes, start..<end), start..<end)
      }
      start = end
    }
  }

  private static let shortest = 5
  private static let shortestStem = 4

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// The number of a word without its ending (FNV-1a over lower-case letters).
  private static func number(of bytes: [UInt8], _ word: Range<Int>) -> UInt64 {
    var end = word.upperBound
    for ending in endings where word.count - ending.count >= shortestStem {
      let tail = bytes[(word.upperBound - ending.count)..<word.upperBound]
      if tail.elementsEqual(ending, by: { $0 | 0x20 == $1 }) {
        end -= ending.count
        break
      }
    }
    var number: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[word.lowerBound..<end] { number = (number ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3 }
    return number
  }

  private static let endings = ["ing", "ies", "ed", "es", "ly", "s"].map { Array($0.utf8) }

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
    """.split(whereSeparator: \.isWhitespace).map { number(of: Array($0.utf8), 0..<$0.utf8.count) })
}
