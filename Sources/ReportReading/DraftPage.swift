import Inspections

/// The parts of a report that may belong in a framework's file: title, labels, rows and headings.
struct DraftPage {
  /// Words of a report and their line.
  struct Item {
    let text: String
    let line: Int
    /// The text in a form for comparison.
    var key: String { DraftPage.key(text) }
  }

  let text: ReportText
  /// The possible titles, each as words.
  private(set) var titles: [[String]] = []
  private(set) var dateLabels: [Item] = []
  private(set) var publishedLabels: [Item] = []
  private(set) var leadLabels: [Item] = []
  private(set) var rows: [(title: Item, grade: Set<String>)] = []
  private(set) var headings: [Item] = []
  private(set) var years: [Int] = []
  private static let frontLines = 90
  private static let kinds: WordSet = [
    "inspection", "reinspection", "review", "visit", "assessment", "report", "letter", "card", "audit",
  ]

  init(_ text: ReportText, _ scale: DraftScale) {
    self.text = text
    let lines = text.lines.indices.filter { text.lines[$0].isText }
    let front = lines.prefix(Self.frontLines)
    for line in front { readLabel(line) }
    let labelled = Set((dateLabels + publishedLabels + leadLabels).map(\.line))
    // A title is above the first label.
    let above = front.prefix { text.lines[$0].number < labelled.min() ?? .max }
    titles = above.filter { mayBeTitle($0, labelled) }.prefix(4).map { title(from: $0, labelled) }
    readRows(front, labelled, scale)
    let used = Set(rows.map(\.title.line)).union(labelled)
    let found = lines.filter { isHeading($0) && scale.grade(onLine: $0, in: text) == nil }.map(item)
    // Lines above the first row belong to the title, except the heads of the rows' columns.
    let first = rows.first?.title.line ?? 0
    headings = found.filter { !used.contains($0.line) && ($0.line > first || Self.tableHeads.contains($0.key)) }
  }

  /// Words that head the columns of titles and grades.
  static let tableHeads: Set<String> = ["judgement", "judgment", "grade", "rating"]

  /// Returns the letters and blanks of a text in lower case, for comparison.
  static func key(_ text: String) -> String {
    String(text.lowercased().replacing("’", with: "'").filter { $0.isLetter || $0 == " " })
  }

  private func item(_ line: Int) -> Item { item(text.string(text.lines[line].range), line) }

  private func item(_ words: String, _ line: Int) -> Item {
    var words = words
    while let last = words.last, ":.–- ".contains(last) { words.removeLast() }
    return Item(text: words, line: text.lines[line].number)
  }

  /// Reads `Label: dates`, `Label dates` or `Label: a name`.
  private mutating func readLabel(_ line: Int) {
    let range = text.lines[line].range
    let words = text.words(onLine: line)
    for word in words.dropFirst().prefix(6) {
      let printed = DateParser.read(WordCursor(text, line: line, position: word.start), in: text)
      guard !printed.isEmpty else { continue }
      let label = item(text.string(range.lowerBound..<word.start), line)
      guard label.text.first?.isUppercase == true, !label.text.contains(where: \.isNumber) else { return }
      years += printed.dates.map(\.year)
      if label.key.contains("publi") { publishedLabels.append(label) } else { dateLabels.append(label) }
      return
    }
    guard let colon = text.bytes[range].firstIndex(of: 0x3A) else { return }
    let label = item(text.string(range.lowerBound..<colon), line)
    if ["inspector", "led by", "lead "].contains(where: label.key.contains), !label.text.contains(where: \.isNumber) {
      leadLabels.append(label)
    }
  }

  /// Whether a line names a kind of document.
  private func mayBeTitle(_ line: Int, _ labelled: Set<Int>) -> Bool {
    !labelled.contains(text.lines[line].number) && !text.lines[line].hasBullet
      && !text.beginsLowerCase(text.lines[line].range) && text.bytes[text.lines[line].range].last != 0x2E
      && text.words(onLine: line).prefix(8).contains { Self.kinds.contains($0.hash) }
  }

  /// Returns the words of a title from its first line up to a label or a blank line.
  private func title(from first: Int, _ labelled: Set<Int>) -> [String] {
    var title: [String] = []
    var line = first
    repeat {
      title += text.words(onLine: line).map { text.string($0.range) }
      line += 1
    } while line < text.lines.count && line < first + 4 && text.lines[line].isText
      && !labelled.contains(text.lines[line].number)
    return title
  }

  /// Reads titles with a grade after them on their line, or on a line of its own below.
  private mutating func readRows(_ front: ArraySlice<Int>, _ labelled: Set<Int>, _ scale: DraftScale) {
    var after = front.first ?? 0
    for line in front where line >= after {
      guard let found = scale.grade(onLine: line, in: text) else { continue }
      let range = text.lines[line].range
      if found.start > range.lowerBound {
        let title = item(text.string(range.lowerBound..<found.start), line)
        if title.text.first?.isUppercase == true, title.text.count < 100 { rows.append((title, found.keys)) }
      } else {
        var first = line - 1
        while first > after, !text.lines[first].isText { first -= 1 }
        let last = first
        while first > after, text.lines[first - 1].isText, last - first < 3,
          !labelled.contains(text.lines[first - 1].number)
        {
          first -= 1
        }
        guard first >= after, text.lines[first].isText, !labelled.contains(text.lines[first].number) else { continue }
        guard !text.beginsLowerCase(text.lines[first].range) else { continue }
        rows.append((item(text.string((first...last).map { text.lines[$0].range }), first), found.keys))
      }
      after = found.lastLine + 1
    }
  }

  /// Whether a line is short, set off from the line above, begins with a capital and does not end a sentence.
  private func isHeading(_ line: Int) -> Bool {
    let range = text.lines[line].range
    guard (4...90).contains(range.count), !text.lines[line].hasBullet, !text.beginsLowerCase(range),
      let last = text.bytes[range].last, Fold.isWordASCII(last) || last == 0x3F, !text.bytes[range].contains(0x3A),
      !text.bytes[range].contains(where: \.isASCIIDigit), !text.endsInJoint(line)
    else { return false }
    guard line > 0, text.lines[line - 1].isText, let above = text.bytes[text.lines[line - 1].range].last else {
      return true
    }
    return above == 0x2E
  }
}
