import Foundation

extension String {
  /// Returns the ranges that a pattern matches.
  func ranges(matching pattern: String) -> [Range<String.Index>] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let whole = NSRange(startIndex..<endIndex, in: self)
    return expression.matches(in: self, range: whole).compactMap { Range($0.range, in: self) }
  }

  var droppingLastWord: String { split(separator: " ").dropLast().joined(separator: " ") }
}

extension NSRegularExpression {
  static func escaped(_ words: Substring) -> String { escapedPattern(for: String(words)) }
}

/// Wraps words into lines of at most so many characters.
func wrapped(_ words: String, at width: Int = 86) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in words.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  return line.isEmpty ? lines : lines + [line]
}
