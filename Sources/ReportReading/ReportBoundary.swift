import Inspections

/// Finds where a second report begins in a file that holds several, so that its grades are never taken for the first's.
///
/// A report begins with a title and, on the next lines, the label of its dates.
struct ReportBoundary: Sendable {
  private let titles: [PhrasePattern]
  private let labels: Phrasebook<Bool>
  /// How many lines above the label of the dates the title may begin.
  private static let reach = 14

  init(_ frameworks: [Framework]) {
    titles = frameworks.flatMap(\.front.titles).map { PhrasePattern($0.replacing("{authority}", with: "…")) }
    var labels = Phrasebook<Bool>()
    for label in frameworks.flatMap(\.front.dateLabels) { labels.add(label, true) }
    self.labels = labels
  }

  /// The index of the first line of the second report, if there is one.
  func secondReport(in text: ReportText) -> Int? {
    var first: Int?
    for index in text.lines.indices where text.lines[index].isText {
      var cursor = WordCursor(text, line: index)
      var probe = cursor
      guard let word = probe.next(), labels.mayBegin(with: word.hash), labels.longestMatch(&cursor) != nil,
        let title = title(above: index, in: text)
      else { continue }
      // One title block may print several labels of dates.
      if let first, title > first { return title }
      if first == nil { first = title + Self.reach }
    }
    return nil
  }

  /// The line on which a title begins that stands just above a line.
  private func title(above index: Int, in text: ReportText) -> Int? {
    let top = max(0, index - Self.reach)
    var words: [Word] = []
    var lines: [Int] = []
    for line in top...index where text.lines[line].isText {
      let range = text.lines[line].range
      var position = range.lowerBound
      while let word = Word.next(in: text.bytes, from: &position, to: range.upperBound) {
        words.append(word)
        lines.append(line)
      }
    }
    let matches = titles.flatMap { $0.matches(in: words) }.filter { match in
      words[match.range.lowerBound].start == text.lines[lines[match.range.lowerBound]].range.lowerBound
    }
    return matches.map { lines[$0.range.lowerBound] }.min()
  }
}
