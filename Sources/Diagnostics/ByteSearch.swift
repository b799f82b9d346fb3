internal import Foundation

extension [UInt8] {
  /// Returns the index of the first such byte at or after `start`, or nil; for passes over whole texts in which the
  /// byte is rare.
  public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      return memchr(base + start, Int32(byte), bytes.count - start).map { UnsafeRawPointer($0) - base }
    }
  }

  /// Returns the index, at or after `start`, at which these words begin; the library's `firstRange(of:)` is many times
  /// slower.
  public func firstIndex(of words: String, from start: Int) -> Int? {
    guard let first = words.utf8.first else { return nil }
    var start = start
    while let index = firstIndex(of: first, from: start) {
      if self[index...].starts(with: words.utf8) { return index }
      start = index + 1
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Returns the index, at or after `start`, of the first byte that some format may have to escape, or else the end:
  /// anything but printable ASCII, and the signs `"`, `&`, `<`, `>` and `\`. Looks at eight bytes in one step.
  @inlinable
  public func endOfPlain(from start: Int) -> Int {
    var index = start
    let whole = UnsafeRawBufferPointer(self)
    while index + 8 <= count {
      let word = whole.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      // The two angle brackets differ in one bit.
      let found =
        ByteSearch.zeros(word ^ ByteSearch.quotes) | ByteSearch.zeros(word ^ ByteSearch.ampersands)
        | ByteSearch.zeros(word & ~ByteSearch.twos ^ ByteSearch.brackets)
        | ByteSearch.zeros(word ^ ByteSearch.backslashes) | ByteSearch.zeros(word ^ ByteSearch.deletes)
        | (word &- ByteSearch.blanks) & ~word & ByteSearch.tops | word & ByteSearch.tops
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      switch self[index] {
      case 0..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x5C, 0x7F...: return index
      default: index += 1
      }
    }
    return count
  }

  /// Returns the end of a run of words of printable ASCII with single blanks between them, nothing else.
  @inlinable
  public func endOfWords(from start: Int, to end: Int) -> Int {
    var index = start
    let whole = UnsafeRawBufferPointer(self)
    // Eight bytes in one step, with those that follow each.
    while index + 9 <= end, self[start] != 0x20 {
      let word = whole.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let next = whole.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
      guard ByteSearch.isPrintable(word), ByteSearch.isPrintable(next),
        ByteSearch.zeros((word | next) ^ ByteSearch.blanks) == 0
      else { break }
      index += 8
    }
    while index < end {
      let byte = self[index]
      if byte > 0x20, byte < 0x7F {
        index += 1
      } else if byte == 0x20, index > start, index + 1 < end, self[index + 1] > 0x20, self[index + 1] < 0x7F {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// Returns the number of characters of a range of UTF-8: its bytes, but for those that continue a sequence.
  @inlinable
  public func characterCount(of range: Range<Int>) -> Int {
    var count = range.count
    var index = range.lowerBound
    let whole = UnsafeRawBufferPointer(self)
    while index + 8 <= range.upperBound {
      let word = whole.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      count -= (word >> 7 & ~(word >> 6) & ByteSearch.ones).nonzeroBitCount
      index += 8
    }
    while index < range.upperBound {
      if self[index] & 0xC0 == 0x80 { count -= 1 }
      index += 1
    }
    return count
  }
}

/// Words that have the same value in each of their eight bytes.
@usableFromInline
enum ByteSearch {
  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
  @usableFromInline static let tops: UInt64 = 0x8080_8080_8080_8080
  @usableFromInline static let twos: UInt64 = 0x0202_0202_0202_0202
  @usableFromInline static let blanks: UInt64 = 0x2020_2020_2020_2020
  @usableFromInline static let quotes: UInt64 = 0x2222_2222_2222_2222
  @usableFromInline static let ampersands: UInt64 = 0x2626_2626_2626_2626
  @usableFromInline static let brackets: UInt64 = 0x3C3C_3C3C_3C3C_3C3C
  @usableFromInline static let backslashes: UInt64 = 0x5C5C_5C5C_5C5C_5C5C
  @usableFromInline static let deletes: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// Returns the highest bit of the first byte that is zero; the bits above it have no meaning.
  @usableFromInline static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }

  /// Whether every byte is printable ASCII or a blank.
  @usableFromInline static func isPrintable(_ word: UInt64) -> Bool {
    (word | (word &+ ones)) & tops == 0 && (word &+ 3 &* blanks) & tops == tops
  }
}
