import Diagnostics

/// Finds the notes at the foot of a page: each begins with its number, which also follows a word of that page.
///
/// A sentence that begins above the notes continues after them, and no item of a list is a note.
struct Footnotes {
  let bytes: [UInt8]

  /// Marks the lines of notes.
  func mark(_ lines: inout [Line]) {
    var pageStart = 0
    for index in lines.indices.dropFirst() where lines[index].startsPage {
      mark(&lines, page: pageStart..<index)
      pageStart = index
    }
    mark(&lines, page: pageStart..<lines.count)
    markStarred(&lines)
  }

  /// Marks notes that begin with a star, if a word shortly above has a star after it.
  private func markStarred(_ lines: inout [Line]) {
    guard var star = bytes.firstIndex(of: Self.star, from: 0) else { return }
    var starred: Int?
    for index in lines.indices where lines[index].isText {
      let range = lines[index].range
      let isNote = lines[index].bullet == UInt32(Self.star) || bytes[range].first == Self.star
      if isNote, let word = starred, index - word < Self.reach * 2 { lines[index].isFootnote = true }
      while star < range.upperBound {
        if !isNote, star > range.lowerBound, Fold.isWordASCII(bytes[star - 1]) { starred = index }
        star = bytes.firstIndex(of: Self.star, from: star + 1) ?? bytes.count
      }
    }
  }

  private func mark(_ lines: inout [Line], page: Range<Int>) {
    var beginnings: [Int] = []
    var hasText = false
    for index in page.suffix(Self.reach).reversed() where !lines[index].isBlank {
      // A note's number alone on its line may look like a page number.
      let isAlone = lines[index].range.count <= 2
      guard !lines[index].isFurniture || isAlone && hasText else { continue }
      if let number = Self.number(of: lines[index], in: bytes), hasText || !isAlone, index > page.lowerBound,
        isAlone || lines[index - 1].isBlank, !isAlone || isLong(lines[(index + 1)..<page.upperBound]),
        isMarked(number, in: lines[page.lowerBound..<index])
      {
        beginnings.append(index)
        lines[index].isFurniture = false
      }
      hasText = true
    }
    guard let top = beginnings.last else { return markLoose(&lines, page) }
    for index in top..<page.upperBound where lines[index].isText { lines[index].isFootnote = true }
  }

  /// Marks the last block of a page as the text of notes whose numbers were printed apart from it, further up.
  private func markLoose(_ lines: inout [Line], _ page: Range<Int>) {
    guard let last = page.last(where: { lines[$0].isText }),
      let above = lines[page.lowerBound..<last].lastIndex(where: { !$0.isText }),
      !lines[(above + 1)...last].contains(where: \.hasBullet), bytes[lines[last].range].last == Self.fullStop,
      (0x41...0x5A).contains(bytes[lines[above + 1].range.lowerBound])
    else { return }
    let numbers = page.suffix(Self.reach).filter { index in
      index < above && lines[index].isText && lines[index].range.count <= 2
        && Self.number(of: lines[index], in: bytes).map { isMarked($0, in: lines[page.lowerBound..<index]) } ?? false
    }
    guard !numbers.isEmpty else { return }
    for index in numbers { lines[index].isFurniture = true }
    for index in (above + 1)...last { lines[index].isFootnote = true }
  }

  /// Whether the next line with words is longer than any grade: a number may also be above the grade of a table.
  private func isLong(_ lines: ArraySlice<Line>) -> Bool {
    lines.first { !$0.isBlank }.map { $0.range.count >= 40 } ?? false
  }

  /// Whether a line begins a note.
  static func begins(_ line: Line, in bytes: [UInt8]) -> Bool { number(of: line, in: bytes) != nil }

  /// Returns the number that a note's first line begins with: alone, or before a word without a full stop between.
  private static func number(of line: Line, in bytes: [UInt8]) -> Int? {
    guard !line.hasBullet else { return nil }
    let digits = bytes[line.range].prefix { $0.isASCIIDigit }
    guard (1...2).contains(digits.count) else { return nil }
    let rest = bytes[digits.endIndex..<line.range.upperBound]
    let letter = rest.dropFirst().first ?? 0
    guard rest.isEmpty || rest.first == 0x20 && ((0x41...0x5A).contains(letter) || letter >= 0x80)
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Whether a number directly follows a word or the end of its sentence in some lines.
  private func isMarked(_ number: Int, in lines: ArraySlice<Line>) -> Bool {
    let digits = Array(String(number).utf8)
    for line in lines where line.isText && line.range.count > digits.count {
      for start in line.range.dropFirst().dropLast(digits.count - 1) where bytes[start] == digits[0] {
        let end = start + digits.count
        let before = bytes[start - 1]
        guard bytes[start..<end].elementsEqual(digits), end == line.range.upperBound || !Fold.isWordASCII(bytes[end])
        else { continue }
        let isWord = Fold.isWordASCII(before) && !before.isASCIIDigit || before >= 0x80
        let isEnd =
          [0x2E, 0x2C, 0x3A, 0x3B, 0x29, 0x3F].contains(before) && start - 2 >= 0 && !bytes[start - 2].isASCIIDigit
        if isWord || isEnd { return true }
      }
    }
    return false
  }

  private static let star: UInt8 = 0x2A
  private static let fullStop: UInt8 = 0x2E
  /// The number of lines at a page's end that may be notes.
  private static let reach = 24
}
