internal import Diagnostics

/// A writer of JSON as bytes, nine times faster than an encoder and in the order of the calls.
struct JSONText {
  /// The JSON written so far.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private let isEmbedded: Bool

  /// Creates an empty text. An embedded text may be placed in an HTML element: it contains neither `<` nor characters
  /// that are not allowed in a document. `capacity` is its approximate size in bytes.
  init(isEmbedded: Bool = false, capacity: Int = 1024) {
    self.isEmbedded = isEmbedded
    bytes.reserveCapacity(capacity)
  }

  /// Returns a script that assigns JSON to a variable: a page opened from disk can load scripts but can't fetch.
  static func script(assigning variable: String, _ value: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText(isEmbedded: true)
    json.bytes += "\(variable) = ".utf8
    value(&json)
    json.bytes += ";\n".utf8
    return json.bytes
  }

  /// Writes an object with the members that `content` writes.
  mutating func object(_ content: (inout JSONText) -> Void) {
    enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
  }

  /// Writes an array; `content` writes each element.
  mutating func array<Element>(_ elements: some Sequence<Element>, _ content: (inout JSONText, Element) -> Void) {
    enclose(UInt8(ascii: "["), UInt8(ascii: "]")) { json in
      for element in elements { content(&json, element) }
    }
  }

  /// Writes an object with these members.
  mutating func object(_ members: KeyValuePairs<StaticString, (any JSONValue)?>) {
    object { $0.members(members) }
  }

  /// Writes a key and an object.
  mutating func object(_ name: StaticString, _ content: (inout JSONText) -> Void) {
    key(name)
    object(content)
  }

  /// Writes a key and an object with these members.
  mutating func object(_ name: StaticString, _ members: KeyValuePairs<StaticString, (any JSONValue)?>) {
    object(name) { $0.members(members) }
  }

  /// Writes a key and an array.
  mutating func array<Element>(
    _ name: StaticString, _ elements: some Sequence<Element>, _ content: (inout JSONText, Element) -> Void
  ) {
    key(name)
    array(elements, content)
  }

  /// Writes a key and an array of objects.
  mutating func objects<Element>(
    _ name: StaticString, _ elements: some Sequence<Element>, _ content: (inout JSONText, Element) -> Void
  ) {
    array(name, elements) { json, element in json.object { content(&$0, element) } }
  }

  /// Writes a key; the next call writes its value.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(name)
    bytes.append("\": ")
    needsComma = false
  }

  /// Writes a string.
  mutating func string(_ text: String) {
    var text = isEmbedded ? PlainText.cleaned(text) : text
    separate()
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes null.
  mutating func null() { word("null") }

  fileprivate mutating func word(_ word: String) {
    separate()
    bytes.append(raw: word)
  }

  /// Writes a key and a value; nil as null.
  mutating func member(_ name: StaticString, _ value: (any JSONValue)?) {
    key(name)
    if let value { value.write(to: &self) } else { null() }
  }

  /// Writes keys with their values; nil as null.
  mutating func members(_ members: KeyValuePairs<StaticString, (any JSONValue)?>) {
    for (name, value) in members { member(name, value) }
  }

  /// Ends a line; the next call begins a separate text.
  mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONText) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    content(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(", ") }
    needsComma = true
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    JSONText.isSpecial.withUnsafeBufferPointer { isSpecial in
      var next = text.endOfPlain(from: 0)
      while next < text.count {
        let index = next
        next = text.endOfPlain(from: index + 1)
        let byte = text[index]
        guard isSpecial[Int(byte)] else { continue }
        if byte < 0x80 {
          if byte == UInt8(ascii: "<"), !isEmbedded { continue }
          bytes.append(contentsOf: text[copied..<index])
          copied = index + 1
          appendEscape(of: byte)
        } else {
          let length = MarkupText.lengthToDrop(of: text, at: index)
          guard length > 0, index + length <= text.count else { continue }
          bytes.append(contentsOf: text[copied..<index])
          copied = index + length
          for unit in String(decoding: text[index..<copied], as: UTF8.self).utf16 { appendEscape(ofUnit: unit) }
        }
      }
    }
    bytes.append(contentsOf: text[copied...])
  }

  private mutating func appendEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append("\\\"")
    case UInt8(ascii: "\\"): bytes.append("\\\\")
    case 0x0A: bytes.append("\\n")
    case 0x0D: bytes.append("\\r")
    case 0x09: bytes.append("\\t")
    default: appendEscape(ofUnit: UInt16(byte))
    }
  }

  private mutating func appendEscape(ofUnit unit: UInt16) {
    bytes.append("\\u")
    for shift in [12, 8, 4, 0] { bytes.append(JSONText.hexadecimal[Int(unit >> UInt16(shift)) & 15]) }
  }

  /// The bytes that JSON escapes, `<`, and those that begin invisible characters, which are escaped to show them.
  private static let isSpecial: [Bool] = (0..<256).map { number in
    let byte = UInt8(number)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0..<0x20, 0x7F: return true
    default: return byte >= 0x80 && MarkupText.isSpecial[number]
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}

/// A type that can be the value of a key.
protocol JSONValue {
  func write(to json: inout JSONText)
}

extension String: JSONValue {
  func write(to json: inout JSONText) { json.string(self) }
}

extension Int: JSONValue {
  func write(to json: inout JSONText) { json.word(String(self)) }
}

extension Bool: JSONValue {
  func write(to json: inout JSONText) { json.word(String(self)) }
}

extension Array: JSONValue where Element: JSONValue {
  func write(to json: inout JSONText) { json.array(self) { $1.write(to: &$0) } }
}
