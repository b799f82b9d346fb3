/// The signs that open list items.
enum Bullet {
  /// Returns the bullet at an index and its width in bytes, if a blank or the line's end follows.
  static func sign(in bytes: [UInt8], at index: Int, to end: Int) -> (sign: UInt32, width: Int)? {
    if let width = numberedWidth(in: bytes, at: index, to: end) { return (0x52, width) }
    let width = bytes[index] < 0x80 ? 1 : Fold.length(ofSequenceStartingWith: bytes[index])
    guard bytes[index] >= 0x80 || [0x2D, 0x2A, 0x6F].contains(bytes[index]), index + width <= end,
      let scalar = String(decoding: bytes[index..<index + width], as: UTF8.self).unicodeScalars.first?.value,
      scalar < 0x80 || signs.contains(scalar) || (0xF000...0xF0FF).contains(scalar)
    else { return nil }
    let after = index + width
    if after < end, bytes[after] > 0x20 {
      // Only an unambiguous sign may touch the word.
      guard scalar > 0x2100 || scalar == 0x2022 else { return nil }
    }
    return (scalar, width)
  }

  /// Returns the width of `R1`, a numbering of recommendations that some inspectorates use.
  private static func numberedWidth(in bytes: [UInt8], at index: Int, to end: Int) -> Int? {
    guard bytes[index] == 0x52 else { return nil }
    let digits = bytes[(index + 1)..<max(index + 1, end)].prefix { $0.isASCIIDigit }
    let isApart = digits.endIndex >= end || bytes[digits.endIndex] == 0x20
    return (1...2).contains(digits.count) && isApart ? 1 + digits.count : nil
  }

  /// Bullets as some exports garble them; middle dot; a stroke drawn before a blank as a dash; bullets, dashes, minus,
  /// squares, circles, triangles, ticks.
  private static let signs: Set<UInt32> = [
    0x83, 0x84, 0xB7, 0x336,
    0x2022, 0x2023, 0x2013, 0x2014, 0x2212, 0x25A0, 0x25AA, 0x25AB, 0x25A1, 0x25B6, 0x25BA, 0x25CB, 0x25CF, 0x25E6,
    0x25FB, 0x25FC, 0x25FD, 0x25FE, 0x2500, 0x2713, 0x27A2, 0x2192,
  ]
}
