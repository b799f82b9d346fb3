import Diagnostics

/// Text as it is kept: as printed, on one line, without what only served the page: soft hyphens, zero-width and control
/// characters, runs of blanks. Ligatures become the letters they combine.
struct TextNormalizer {
  private var bytes: [UInt8] = []

  /// Room for about as many bytes as will be appended.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// The appended text, without a blank at the end.
  var string: String {
    let end = bytes.last == 0x20 ? bytes.count - 1 : bytes.count
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// Appends the words of a range after a blank; without one where they go on with a word that a line end broke.
  mutating func append(_ source: [UInt8], _ range: Range<Int>, goesOn: Bool = false) {
    if !goesOn { appendBlank() }
    var index = range.lowerBound
    while index < range.upperBound {
      let plain = source.withUnsafeBufferPointer { $0.endOfWords(from: index, to: range.upperBound) }
      if plain > index {
        bytes.append(contentsOf: source[index..<plain])
        index = plain
        continue
      }
      let byte = source[index]
      if byte <= 0x20 {
        // Blanks and line ends join words; other control characters vanish.
        if byte == 0x20 || (0x09...0x0D).contains(byte) { appendBlank() }
        index += 1
      } else if byte == 0x7F {
        index += 1
      } else {
        let length = min(Fold.length(ofSequenceStartingWith: byte), range.upperBound - index)
        appendBeyondASCII(source[index..<index + length])
        index += length
      }
    }
  }

  /// Takes back the hyphen at the end: it only broke a word over two lines.
  mutating func dropHyphen() {
    if bytes.last == 0x2D { bytes.removeLast() }
  }

  private mutating func appendBlank() {
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
  }

  private mutating func appendBeyondASCII(_ character: ArraySlice<UInt8>) {
    // Soft hyphens and control characters.
    if character.first == 0xC2, let second = character.dropFirst().first, second < 0xA0 || second == 0xAD { return }
    bytes.append(contentsOf: character)
  }
}
