/// Blanks: ASCII control characters and spaces, the no-break space, the byte order mark.
enum Blank {
  @inline(__always)
  static func isBlank(_ bytes: [UInt8], at index: Int) -> Bool {
    let byte = bytes[index]
    if byte <= 0x20 { return true }
    guard byte >= 0xC2 else { return false }
    return width(bytes, at: index) > 1
  }

  /// How many bytes the blank at the index has.
  @inline(__always)
  static func width(_ bytes: [UInt8], at index: Int) -> Int {
    if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { return 2 }
    if bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return 3 }
    return 1
  }
}

/// Signs that open the items of a list.
enum Bullet {
  /// The bullet at an index with its width in bytes, if it is followed by a blank or the line's end.
  /// U+0083 and U+0084 are what some exports made of one.
  static func sign(in bytes: [UInt8], at index: Int, to end: Int) -> (sign: UInt32, width: Int)? {
    let byte = bytes[index]
    var scalar: UInt32
    var width: Int
    switch byte {
    case 0x2D, 0x2A, 0x6F: (scalar, width) = (UInt32(byte), 1)
    case 0xC2 where index + 1 < end && [0xB7, 0x83, 0x84].contains(bytes[index + 1]):
      (scalar, width) = (UInt32(bytes[index + 1]), 2)
    // A stroke that lines through, drawn before a blank as a dash.
    case 0xCC where index + 1 < end && bytes[index + 1] == 0xB6: (scalar, width) = (0x336, 2)
    case 0xE2, 0xEF:
      guard index + 2 < end else { return nil }
      scalar =
        UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      width = 3
      guard signs.contains(scalar) || (0xF000...0xF0FF).contains(scalar) else { return nil }
    default: return nil
    }
    let after = index + width
    if after < end, !Blank.isBlank(bytes, at: after) {
      // Only a sign that can be nothing else may touch the word.
      guard scalar > 0x2100 || scalar == 0x2022 else { return nil }
    }
    return (scalar, width)
  }

  /// Bullet, dashes, minus, squares, circles, triangles, ticks.
  private static let signs: Set<UInt32> = [
    0x2022, 0x2023, 0x2013, 0x2014, 0x2212, 0x25A0, 0x25AA, 0x25AB, 0x25A1, 0x25B6, 0x25BA, 0x25CB, 0x25CF, 0x25E6,
    0x25FB, 0x25FC, 0x25FD, 0x25FE, 0x2500, 0x2713, 0x27A2, 0x2192,
  ]
}
