internal import Diagnostics

/// Finds the tags of a mustache template and where they stand.
struct TemplateScanner {
  /// One tag.
  struct Tag: Equatable {
    /// What a tag does.
    enum Kind: Equatable {
      /// `{{name}}`
      case text
      /// `{{{name}}}` or `{{&name}}`
      case markup
      /// `{{#name}}`
      case section
      /// `{{^name}}`
      case inverted
      /// `{{/name}}`
      case close
      /// `{{>name}}`
      case partial
      /// `{{! words }}`
      case comment
      /// Anything else that mustache knows and these templates don't use.
      case other
    }

    let kind: Kind
    let name: String
    let offset: Int
  }

  /// The tags in their order, and where one was opened and never closed.
  static func scan(_ text: SourceText) -> (tags: [Tag], unclosed: Int?) {
    let bytes = text.bytes
    var tags: [Tag] = []
    var index = 0
    while let start = find("{{", in: bytes, from: index) {
      let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
      guard let end = find(isTriple ? "}}}" : "}}", in: bytes, from: start + 2) else { return (tags, start) }
      tags.append(tag(bytes[(start + (isTriple ? 3 : 2))..<end], isTriple: isTriple, offset: start))
      index = end + (isTriple ? 3 : 2)
    }
    return (tags, nil)
  }

  private static func tag(_ content: ArraySlice<UInt8>, isTriple: Bool, offset: Int) -> Tag {
    let kinds: [UInt8: Tag.Kind] = [
      UInt8(ascii: "&"): .markup, UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .close,
      UInt8(ascii: ">"): .partial, UInt8(ascii: "!"): .comment,
    ]
    let marked = isTriple ? nil : content.first.flatMap { kinds[$0] }
    let name = trimmed(marked == nil ? content : content.dropFirst())
    let isName = name.allSatisfy { isNamePart($0) } && !name.isEmpty
    let kind = marked ?? (isTriple ? .markup : .text)
    return Tag(
      kind: isName || kind == .comment ? kind : .other, name: String(decoding: name, as: UTF8.self), offset: offset)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 || first == 0x0A { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0A { bytes.removeLast() }
    return bytes
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"): true
    default: false
    }
  }

  private static func find(_ mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    guard start <= bytes.count else { return nil }
    return bytes[start...].indices.first { bytes[$0...].starts(with: mark) }
  }
}
