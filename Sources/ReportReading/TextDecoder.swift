import Diagnostics

/// The first pass: the bytes of a file become text.
///
/// UTF-8 is taken as it is; UTF-16 and UTF-32 are recognised by a byte order mark, or else by the zeros between the letters. Of other
/// bytes the evidence decides: where most of the characters beyond ASCII are whole in UTF-8, the text is UTF-8 with
/// some bad bytes, each shown as U+FFFD; otherwise it is read as Windows-1252, which older exports use. What an export
/// did to the characters is undone then.
enum TextDecoder {
  static func decode(_ bytes: [UInt8], path: String) -> SourceText {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let (text, encoding): ([UInt8], SourceText.Encoding) =
      if let width = width(of: bytes) {
        (wide(bytes, width), width.bytes == 2 ? .utf16 : .utf32)
      } else if isValidUTF8(body) {
        (body, .utf8)
      } else if isMostlyUTF8(body) {
        (Array(String(decoding: body, as: UTF8.self).utf8), .utf8)
      } else {
        (windows1252(body), .windows1252)
      }
    return SourceText(path: path, bytes: CharacterRepair.repair(text), encoding: encoding)
  }

  /// A warning where characters of a text are lost.
  static func diagnostics(on source: SourceText) -> [Diagnostic] {
    var places: [Int] = []
    while let place = source.bytes.firstIndex(of: "\u{FFFD}", from: places.last.map { $0 + 3 } ?? 0) {
      places.append(place)
    }
    guard let first = places.first else { return [] }
    let location = source.location(ofOffset: first)
    let words = places.count == 1 ? "a character is" : "\(places.count) characters are"
    return [
      source.diagnostic(
        .warning, .invalidEncoding, "\(words) unreadable, the first of them here", line: location.line,
        column: location.column)
    ]
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// Whether whole sequences of UTF-8 outnumber the bytes that belong to none.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var surplus = 0
    var index = 0
    while index < bytes.count {
      let length = bytes[index] < 0x80 ? 1 : Fold.length(ofSequenceStartingWith: bytes[index])
      let end = index + length
      if length > 1, end <= bytes.count, bytes[(index + 1)..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        surplus += 1
        index = end
      } else {
        if bytes[index] >= 0x80 { surplus -= 1 }
        index += 1
      }
    }
    return surplus >= 0
  }

  /// Returns the bytes of a code unit, if more than one, and whether the highest comes first.
  private static func width(of bytes: [UInt8]) -> (bytes: Int, isBigEndian: Bool)? {
    let head = bytes.prefix(4096)
    var zeros = [0, 0, 0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 4] += 1 }
    // English text leaves all but the lowest byte 0, but for a dash or a curly quotation mark here and there.
    switch zeros.map({ head.count >= 16 && $0 * 20 > head.count * 4 }) {
    case [false, true, true, true]: return (4, false)
    case [true, true, true, false]: return (4, true)
    case [false, true, false, true]: return (2, false)
    case [true, false, true, false]: return (2, true)
    default:
      if head.starts(with: [0xFF, 0xFE]) { return (2, false) }
      return head.starts(with: [0xFE, 0xFF]) ? (2, true) : nil
    }
  }

  private static func wide(_ bytes: [UInt8], _ width: (bytes: Int, isBigEndian: Bool)) -> [UInt8] {
    let units = stride(from: 0, through: bytes.count - width.bytes, by: width.bytes).lazy.map { index in
      let unit = bytes[index..<index + width.bytes]
      return (width.isBigEndian ? Array(unit) : unit.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
    }
    let text =
      width.bytes == 2
      ? String(decoding: units.map { UInt16($0) }, as: UTF16.self) : String(decoding: Array(units), as: UTF32.self)
    return Array((text.first == "\u{FEFF}" ? text.dropFirst() : text[...]).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let scalar = (0x80..<0xA0).contains(byte) ? windows1252Scalars[Int(byte - 0x80)] : UInt32(byte)
      text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return Array(String(text).utf8)
  }

  /// The byte that a character is in Windows-1252, of those above 0x7F; also of bytes that it leaves undefined.
  static func windows1252Byte(of scalar: UInt32) -> UInt8? {
    if (0x80...0xFF).contains(scalar) { return UInt8(scalar) }
    return windows1252Scalars.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }

  /// The characters of bytes 0x80 to 0x9F in Windows-1252; the five undefined ones stay control characters.
  private static let windows1252Scalars: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
