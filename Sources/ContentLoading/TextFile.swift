public import Diagnostics

/// Reads the text files that come with a site: its configuration, register, frameworks and pages. Unlike reports, which
/// may have any encoding, these must be UTF-8.
public enum TextFile {
  /// The most bytes such a file may have: 1 MB.
  public static let limit = 1 << 20

  /// Returns a file's text, or nil and its problem.
  ///
  /// - Throws: if the file can't be read.
  public static func read(
    _ path: String, limit: Int = limit
  ) throws(EnvironmentError) -> (text: SourceText?, problems: [Diagnostic]) {
    switch try FileReader.read(path, limit: limit) {
    case .problem(let problem): return (nil, [problem])
    case .bytes(let bytes): return decode(bytes, path: path)
    }
  }

  /// Decodes bytes as UTF-8: a byte order mark is skipped, and every line end becomes `\n`.
  public static func decode(_ bytes: [UInt8], path: String) -> (text: SourceText?, problems: [Diagnostic]) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
      let message = "the text is not UTF-8; save the file in that encoding"
      let problem = Diagnostic(.error, .invalidEncoding, message, at: SourceLocation(path: path, line: line))
      return (nil, [problem])
    }
    // Most texts have no carriage return, and need not be copied.
    guard body.contains(0x0D) else { return (SourceText(path: path, bytes: Array(body)), []) }
    return (SourceText(path: path, text: String(text.map { ["\r\n", "\r"].contains($0) ? "\n" : $0 })), [])
  }
}
