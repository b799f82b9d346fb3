import Diagnostics

/// Undoes what exports and conversions did to a text's characters, so that every later pass sees them in one form.
///
/// Line ends become `\n`; text that was encoded twice, HTML entities, ligatures, fullwidth letters and blanks of odd
/// widths become what they mean; NUL outside words and characters without width are dropped. Only suspect bytes
/// are examined, and a text without any is returned as it is.
struct CharacterRepair {
  /// A replacement for some bytes; `sign` is nil if they are dropped.
  private typealias Change = (place: Int, width: Int, sign: String?)

  private let bytes: [UInt8]
  /// Whether every ligature `ff` is separated from the letters after it.
  private let isCutBehindDoubleF: Bool

  /// Returns the repaired text. A repair may reveal another, such as an entity that was itself escaped, so it repeats.
  static func repair(_ bytes: [UInt8]) -> [UInt8] {
    var text = bytes
    let tabs = text.withUnsafeBufferPointer { $0.reduce(0) { $0 + ($1 == 0x09 ? 1 : 0) } }
    if tabs > 0, text.lazy.filter({ $0 == 0x20 }).prefix(tabs).count * 4 < tabs {
      // Tabs are used as blanks here, not between columns.
      for index in text.indices where text[index] == 0x09 { text[index] = 0x20 }
    }
    for _ in 0..<4 {
      let changes = CharacterRepair(text).changes()
      guard !changes.isEmpty else { break }
      text = applying(changes, to: text)
    }
    return text
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var isCut = true
    var index = 0
    while isCut, let place = bytes.firstIndex(of: 0xEF, from: index) {
      index = place + 1
      let isDoubleF = bytes[index...].starts(with: [0xAC, 0x80])
      if isDoubleF, place + 3 < bytes.count, Self.isLower(bytes[place + 3]) { isCut = false }
    }
    isCutBehindDoubleF = isCut
  }

  private static func applying(_ changes: [Change], to bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var done = 0
    for change in changes where change.place >= done {
      text.append(contentsOf: bytes[done..<change.place])
      if let sign = change.sign { text.append(contentsOf: sign.utf8) }
      done = change.place + change.width
    }
    text.append(contentsOf: bytes[done...])
    return text
  }

  /// Returns all changes; they can only begin at bytes that are not plain text.
  private func changes() -> [Change] {
    bytes.withUnsafeBufferPointer { all in
      var changes: [Change] = []
      var index = all.endOfPlain(from: 0)
      while index < all.count {
        if let change = change(at: index) { changes.append(change) }
        index = all.endOfPlain(from: index + 1)
      }
      return changes
    }
  }

  private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }

  private func change(at place: Int) -> Change? {
    let (first, second, third) = (bytes[place], byte(place + 1), byte(place + 2))
    let width = Fold.length(ofSequenceStartingWith: first)
    switch (first, second, third) {
    case (0x00, _, _):
      // Within a word it replaced a character; elsewhere it is dropped.
      let isInside = Self.isLetter(byte(place - 1)) && Self.isLetter(second)
      return (place, 1, isInside ? "\u{FFFD}" : nil)
    case (0x0D, _, _):
      let isPart = second == 0x0A || second == 0x0D && third == 0x0A
      return (place, 1, isPart ? nil : "\n")
    case (0x26, _, _): return entity(at: place)
    case (0xC3, 0x82...0xB4, _): return encodedTwice(at: place)
    // Other line ends, line and paragraph separators.
    case (0x0B, _, _), (0xC2, 0x85, _), (0xE2, 0x80, 0xA8...0xA9): return (place, width, "\n")
    // The no-break space and blanks of odd widths.
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return (place, width, " ")
    // Soft hyphens inside a line, characters without width, the byte order mark.
    case (0xC2, 0xAD, 0x21...), (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xA9),
      (0xEF, 0xBB, 0xBF):
      return (place, width, nil)
    // A combining mark does not belong to a digit.
    case (0xCC, _, _) where byte(place - 1).isASCIIDigit: return (place, width, nil)
    // Fullwidth letters.
    case (0xEF, 0xBC, 0x81...0xBF): return (place, width, String(Unicode.Scalar(third - 0x60)))
    case (0xEF, 0xBD, 0x80...0x9E): return (place, width, String(Unicode.Scalar(third - 0x20)))
    // Ligatures, with the blank that separates them from the rest of the word: no English word ends in most of them.
    case (0xEF, 0xAC, 0x80...0x84):
      let next = byte(place + 4)
      let isCut = third == 0x80 ? isCutBehindDoubleF && (next == 0x20 || Self.isLower(next)) : Self.isLower(next)
      let letters = ["ff", "fi", "fl", "ffi", "ffl"][Int(third - 0x80)]
      return (place, isCut && byte(place + 3) == 0x20 ? width + 1 : width, letters)
    default: return nil
    }
  }

  // MARK: Text that was encoded twice

  /// Repairs a character whose UTF-8 was read as Windows-1252 and encoded again; no text has its first sign before the
  /// signs that follow here.
  private func encodedTwice(at place: Int) -> Change? {
    let lead = (byte(place) & 0x1F) << 6 | byte(place + 1) & 0x3F
    var index = place + 2
    var value: UInt32
    switch lead {
    case 0xC2...0xC5, 0xCB, 0xCC:
      guard let next = continuation(&index) else { return nil }
      value = UInt32(lead & 0x1F) << 6 | next
    case 0xE2, 0xEF:
      guard let next = continuation(&index) else { return nil }
      value = UInt32(lead & 0x0F) << 12 | next << 6
      if let last = continuation(&index) {
        value |= last
      } else {
        // A closing quotation mark often loses its last byte, which is undefined in Windows-1252.
        guard value == 0x2000 else { return nil }
        value = 0x201D
        if bytes[index...].starts(with: [0xEF, 0xBF, 0xBD]) { index += 3 }
      }
    default: return nil
    }
    return Unicode.Scalar(value).map { (place, index - place, String($0)) }
  }

  /// Returns the six bits of a UTF-8 byte that was read as a character, and moves the index past it.
  private func continuation(_ index: inout Int) -> UInt32? {
    let length = Fold.length(ofSequenceStartingWith: byte(index))
    guard byte(index) >= 0xC2, length < 4, index + length <= bytes.count else { return nil }
    var scalar = UInt32(byte(index)) & (length == 2 ? 0x1F : 0x0F)
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    guard let byte = TextDecoder.windows1252Byte(of: scalar), byte & 0xC0 == 0x80 else { return nil }
    index += length
    return UInt32(byte & 0x3F)
  }

  // MARK: Entities

  /// Decodes `&ndash;`, `&#8211;` or `&#x2013;`.
  private func entity(at place: Int) -> Change? {
    let name = bytes[(place + 1)...].prefix(8)
    guard let end = name.firstIndex(of: 0x3B) else { return nil }
    let words = String(decoding: name[..<end], as: UTF8.self)
    let value: UInt32? =
      if words.hasPrefix("#x") || words.hasPrefix("#X") {
        UInt32(words.dropFirst(2), radix: 16)
      } else if words.hasPrefix("#") {
        UInt32(words.dropFirst())
      } else {
        Self.entities[words]
      }
    guard let value, value >= 0x20, let sign = Unicode.Scalar(value) else { return nil }
    return (place, end + 1 - place, String(sign))
  }

  private static let entities: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "pound": 0xA3, "shy": 0xAD,
    "middot": 0xB7, "eacute": 0xE9, "frac12": 0xBD, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019,
    "ldquo": 0x201C, "rdquo": 0x201D, "bull": 0x2022, "hellip": 0x2026, "ensp": 0x20, "emsp": 0x20, "thinsp": 0x20,
  ]

  private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
}
