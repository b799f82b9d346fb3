internal import Diagnostics

/// A writer of JSON as bytes, nine times faster than an encoder.
struct JSONText {
  /// The JSON written so far.
  private(set) var bytes: [UInt8] = []
  private let isEmbedded: Bool

  /// Creates an empty text. An embedded text may be placed in an HTML element: it contains neither `<` nor characters
  /// that are not allowed in a document.
  init(isEmbedded: Bool) {
    self.isEmbedded = isEmbedded
  }

  /// Writes a number or a truth value.
  mutating func word(_ word: String) { bytes.append(raw: word) }

  /// Writes a string.
  mutating func string(_ text: String) {
    var text = isEmbedded ? PlainText.cleaned(text) : text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes as many elements, each with the closure that is given its index, between brackets.
  mutating func enclose(
    _ open: StaticString, _ count: Int, _ close: StaticString, _ write: (inout JSONText, Int) -> Void
  ) {
    bytes.append(open)
    for index in 0..<count {
      if index > 0 { bytes.append(", ") }
      write(&self, index)
    }
    bytes.append(close)
  }

  /// Writes an object with the members that the closure writes. For what is written by the thousand: a `JSONObject`
  /// is made before it is written.
  mutating func object(_ members: (inout JSONText) -> Void) {
    bytes.append("{")
    members(&self)
    bytes.append("}")
  }

  /// Writes a member of the object at hand; one without a value is null.
  mutating func member(_ name: StaticString, _ value: (some JSONValue)?) {
    member(name) { json in
      if let value { value.write(to: &json) } else { json.null() }
    }
  }

  /// Writes a member of the object at hand with a closure.
  mutating func member(_ name: StaticString, _ write: (inout JSONText) -> Void) {
    bytes.append(bytes.last == UInt8(ascii: "{") ? "\"" : ", \"")
    bytes.append(name)
    bytes.append("\": ")
    write(&self)
  }

  /// Writes an array of objects.
  mutating func member<Element>(
    _ name: StaticString, each elements: [Element], _ write: (inout JSONText, Element) -> Void
  ) {
    member(name) { $0.enclose("[", elements.count, "]") { write(&$0, elements[$1]) } }
  }

  mutating func null() { bytes.append("null") }

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

/// A value that can be written as JSON.
protocol JSONValue {
  func write(to json: inout JSONText)
}

extension JSONValue {
  /// Returns the JSON, without a line end.
  func encoded(isEmbedded: Bool = false) -> [UInt8] {
    var json = JSONText(isEmbedded: isEmbedded)
    write(to: &json)
    return json.bytes
  }

  /// Returns a script that assigns the value to a variable: a page opened from disk can load scripts but can't fetch.
  func script(assigning variable: String) -> [UInt8] {
    Array("\(variable) = ".utf8) + encoded(isEmbedded: true) + ";\n".utf8
  }
}

/// An object; its members stay in order, and those without a value are null.
struct JSONObject: JSONValue, ExpressibleByDictionaryLiteral {
  private let members: [(StaticString, (any JSONValue)?)]
  private var omitsNulls = false

  init(dictionaryLiteral members: (StaticString, (any JSONValue)?)...) {
    self.members = members
  }

  /// Returns the object without the members that have no value.
  func withoutNulls() -> JSONObject {
    var object = self
    object.omitsNulls = true
    return object
  }

  func write(to json: inout JSONText) {
    json.object {
      for (name, value) in members {
        if let value { $0.member(name, value) } else if !omitsNulls { $0.member(name) { $0.null() } }
      }
    }
  }
}

/// An array of values of several types.
struct JSONList: JSONValue {
  let values: [any JSONValue]

  func write(to json: inout JSONText) { json.enclose("[", values.count, "]") { values[$1].write(to: &$0) } }
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
  func write(to json: inout JSONText) { json.enclose("[", count, "]") { self[$1].write(to: &$0) } }
}
