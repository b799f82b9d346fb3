/// The text of one file, as valid UTF-8 with `\n` line ends, and the offsets of its lines.
///
/// Reports are read as bytes: a line is a range into `bytes`, and only text that is kept becomes a `String`.
public struct SourceText: Sendable {
  /// The encoding of the file's bytes.
  public enum Encoding: String, Sendable {
    /// Valid UTF-8, the usual case.
    case utf8 = "utf-8"
    /// UTF-16, recognised by its byte order mark or its zeros.
    case utf16 = "utf-16"
    /// UTF-32, recognised in the same way.
    case utf32 = "utf-32"
    /// Bytes that are not UTF-8, read as Windows-1252.
    case windows1252 = "windows-1252"
  }

  /// The path the text came from, as the user would type it.
  public let path: String
  /// The encoding that was detected.
  public let encoding: Encoding
  /// The text: valid UTF-8, every line end a single `\n`.
  public let bytes: [UInt8]
  /// The offset of each line in `bytes`; never empty.
  public let lineStarts: [Int]

  /// Creates a text from bytes that are already UTF-8 with `\n` line ends.
  public init(path: String, bytes: [UInt8], encoding: Encoding = .utf8) {
    self.path = path
    self.encoding = encoding
    self.bytes = bytes
    var starts = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    var start = 0
    while let end = bytes.firstIndex(of: 0x0A, from: start), end + 1 < bytes.count {
      start = end + 1
      starts.append(start)
    }
    self.lineStarts = starts
  }

  /// Creates a text from a string; for small files and tests.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The number of lines; an empty text has one, empty.
  public var lineCount: Int { lineStarts.count }

  /// Returns the bytes of a line (counted from 1) without its line end.
  public func range(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    return start..<end
  }

  /// Returns the text of a line (counted from 1) without its line end; empty if there is no such line.
  public func line(_ line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    return string(range(ofLine: line))
  }

  /// Returns the text of a range of bytes.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Returns the line and column (both from 1, the column in characters) of an offset into `bytes`.
  public func location(ofOffset offset: Int) -> SourceLocation {
    let line = line(ofOffset: offset)
    let start = lineStarts[line - 1]
    let column = string(start..<max(start, min(offset, bytes.count))).count + 1
    return SourceLocation(path: path, line: line, column: column)
  }

  private func line(ofOffset offset: Int) -> Int { max(1, lineStarts.partitioningIndex { $0 > offset }) }

  /// The lines on which pages begin, but for the first page: lines with a form feed before their words, and lines after
  /// one with a form feed elsewhere. Empty for a text without page breaks.
  public var pageStarts: [Int] {
    var starts: [Int] = []
    var next = 0
    while let place = bytes.firstIndex(of: 0x0C, from: next) {
      let line = line(ofOffset: place)
      let isInFront = bytes[lineStarts[line - 1]..<place].allSatisfy { $0 <= 0x20 }
      starts.append(isInFront ? line : line + 1)
      next = place + 1
    }
    return starts
  }

  /// Returns the beginning of a line, enough to recognise it; a line may be as long as its file.
  public func excerpt(_ line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    let range = range(ofLine: line)
    return string(range.lowerBound..<min(range.upperBound, range.lowerBound + 240))
  }

  /// Returns a diagnostic at a line of this text, with the line as its excerpt.
  public func diagnostic(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, line: Int, column: Int = 1,
    suggestion: Diagnostic.Suggestion? = nil
  ) -> Diagnostic {
    Diagnostic(
      severity, code, message, at: SourceLocation(path: path, line: line, column: column), excerpt: excerpt(line),
      suggestion: suggestion)
  }
}
