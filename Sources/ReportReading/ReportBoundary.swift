import Inspections

/// Finds where a second report begins in a file that holds several, so that no fact of it is taken for the first's.
///
/// A report begins with a title and, a few lines on, the label of its dates, or a sentence with them. A second title
/// page with the dates of the first is the same report's, unless it names another authority.
struct ReportBoundary: Sendable {
  private let finder: TitleFinder
  private let names: AuthorityNames
  private var labels = PhraseTrie<Bool>()
  /// The sentences in which reports say when their inspection was.
  private let patterns: [TextPattern]
  /// The least similarity of a second report's title to a framework's.
  private static let threshold = 0.6

  init(_ frameworks: [Framework], finder: TitleFinder, names: AuthorityNames) {
    self.finder = finder
    self.names = names
    for label in frameworks.flatMap(\.front.dateLabels) { labels.add(label, true) }
    patterns = frameworks.flatMap(\.front.patterns).filter { $0.contains("{dates}") }.map(TextPattern.init)
  }

  /// The index of the first line of the second report, if there is one.
  func secondReport(in text: ReportText) -> Int? {
    var first: (title: Int, dates: [CalendarDate], bodies: Set<String>)?
    for (index, dates) in occasions(in: text) {
      // A title that comes back at the heads of pages is still one, and may be nearer.
      let repeated = text.unfurnished(above: index).flatMap { title(above: index, in: $0) }
      guard let title = [title(above: index, in: text), repeated].compactMap({ $0 }).max() else { continue }
      let top = top(of: title, in: text)
      guard let known = first else {
        first = (title, dates, bodies(on: top...index, in: text))
        continue
      }
      // One title block may print several labels of dates.
      guard title > known.title, !dates.isEmpty else { continue }
      if dates != known.dates || areOthers(bodies(on: top...index, in: text), than: known.bodies) { return top }
    }
    return nil
  }

  /// The authorities that a title page names.
  private func bodies(on lines: ClosedRange<Int>, in text: ReportText) -> Set<String> {
    Set(lines.flatMap { names.authorities(onLine: $0, in: text) })
  }

  private func areOthers(_ bodies: Set<String>, than known: Set<String>) -> Bool {
    !known.isEmpty && !bodies.isEmpty && known.isDisjoint(with: bodies)
  }

  /// The lines that say when an inspection was, with the dates, in the order of the text.
  private func occasions(in text: ReportText) -> [(line: Int, dates: [CalendarDate])] {
    var occasions: [(line: Int, dates: [CalendarDate])] = []
    for index in text.lines.indices where text.lines[index].isText {
      var cursor = WordCursor(text, line: index, blankLimit: 1)
      var probe = cursor
      guard let word = probe.next(), labels.mayBegin(with: word.hash), labels.longestMatch(&cursor) != nil else {
        continue
      }
      occasions.append((index, DateParser.read(cursor, in: text).dates))
    }
    let reader = PatternFacts(text: text, bodies: nil)
    for words in reader.places(of: patterns) {
      occasions.append(
        (text.lineIndex(of: text.words[words.lowerBound].start), reader.dates(from: words.lowerBound).dates))
    }
    return occasions.sorted { $0.line < $1.line }
  }

  /// The line on which the nearest title above a line begins.
  private func title(above index: Int, in text: ReportText) -> Int? {
    let top = max(0, index - FrameworkRecogniser.labelReach)
    return (top..<index).last { line in
      guard let block = finder.block(at: line, in: text) else { return false }
      return block.fits.contains { $0.likeness >= Self.threshold }
    }
  }

  /// The first line of the block that a title is part of: a name may be above it, or another title.
  private func top(of title: Int, in text: ReportText) -> Int {
    var top = title
    while top > 0, !text.lines[top].startsPage, text.lines[top - 1].isText { top -= 1 }
    return top
  }
}

extension ReportText {
  /// The text with the page furniture above a line taken for text; nil where there is none.
  fileprivate func unfurnished(above index: Int) -> ReportText? {
    let near = max(0, index - FrameworkRecogniser.labelReach)...index
    guard lines[near].contains(where: \.isFurniture) else { return nil }
    var lines = Array(lines[...index])
    for line in near { lines[line].isFurniture = false }
    return ReportText(self, lines: lines)
  }
}
