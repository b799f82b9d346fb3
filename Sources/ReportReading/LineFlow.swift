import Diagnostics

/// Determines from the lengths of lines whether a paragraph continues from one line to the next.
struct LineFlow {
  let text: ReportText
  /// The number of characters of each line that is text.
  private let lengths: [Int]
  /// The length that a fifth of the report's lines reach.
  let usualWidth: Int

  init(text: ReportText) {
    self.text = text
    lengths = text.lines.map { $0.isText ? text.characterCount($0.range) : 0 }
    var counts = [Int](repeating: 0, count: Self.longest + 1)
    for length in lengths where length > 0 { counts[min(length, Self.longest)] += 1 }
    var left = counts.reduce(0, +) / 5
    usualWidth =
      counts.indices.last { length in
        left -= counts[length]
        return left <= 0
      } ?? 0
  }

  /// Whether a line had room for the next line's first word, so that it is the last of its paragraph.
  func hasRoom(_ above: Int, before index: Int, spare: Int = roomToSpare) -> Bool {
    let firstWord = text.bytes[text.lines[index].range].prefix { $0 != 0x20 }.count
    return lengths[above] + firstWord + spare <= widest(around: above)
  }

  /// Returns the number of characters of a line.
  func length(_ index: Int) -> Int { lengths[index] }

  /// Whether a line fills most of the width.
  func isLong(_ index: Int) -> Bool { lengths[index] * 4 > widest(around: index) * 3 }

  /// Returns the length of the longest line near a line.
  func widest(around index: Int) -> Int {
    lengths[max(0, index - Self.reach)..<min(lengths.count, index + Self.reach)].max() ?? 0
  }

  /// Whether a line's last sign ends a sentence.
  func endsSentence(_ index: Int) -> Bool { text.bytes[text.lines[index].range].last == 0x2E }

  /// Returns the nearest line with words above a line.
  func textLine(above index: Int) -> Int? {
    (max(0, index - Self.farthest + 1)..<index).last { text.lines[$0].isText }
  }

  /// Returns the first of several lines that fill the width and have the end of a sentence in them.
  func firstProse(before end: Int, in outline: Outline) -> Int {
    var start: Int?
    for index in 0..<end where !text.lines[index].isFurniture && !text.lines[index].isFootnote {
      let range = text.lines[index].range
      guard outline.roles[index] == .text, lengths[index] >= max(Self.shortest, usualWidth * 3 / 4),
        text.bytes[range].first?.isASCIIDigit == false
      else {
        start = nil
        continue
      }
      let first = start ?? index
      start = first
      if index > first + 1, range.contains(where: { text.bytes[$0] == 0x2E }) { return first }
    }
    return end
  }

  /// Whether a line has only a number, with no text above and below: a page number in a list of contents.
  func isLooseNumber(_ index: Int) -> Bool {
    let range = text.lines[index].range
    guard (1...3).contains(range.count), text.isNumber(range) else { return false }
    return [index - 1, index + 1].allSatisfy { !text.lines.indices.contains($0) || !text.lines[$0].isText }
  }

  /// Returns the offset at which the source's line begins, before blanks and bullets.
  func lineStart(_ index: Int) -> Int {
    text.source.range(ofLine: text.lines[index].number).lowerBound
  }

  /// The minimum length of a line of prose.
  private static let shortest = 40
  /// Longer lines count as this long, since they are no measure of the width.
  private static let longest = 200
  /// The number of characters that a line must leave free beyond the next word to be a paragraph's last.
  static let roomToSpare = 6
  /// The same for items, which are seldom followed by a paragraph.
  static let roomToSpareBehindItem = 14
  /// The number of lines above and below that show how wide the text is set.
  private static let reach = 12
  /// The maximum number of blank lines and lines of a page's foot and head between two lines of one paragraph.
  private static let farthest = 60
}
