extension Array where Element == UInt8 {
  /// The first place of a byte at or after another place, or nil: eight bytes are looked at in one step, for passes over
  /// whole texts in which the byte is rare.
  public func place(of byte: UInt8, from start: Int = 0) -> Int? {
    let span = span
    var index = start
    let pattern = UInt64(byte) &* ByteSearch.ones
    let whole = span.bytes
    while index + 8 <= span.count {
      let word = whole.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian ^ pattern
      // A byte of the word that is zero is where the byte stands; its highest bit is the lowest that is left.
      let found = (word &- ByteSearch.ones) & ~word & ByteSearch.tops
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < span.count {
      if span[index] == byte { return index }
      index += 1
    }
    return nil
  }
}

/// The same in each of a word's eight bytes.
private enum ByteSearch {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let tops: UInt64 = 0x8080_8080_8080_8080
}
