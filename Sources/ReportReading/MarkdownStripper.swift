import Diagnostics

/// Removes the marks of Markdown from a text that a converter wrote, so that every later pass sees words only.
///
/// Marks are overwritten in place: offsets and line numbers stay valid. The cells of a pipe table's row are separated
/// by `cellEnd`, at which `LineCleaner` splits it. Text without Markdown is returned unchanged; only marks that carry
/// no words are removed, so `<script>` stays text like any other.
enum MarkdownStripper {
  /// The byte between two cells of a row.
  static let cellEnd: UInt8 = 0x1F
  /// The byte that replaces a mark inside a word: it is no blank, and is never printed.
  static let nothing: UInt8 = 0x01
  private static let blank: UInt8 = 0x20

  /// Returns the text without marks.
  static func erase(_ source: [UInt8]) -> [UInt8] {
    guard hasMarks(source) else { return source }
    var bytes = source
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      eraseRow(in: &bytes, start..<end)
      eraseInline(in: &bytes, start..<end)
      start = end + 1
    }
    return bytes
  }

  /// The signs at which a mark begins.
  private static let signs: [UInt8] = [0x7C, 0x23, 0x2A, 0x3C, 0x5C]

  /// Whether the text has a mark that only a converter writes.
  private static func hasMarks(_ bytes: [UInt8]) -> Bool {
    signs.contains { sign in
      var start = 0
      while let index = bytes.firstIndex(of: sign, from: start) {
        if isMark(sign, bytes, index) { return true }
        start = index + 1
      }
      return false
    }
  }

  private static func isMark(_ sign: UInt8, _ bytes: [UInt8], _ index: Int) -> Bool {
    switch sign {
    case 0x7C, 0x23: isLineStart(bytes, index)
    case 0x2A: next(bytes, index) == 0x2A && (next(bytes, index + 1) > 0x20 || !isLineStart(bytes, index))
    case 0x3C: tagLength(bytes, at: index) != nil
    default: isPunctuation(next(bytes, index)) || next(bytes, index) == 0x0A
    }
  }

  /// Whether there are only blanks before an index on its line.
  private static func isLineStart(_ bytes: [UInt8], _ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, bytes[before] != 0x0A {
      if bytes[before] > 0x20 { return false }
      before -= 1
    }
    return true
  }

  // MARK: Tables

  /// Splits a row at its pipes; the line that rules a table off becomes blank.
  private static func eraseRow(in bytes: inout [UInt8], _ line: Range<Int>) {
    guard let first = line.first(where: { bytes[$0] > 0x20 }), bytes[first] == 0x7C else { return }
    let isRule = line.allSatisfy { [0x7C, 0x2D, 0x3A, 0x2B, 0x3D].contains(bytes[$0]) || bytes[$0] <= 0x20 }
    for index in line where isRule || bytes[index] == 0x7C && bytes[max(0, index - 1)] != 0x5C {
      bytes[index] = isRule ? blank : cellEnd
    }
  }

  // MARK: Within a line

  private static func eraseInline(in bytes: inout [UInt8], _ line: Range<Int>) {
    var index = line.lowerBound
    while index < line.upperBound {
      var length = 1
      switch bytes[index] {
      case 0x2A where next(bytes, index) == 0x2A: length = fill(&bytes, index, 2, nothing)
      case 0x2A where isEmphasis(bytes, index, line): length = fill(&bytes, index, 1, nothing)
      case 0x5F where next(bytes, index) == 0x5F: length = fill(&bytes, index, 2, nothing)
      case 0x5C where isPunctuation(next(bytes, index)) && index + 1 < line.upperBound:
        bytes[index] = bytes[index + 1]
        bytes[index + 1] = nothing
        length = 2
      // A hard line break: the end of the line stays.
      case 0x5C where index + 1 == line.upperBound: bytes[index] = blank
      case 0x3C:
        if let tag = tagLength(bytes, at: index) { length = fill(&bytes, index, tag, blank) }
      case 0x21 where next(bytes, index) == 0x5B: length = eraseImage(in: &bytes, index, line)
      default: break
      }
      index += length
    }
  }

  /// Whether a single star opens or closes emphasis: it touches a word, and does not open a list item.
  private static func isEmphasis(_ bytes: [UInt8], _ index: Int, _ line: Range<Int>) -> Bool {
    let before = index > line.lowerBound ? bytes[index - 1] : blank
    let after = index + 1 < line.upperBound ? bytes[index + 1] : blank
    return (before > 0x20) != (after > 0x20)
  }

  /// Erases `![words](place)`: a picture is no text.
  private static func eraseImage(in bytes: inout [UInt8], _ index: Int, _ line: Range<Int>) -> Int {
    let words = bytes[index..<line.upperBound]
    guard let bracket = words.indices.first(where: { words[$0] == 0x5D && next(bytes, $0) == 0x28 }),
      let end = words[bracket...].firstIndex(of: 0x29)
    else { return 1 }
    return fill(&bytes, index, end + 1 - index, blank)
  }

  private static func fill(_ bytes: inout [UInt8], _ start: Int, _ length: Int, _ byte: UInt8) -> Int {
    for index in start..<min(start + length, bytes.count) { bytes[index] = byte }
    return length
  }

  // MARK: Marks

  private static func next(_ bytes: [UInt8], _ index: Int) -> UInt8 { index + 1 < bytes.count ? bytes[index + 1] : 0 }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// The tags that converters set around words or instead of a line end, and comments in the place of a picture.
  private static let tags = [
    "br", "br/", "br /", "b", "/b", "i", "/i", "u", "/u", "em", "/em", "strong", "/strong",
    "sup", "/sup", "sub", "/sub", "!-- image --", "!-- page break --",
  ].map { Array("<\($0)>".utf8) }

  private static func tagLength(_ bytes: [UInt8], at index: Int) -> Int? {
    tags.first { bytes[index...].starts(with: $0) }?.count
  }
}
