internal import Diagnostics

/// A parser of CSV files by RFC 4180: fields are separated by commas and quoted if they hold commas, line ends or
/// quotation marks, which are doubled.
struct CSVParser {
  /// A field and its offset.
  struct Field: Sendable, Hashable {
    /// The text, without quotation marks around it.
    var text: String
    /// The offset of its first byte in the file.
    var offset: Int
  }

  private let source: SourceText
  private var offset = 0
  /// The problems found so far.
  private(set) var problems: [Diagnostic] = []

  /// Creates a parser at the start of a file.
  init(_ source: SourceText) { self.source = source }

  /// Returns the fields of the next record that can be read, or nil at the end. Skips empty lines and records that
  /// break the rules, which are problems.
  mutating func nextRecord() -> [Field]? {
    while offset < source.bytes.count {
      if byte == newline {
        offset += 1
      } else if let record = record() {
        return record
      }
    }
    return nil
  }

  private let quote = UInt8(ascii: "\"")
  private let comma = UInt8(ascii: ",")
  private let newline = UInt8(ascii: "\n")

  /// The next byte to read, or nil at the end.
  private var byte: UInt8? { offset < source.bytes.count ? source.bytes[offset] : nil }

  private mutating func record() -> [Field]? {
    var fields: [Field] = []
    while true {
      guard let field = byte == quote ? quotedField() : plainField() else {
        skipLine()
        return nil
      }
      fields.append(field)
      guard byte == comma else { break }
      offset += 1
    }
    offset += 1
    return fields
  }

  private mutating func plainField() -> Field? {
    let start = offset
    while let byte, byte != comma, byte != newline {
      if byte == quote {
        return fail("a quotation mark is inside a field that is not quoted", at: offset)
      }
      offset += 1
    }
    return Field(text: source.string(start..<offset), offset: start)
  }

  private mutating func quotedField() -> Field? {
    let start = offset
    var text: [UInt8] = []
    offset += 1
    while let byte {
      offset += 1
      if byte != quote {
        text.append(byte)
      } else if self.byte == quote {
        text.append(quote)
        offset += 1
      } else if self.byte == nil || self.byte == comma || self.byte == newline {
        return Field(text: String(decoding: text, as: UTF8.self), offset: start)
      } else {
        return fail("text follows the quotation mark that ends a field", at: offset)
      }
    }
    return fail("a quotation mark is opened and never closed", at: start)
  }

  private mutating func fail(_ message: String, at offset: Int) -> Field? {
    problems.append(source.error(.invalidCSV, message, at: offset))
    return nil
  }

  private mutating func skipLine() {
    while let byte, byte != newline { offset += 1 }
  }
}
