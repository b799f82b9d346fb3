/// A word of the text, folded so that it can be compared: case, apostrophes, soft hyphens and ligatures make no
/// difference, `&` is `and`, `%` is `percent`.
struct Word: Equatable {
  /// The hash of the folded letters and digits; words are compared by it.
  let hash: UInt64
  private let place: UInt32
  private let length: UInt32

  /// The offset of the word in the text's bytes.
  var start: Int { Int(place) }
  var end: Int { Int(place) + Int(length) }
  var range: Range<Int> { start..<end }
  var count: Int { Int(length) }

  @inline(__always)
  init(hash: UInt64, start: Int, end: Int) {
    self.hash = hash
    place = UInt32(truncatingIfNeeded: start)
    length = UInt32(truncatingIfNeeded: end - start)
  }

  static func == (lhs: Word, rhs: Word) -> Bool { lhs.hash == rhs.hash }
}

extension Word {
  /// The words of some bytes.
  static func all(in bytes: [UInt8]) -> [Word] {
    var position = 0
    var words: [Word] = []
    while let word = next(in: bytes.span, from: &position) { words.append(word) }
    return words
  }

  /// The first word of a range of bytes.
  static func first(in bytes: [UInt8], _ range: Range<Int>) -> Word? {
    var position = 0
    return next(in: bytes.span.extracting(range), from: &position, offset: range.lowerBound)
  }

  /// The hash of a word given as a string, for the vocabulary.
  static func hash(of word: String) -> UInt64 { hashes(of: word).first ?? 0 }

  /// The hashes of the words of a phrase.
  static func hashes(of phrase: String) -> [UInt64] { all(in: Array(phrase.utf8)).map(\.hash) }

  /// The stems of the words of a phrase, in their order.
  static func stems(of phrase: String) -> [UInt64] {
    let bytes = Array(phrase.utf8)
    return all(in: bytes).map { $0.stem(in: bytes) }
  }

  /// The hash of the word without the `s` of a plural.
  func stem(in bytes: [UInt8]) -> UInt64 {
    guard length > 3, bytes[end - 1] | 0x20 == 0x73, bytes[end - 2] | 0x20 != 0x73 else { return hash }
    return Fold.unmix(hash, 0x73)
  }

  /// The hash of a word whose beginning has one hash already and whose rest is in a range.
  static func hash(continuing hash: UInt64, with bytes: [UInt8], _ range: Range<Int>) -> UInt64? {
    var position = 0
    return next(in: bytes.span.extracting(range), from: &position, seed: hash)?.hash
  }

  /// The next word of a part of the text at or after `position`, which moves past it; nil at the end. The part begins
  /// at an offset of the text.
  @inline(__always)
  static func next(
    in bytes: Span<UInt8>, from position: inout Int, offset: Int = 0, seed: UInt64 = Fold.seed
  ) -> Word? {
    var index = position
    while index < bytes.count {
      let byte = bytes[index]
      if Fold.isWordASCII(byte) || byte == 0x26 || byte == 0x25 { break }
      if byte >= 0x80, case .letter = Fold.class(ofNonASCIIIn: bytes, at: index) { break }
      index += byte < 0x80 ? 1 : Fold.length(ofSequenceStartingWith: byte)
    }
    guard index < bytes.count else {
      position = bytes.count
      return nil
    }
    let start = index
    var hash = seed
    if bytes[index] == 0x26 || bytes[index] == 0x25 {
      position = index + 1
      for letter in bytes[index] == 0x26 ? "and".utf8 : "percent".utf8 { hash = Fold.mix(hash, letter) }
      return Word(hash: hash, start: offset + start, end: offset + index + 1)
    }
    scan: while index < bytes.count {
      let byte = bytes[index]
      if Fold.isWordASCII(byte) {
        // The bit that makes a letter small is set in every digit.
        hash = Fold.mix(hash, byte | 0x20)
        index += 1
      } else if byte == 0x27 || byte == MarkdownStripper.nothing {
        index += 1
      } else if byte >= 0x80 {
        let length = min(Fold.length(ofSequenceStartingWith: byte), bytes.count - index)
        switch Fold.class(ofNonASCIIIn: bytes, at: index) {
        case .separator: break scan
        case .ignored: break
        case .letter:
          for next in index..<index + length { hash = Fold.mix(hash, bytes[next]) }
        }
        index += length
      } else {
        break
      }
    }
    position = index
    return Word(hash: hash, start: offset + start, end: offset + index)
  }
}

extension UInt8 {
  /// Whether the byte is a digit of ASCII.
  @inline(__always)
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
}

/// The form of bytes in which words are compared.
enum Fold {
  /// The role of a character beyond ASCII in a word.
  enum Class {
    /// It ends the word.
    case separator
    /// It is skipped: apostrophes, soft hyphens, zero-width characters.
    case ignored
    /// It is part of the word.
    case letter
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The hash before a byte was mixed in: the factor of `mix` has an inverse.
  @inline(__always)
  static func unmix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash &* 0xCE96_5057_AFF6_957B) ^ UInt64(byte) }

  @inline(__always)
  static func isWordASCII(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  @inline(__always)
  static func length(ofSequenceStartingWith byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  static func `class`(ofNonASCIIIn bytes: Span<UInt8>, at index: Int) -> Class {
    let second: UInt8 = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third: UInt8 = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (bytes[index], second, third) {
    // Soft hyphen, apostrophes.
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x98...0x99), (0xE2, 0x80, 0x9B): return .ignored
    // Marks that are set above or below a letter, and signs that extraction prints for one it does not know.
    case (0xCB...0xCC, _, _): return isWithinWord(bytes, index, 2) ? .ignored : .separator
    // A character that was lost within a word.
    case (0xEF, 0xBF, 0xBD): return isWithinWord(bytes, index, 3) ? .ignored : .separator
    // Latin-1 signs, general punctuation, private use (bullets of symbol fonts), pictures.
    case (0xC2, _, _), (0xE2...0xE3, _, _), (0xEE...0xF0, _, _): return .separator
    default: return .letter
    }
  }

  private static func isWithinWord(_ bytes: Span<UInt8>, _ index: Int, _ width: Int) -> Bool {
    index > 0 && index + width < bytes.count && isWordASCII(bytes[index - 1]) && isWordASCII(bytes[index + width])
      && !bytes[index - 1].isASCIIDigit
  }
}
