import Diagnostics
import Inspections

/// Parses the front matter between two lines of `---` at the head of a file, which holds facts that the text does not:
/// `key: value` lines, values with or without quotes, comments after ` #`. Blank lines may come before it; a key
/// outside the front matter is an error, since its value would be lost.
enum FrontMatterParser {
  /// Returns the front matter, the first line after it (counted from 1), and the problems in it.
  static func read(_ source: SourceText) -> (header: FrontMatter, firstLine: Int, diagnostics: [Diagnostic]) {
    var header = FrontMatter()
    let first = (1...source.lineCount).first { !source.excerpt($0).trimmed.isEmpty } ?? 1
    guard ["---", "---\\"].contains(source.excerpt(first).trimmed) else {
      return (header, 1, strayKeys(in: source, from: first))
    }
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    for number in (first + 1)...max(first + 1, min(source.lineCount, first + longest)) {
      var line = source.line(number)
      // A converter may have ended each line with a backslash.
      if line.hasSuffix("\\") { line.removeLast() }
      if line.trimmed == "---" {
        if header.licenceReason != nil, header.licence == nil {
          let message = "“licence-reason” gives a reason for no licence; add “licence”"
          diagnostics.append(source.diagnostic(.error, .invalidHeader, message, line: first))
        }
        return (header, number + 1, diagnostics)
      }
      if line.trimmed.isEmpty || line.trimmed.hasPrefix("#") { continue }
      guard let colon = line.firstIndex(of: ":") else {
        diagnostics.append(source.diagnostic(.error, .invalidHeader, "expected “key: value”", line: number))
        continue
      }
      let key = String(line[..<colon]).trimmed
      let value = value(String(line[line.index(after: colon)...]))
      if !seen.insert(key).inserted {
        diagnostics.append(source.diagnostic(.error, .invalidHeader, "“\(key)” is given twice", line: number))
      } else if let problem = header.set(key, value) {
        let column = line.distance(from: line.startIndex, to: colon) + 3
        diagnostics.append(source.diagnostic(.error, .invalidHeader, problem, line: number, column: column))
      }
    }
    diagnostics.append(
      source.diagnostic(
        .error, .invalidHeader,
        "the front matter that begins here is never closed by “---” within \(longest) lines; add one after it",
        line: first))
    return (header, 1, diagnostics)
  }

  /// The maximum number of lines of front matter.
  private static let longest = 64

  /// Returns an error for a key outside front matter, whose opening line is missing, or is not `---`. Some keys are
  /// words that a report may print by itself.
  private static func strayKeys(in source: SourceText, from first: Int) -> [Diagnostic] {
    let opening = source.excerpt(first).trimmed
    let isFenced = opening.count > 1 && opening.allSatisfy { "-+=~–—".contains($0) }
    let keys = isFenced ? FrontMatter.keys : ["summary-of", "licence", "licence-reason"]
    for number in first...min(source.lineCount, first + 16) {
      // Few lines have a colon.
      guard source.bytes[source.range(ofLine: number)].contains(UInt8(ascii: ":")) else { continue }
      let line = source.excerpt(number)
      guard let colon = line.firstIndex(of: ":"), keys.contains(String(line[..<colon]).trimmed) else { continue }
      let message =
        "“\(line[...colon])” is outside front matter; put a line “---” before its keys, at the top of the file, and "
        + "one after them"
      return [source.diagnostic(.error, .invalidHeader, message, line: number)]
    }
    return []
  }

  /// Returns the line of the front matter that begins with a key.
  static func line(of key: String, in source: SourceText) -> Int {
    (1...source.lineCount).first { source.excerpt($0).trimmed.hasPrefix("\(key):") } ?? 1
  }

  private static func value(_ text: String) -> String {
    let text = text.trimmed
    if let quote = text.first, "\"'".contains(quote), let end = text.dropFirst().lastIndex(of: quote),
      case let rest = String(text[text.index(after: end)...]).trimmed, rest.isEmpty || rest.hasPrefix("#")
    {
      return String(text[text.index(after: text.startIndex)..<end])
    }
    guard let comment = text.firstRange(of: " #") else { return text }
    return String(text[..<comment.lowerBound]).trimmed
  }
}
