import Diagnostics

/// A report's text, cleaned: what every later pass reads.
struct ReportText {
  /// The text as it was decoded.
  let source: SourceText
  /// The lines, page furniture marked.
  let lines: [Line]

  /// The bytes of the text.
  var bytes: [UInt8] { source.bytes }

  /// The index of the next line with words, past furniture and at most some blank lines.
  func textLine(after index: Int, skippingBlanks limit: Int) -> Int? {
    var blanks = 0
    var next = index + 1
    while next < lines.count {
      let line = lines[next]
      if line.isText { return next }
      // The blanks around furniture belong to the page break.
      if line.isBlank, !isBesideFurniture(next) { blanks += 1 }
      if blanks > limit { return nil }
      next += 1
    }
    return nil
  }

  private func isBesideFurniture(_ index: Int) -> Bool {
    var above = index - 1
    while above >= 0, lines[above].isBlank { above -= 1 }
    if above >= 0, lines[above].isFurniture { return true }
    var below = index
    while below < lines.count, lines[below].isBlank {
      if lines[below].startsPage { return true }
      below += 1
    }
    return below < lines.count && (lines[below].isFurniture || lines[below].startsPage)
  }

  /// The words of a range as the report prints them, soft hyphens and control characters left out.
  func string(_ range: Range<Int>) -> String {
    PrintedText.string(of: bytes[range])
  }

  /// The words between two places, on one line, page furniture left out.
  func string(fromLine first: Int, at start: Int, toLine last: Int, at end: Int) -> String {
    guard last > first else { return string(start..<max(start, end)) }
    var parts = [string(start..<lines[first].range.upperBound)]
    for index in (first + 1)...last where lines[index].isText {
      let range = lines[index].range
      parts.append(string(range.lowerBound..<(index == last ? max(range.lowerBound, end) : range.upperBound)))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether the range has nothing but blanks and light punctuation, or a footnote's digits touching the word before.
  func isTrivial(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var digits = 0
    while index < range.upperBound {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        digits += 1
        // A footnote sign follows at once; digits after a blank are a page number or something else.
        if digits > 2 || (index > 0 && bytes[index - 1] == 0x20) { return false }
      case 0x00...0x20, 0x2E, 0x2C, 0x3A, 0x3B, 0x29, 0x2A, 0x5F, 0x7C, 0x5D, 0x3F: break
      case 0xC2 where index + 1 < range.upperBound && bytes[index + 1] == 0xA0: index += 1
      default: return false
      }
      index += 1
    }
    return true
  }
}

/// Text as it is kept: as printed, without what only served the page.
enum PrintedText {
  static func string(of bytes: ArraySlice<UInt8>) -> String {
    let isPlain = bytes.allSatisfy { ($0 >= 0x20 && $0 < 0x80) || $0 == 0xE2 }
    if isPlain {
      return String(decoding: bytes, as: UTF8.self).collapsingBlanks()
    }
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: continue
      case 0x09, 0x0A, 0x0C, 0xA0, 0x2007, 0x202F: text.append(" ")
      case 0..<0x20, 0x7F..<0xA0: continue
      case 0xFB00: text.append(contentsOf: "ff".unicodeScalars)
      case 0xFB01: text.append(contentsOf: "fi".unicodeScalars)
      case 0xFB02: text.append(contentsOf: "fl".unicodeScalars)
      case 0xFB03: text.append(contentsOf: "ffi".unicodeScalars)
      case 0xFB04: text.append(contentsOf: "ffl".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return String(text).collapsingBlanks()
  }
}

extension String {
  /// Runs of blanks become one blank; blanks at the ends go.
  func collapsingBlanks() -> String {
    guard utf8.contains(0x20) else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    for byte in utf8 where byte != 0x20 || (!result.isEmpty && result.last != 0x20) { result.append(byte) }
    while result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
