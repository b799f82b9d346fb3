internal import Diagnostics

/// Output is UTF-8 in one growing buffer; text from reports enters it through `append(escaped:)`.
extension [UInt8] {
  /// Appends a literal that is already markup.
  mutating func append(_ markup: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Creates or appends markup; interpolated strings are escaped, interpolated bytes are already markup.
  init(markup: Markup) { self = markup.bytes }
  mutating func append(markup: Markup) { append(contentsOf: markup.bytes) }

  /// Appends a string unescaped.
  mutating func append(raw text: String) { append(contentsOf: text.utf8) }

  /// Appends untrusted text so that HTML, SVG and XML print it, in an element or in a quoted attribute.
  ///
  /// Omits characters that are invisible or not allowed in a document: control characters, bidirectional marks,
  /// and zero-width characters.
  mutating func append(escaped text: String) {
    var text = text
    text.withUTF8 { append(escaped: $0) }
  }

  /// Appends untrusted text that is valid UTF-8; see `append(escaped:)`.
  mutating func append(escaped text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { append(escaped: $0) }
  }

  private mutating func append(escaped text: UnsafeBufferPointer<UInt8>) {
    MarkupText.isSpecial.withUnsafeBufferPointer { append(escaped: text, $0) }
  }

  private mutating func append(
    escaped text: UnsafeBufferPointer<UInt8>, _ isSpecial: UnsafeBufferPointer<Bool>
  ) {
    var copied = 0
    var index = text.endOfPlain(from: 0)
    while index < text.count {
      let byte = text[index]
      guard isSpecial[Int(byte)] else {
        index = text.endOfPlain(from: index + 1)
        continue
      }
      let length = MarkupText.lengthToDrop(of: text, at: index)
      if let entity = MarkupText.entity(for: byte) {
        append(contentsOf: text[copied..<index])
        append(entity)
        copied = index + 1
      } else if length > 0 {
        append(contentsOf: text[copied..<index])
        copied = index + length
      }
      index = text.endOfPlain(from: index + Swift.max(length, 1))
    }
    append(contentsOf: text[copied...])
  }
}

/// Markup with escaped interpolations: `"<b>\(name)</b>"` escapes the name.
struct Markup: ExpressibleByStringInterpolation, StringInterpolationProtocol {
  fileprivate var bytes: [UInt8] = []

  init(stringLiteral text: String) { bytes.append(raw: text) }
  init(stringInterpolation markup: Markup) { self = markup }
  init(literalCapacity: Int, interpolationCount: Int) {
    bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
  }

  mutating func appendLiteral(_ text: String) { bytes.append(raw: text) }
  mutating func appendInterpolation(_ text: String) { bytes.append(escaped: text) }
  mutating func appendInterpolation(_ text: Substring) { bytes.append(escaped: String(text)) }
  mutating func appendInterpolation(_ text: StaticString) { bytes.append(text) }
  mutating func appendInterpolation(_ number: Int) { bytes.append(raw: String(number)) }
  mutating func appendInterpolation(_ markup: [UInt8]) { bytes += markup }
}

/// Character classes and replacements for escaping text in markup.
enum MarkupText {
  /// Returns the text as markup.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(escaped: text)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a byte may begin a character that is escaped or omitted.
  static let isSpecial: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F: true
    case 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: true
    default: entity(for: UInt8(byte)) != nil
    }
  }

  static func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// Returns the length in bytes of the character at `index` if it must not be published; otherwise 0.
  static func lengthToDrop(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    func next(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    return switch text[index] {
    case 0x09, 0x0A: 0
    case 0..<0x20, 0x7F: 1
    case 0xC2: (0x80...0x9F).contains(next(1)) || next(1) == 0xAD ? 2 : 0  // U+0080 to U+009F, the soft hyphen
    case 0xD8: next(1) == 0x9C ? 2 : 0  // U+061C, a mark of direction
    case 0xE1 where next(1) == 0xA0: next(2) == 0x8E ? 3 : 0  // U+180E, a separator without width
    case 0xE2 where next(1) == 0x80: isUnseen(0x2000 + UInt32(next(2) & 0x3F)) ? 3 : 0
    case 0xE2 where next(1) == 0x81: (0xA0...0xAF).contains(next(2)) ? 3 : 0  // U+2060 to U+206F
    case 0xEF where next(1) == 0xBB: next(2) == 0xBF ? 3 : 0  // U+FEFF, the byte order mark
    case 0xEF where next(1) == 0xBF: (0xB9...0xBB).contains(next(2)) || next(2) >= 0xBE ? 3 : 0  // U+FFF9 and others
    case 0xF3 where next(1) == 0xA0: 4  // U+E0000 to U+E0FFF, tags and variants without meaning
    default: 0
    }
  }

  /// Whether a character of the general punctuation up to U+203F is zero-width or a bidirectional mark.
  private static func isUnseen(_ scalar: UInt32) -> Bool {
    (0x200B...0x200F).contains(scalar) || (0x202A...0x202E).contains(scalar)
  }
}
