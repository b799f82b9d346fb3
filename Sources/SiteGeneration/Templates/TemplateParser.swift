internal import Diagnostics

/// A template split into text and tags. A tag that renders nothing and is alone on a line is removed with its line, as
/// the Mustache specification requires.
struct TemplateParser {
  /// The function of a tag.
  enum Kind: UInt8 {
    case text = 0x00
    case markup = 0x26  // &
    case section = 0x23  // #
    case inverted = 0x5E  // ^
    case close = 0x2F  // /
    case partial = 0x3E  // >
    case comment = 0x21  // !
    /// A Mustache feature that these templates don't use, or an error.
    case other = 0xFF
  }

  /// One tag.
  struct Tag {
    let kind: Kind
    let name: String
    let offset: Int
    /// The whitespace before a partial that is alone on its line; the partial's lines are indented by it.
    var indent: [UInt8] = []
  }

  /// A piece of a template.
  enum Piece {
    case literal(Range<Int>)
    case tag(Tag)
  }

  private let bytes: [UInt8]
  private(set) var pieces: [Piece] = []
  /// The offset of a tag that is opened and never closed.
  private(set) var unclosed: Int?

  /// Splits a template.
  init(_ text: SourceText) {
    bytes = text.bytes
    var literal = 0
    while let start = bytes.firstIndex(of: "{{", from: literal) {
      let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
      let mark = isTriple ? "}}}" : "}}"
      guard let close = bytes.firstIndex(of: mark, from: start + mark.utf8.count) else {
        unclosed = start
        break
      }
      let end = close + mark.utf8.count
      var tag = Self.tag(bytes[(start + mark.utf8.count)..<close], isTriple: isTriple, offset: start)
      let line = [.text, .markup, .other].contains(tag.kind) ? nil : ownLine(start, end)
      if let line, tag.kind == .partial { tag.indent = Array(bytes[line.lowerBound..<start]) }
      pieces.append(.literal(literal..<max(literal, line?.lowerBound ?? start)))
      pieces.append(.tag(tag))
      literal = line?.upperBound ?? end
    }
    pieces.append(.literal(literal..<bytes.count))
  }

  private static func tag(_ content: ArraySlice<UInt8>, isTriple: Bool, offset: Int) -> Tag {
    let marked = isTriple ? Kind.markup : content.first.flatMap { Kind(rawValue: $0) }
    let rest = marked == nil || isTriple ? content : content.dropFirst()
    let name = String(decoding: rest, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isName = !name.isEmpty && name.utf8.allSatisfy(isNamePart)
    let kind = marked ?? .text
    return Tag(kind: isName || kind == .comment ? kind : .other, name: name, offset: offset)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"): true
    default: false
    }
  }

  /// Returns the range of a tag's line, including the line end; nil if anything else is on it.
  private func ownLine(_ start: Int, _ end: Int) -> Range<Int>? {
    let first = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let next = bytes[end...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    let isAlone = (bytes[first..<start] + bytes[end..<next]).allSatisfy { [0x09, 0x0A, 0x20].contains($0) }
    return isAlone ? first..<next : nil
  }
}
