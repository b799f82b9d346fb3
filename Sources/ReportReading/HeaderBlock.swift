import Diagnostics
import Inspections

/// Reads the block between two lines of `---` at the head of a file, in which a publisher says what the text does not:
/// `key: value` lines, values with or without double quotes, comments behind ` #`.
enum HeaderBlock {
  /// The header, the first line behind it (counted from 1), and what is wrong with it.
  static func read(_ source: SourceText) -> (header: ReportHeader, firstLine: Int, diagnostics: [Diagnostic]) {
    var header = ReportHeader()
    guard source.excerpt(1).trimmed == "---" else { return (header, 1, []) }
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    for number in 2...max(2, min(source.lineCount, 64)) {
      let line = source.line(number)
      if line.trimmed == "---" { return (header, number + 1, diagnostics) }
      if line.trimmed.isEmpty || line.trimmed.hasPrefix("#") { continue }
      guard let colon = line.firstIndex(of: ":") else {
        diagnostics.append(source.diagnostic(.error, .invalidHeader, "expected “key: value”", line: number))
        continue
      }
      let key = String(line[..<colon]).trimmed
      let value = value(String(line[line.index(after: colon)...]))
      if !seen.insert(key).inserted {
        diagnostics.append(source.diagnostic(.error, .invalidHeader, "“\(key)” is given twice", line: number))
      } else if let problem = set(key, value, in: &header) {
        let column = line.distance(from: line.startIndex, to: colon) + 3
        diagnostics.append(source.diagnostic(.error, .invalidHeader, problem, line: number, column: column))
      }
    }
    diagnostics.append(
      source.diagnostic(.error, .invalidHeader, "the header block that begins here is never closed by “---”", line: 1))
    return (header, 1, diagnostics)
  }

  private static func value(_ text: String) -> String {
    let text = text.trimmed
    if text.hasPrefix("\""), let end = text.dropFirst().firstIndex(of: "\"") {
      return String(text[text.index(after: text.startIndex)..<end])
    }
    guard let comment = text.firstRange(of: " #") else { return text }
    return String(text[..<comment.lowerBound]).trimmed
  }

  /// Sets a key; returns what is wrong, if anything.
  private static func set(_ key: String, _ value: String, in header: inout ReportHeader) -> String? {
    guard !value.isEmpty else { return "“\(key)” has no value" }
    switch key {
    case "summary-of": header.summaryOf = value
    case "publisher": header.publisher = value
    case "licence": header.licence = value
    case "source":
      guard value.hasPrefix("https://") || value.hasPrefix("http://") else {
        return "“source” must be a web address that begins with https:// or http://"
      }
      header.sourceURL = value
    case "published":
      guard let date = CalendarDate(iso: value) else { return "“published” must be a date such as 2011-01-24" }
      header.published = date
    default:
      return "unknown key “\(key)”; known are summary-of, publisher, source, licence and published"
    }
    return nil
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
