import Diagnostics

/// Takes the marks of Markdown out of a text that a converter wrote, so that every later pass sees words only.
///
/// Marks are overwritten and nothing moves: an offset means the same place before and after, and lines keep their
/// numbers. A row of a pipe table keeps its cells apart by `cellEnd`, at which `LineCleaner` cuts it. Text that is no
/// Markdown comes back as it is; only marks that carry no words are taken, so `<script>` stays text like any other.
enum MarkdownStripper {
  /// What stands where one cell of a row ends and the next begins.
  static let cellEnd: UInt8 = 0x1F
  /// What stands where a mark was inside a word: no blank, and nothing that is ever printed.
  static let nothing: UInt8 = 0x01
  private static let blank: UInt8 = 0x20

  /// The text without marks.
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

  /// The signs that a mark begins with.
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

  /// Whether only blanks stand before a place on its line.
  private static func isLineStart(_ bytes: [UInt8], _ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, bytes[before] != 0x0A {
      if bytes[before] > 0x20 { return false }
      before -= 1
    }
    return true
  }

  // MARK: Tables

  /// Cuts a row at its pipes; the line that rules a table off becomes blank.
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
      // A line end that is to stay one.
      case 0x5C where index + 1 == line.upperBound: bytes[index] = blank
      case 0x3C:
        if let tag = tagLength(bytes, at: index) { length = fill(&bytes, index, tag, blank) }
      case 0x21 where next(bytes, index) == 0x5B: length = eraseImage(in: &bytes, index, line)
      default: break
      }
      index += length
    }
  }

  /// A single star that opens or closes emphasis: it touches a word, and does not open a list item.
  private static func isEmphasis(_ bytes: [UInt8], _ index: Int, _ line: Range<Int>) -> Bool {
    let before = index > line.lowerBound ? bytes[index - 1] : blank
    let after = index + 1 < line.upperBound ? bytes[index + 1] : blank
    return (before > 0x20) != (after > 0x20)
  }

  /// `![words](place)` shows a picture and says nothing.
  private static func eraseImage(in bytes: inout [UInt8], _ index: Int, _ line: Range<Int>) -> Int {
    guard let end = bytes[index..<line.upperBound].firstIndex(of: 0x29),
      bytes[index..<end].contains(0x5D)
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

  /// The tags that converters set around words or in place of a line end, and comments that hold a picture's place.
  private static let tags = [
    "br", "br/", "br /", "b", "/b", "i", "/i", "u", "/u", "em", "/em", "strong", "/strong",
    "sup", "/sup", "sub", "/sub", "!-- image --", "!-- page break --",
  ].map { Array("<\($0)>".utf8) }

  private static func tagLength(_ bytes: [UInt8], at index: Int) -> Int? {
    tags.first { bytes[index...].starts(with: $0) }?.count
  }
}
