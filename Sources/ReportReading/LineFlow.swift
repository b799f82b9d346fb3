import Diagnostics

/// Tells from the lengths of lines whether a paragraph goes on from one line to the next.
struct LineFlow {
  let text: ReportText
  /// The number of characters of each line that is text.
  private let lengths: [Int]
  /// The length that the report's longer lines have.
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

  /// Whether a line could have held the next one's first word: then it is the last of its paragraph.
  func hasRoom(_ above: Int, before index: Int, spare: Int = roomToSpare) -> Bool {
    let firstWord = text.bytes[text.lines[index].range].prefix { $0 != 0x20 }.count
    return lengths[above] + firstWord + spare <= widest(around: above)
  }

  /// The number of characters of a line.
  func length(_ index: Int) -> Int { lengths[index] }

  /// Whether a line fills most of the width.
  func isLong(_ index: Int) -> Bool { lengths[index] * 4 > widest(around: index) * 3 }

  /// The length of the longest line near a line.
  func widest(around index: Int) -> Int {
    lengths[max(0, index - Self.reach)..<min(lengths.count, index + Self.reach)].max() ?? 0
  }

  /// Whether a line's last sign ends a sentence.
  func endsSentence(_ index: Int) -> Bool { text.bytes[text.lines[index].range].last == 0x2E }

  /// The line with words above a line.
  func textLine(above index: Int) -> Int? {
    var above = index - 1
    while above >= 0, index - above < Self.farthest {
      if text.lines[above].isText { return above }
      above -= 1
    }
    return nil
  }

  /// The first line of several that fill the width and have the end of a sentence in them.
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

  /// Whether a line has only a number, with nothing above and below: a page's, in a list of contents.
  func isLooseNumber(_ index: Int) -> Bool {
    let range = text.lines[index].range
    guard (1...3).contains(range.count), text.isNumber(range) else { return false }
    return [index - 1, index + 1].allSatisfy { !text.lines.indices.contains($0) || !text.lines[$0].isText }
  }

  /// Where the source's line begins, before blanks and bullets.
  func lineStart(_ index: Int) -> Int {
    text.source.range(ofLine: text.lines[index].number).lowerBound
  }

  /// A line of prose is longer.
  private static let shortest = 40
  /// Longer lines are no measure of the width.
  private static let longest = 200
  /// How many characters a line must leave free beyond the next word to be a paragraph's last.
  static let roomToSpare = 6
  /// The same for items, which a paragraph seldom follows.
  static let roomToSpareBehindItem = 14
  /// Longer than this, a paragraph between numbered ones is several.
  static let longParagraph = 2000
  /// How many lines up and down show how wide the text is set.
  private static let reach = 12
  /// How many blank lines and lines of a page's foot and head may part two lines of one paragraph.
  private static let farthest = 60
}
