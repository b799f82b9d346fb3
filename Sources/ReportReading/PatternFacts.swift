import Diagnostics
import Inspections

/// Reads facts by the framework's patterns. What a pattern finds in two places must be the same, or it is not taken.
struct PatternFacts {
  let text: ReportText
  /// Which authorities a name may mean; nil where the framework's bodies are in no register.
  let bodies: ((String) -> Set<String>)?
  /// The year of dates that print none.
  var year: Int?

  /// The words that each fact has by the first pattern that finds it, all facts of a framework.
  func find(_ patterns: [TextPattern]) -> TextPattern.Match {
    var found: TextPattern.Match = [:]
    for pattern in patterns {
      let matches = pattern.matches(in: text, among: text.words.indices, ends: ends)
      for fact in FrontPage.Fact.allCases where found[fact] == nil {
        let places = matches.compactMap { $0[fact] }
        guard let first = places.first, places.allSatisfy({ value(fact, $0) == value(fact, first) }) else { continue }
        found[fact] = first
      }
    }
    return found
  }

  /// The dates that begin with a word.
  func dates(from word: Int) -> PrintedDates {
    let start = text.words[word].start
    return PrintedDates.read(
      WordCursor(text, line: text.lineIndex(of: start), position: start, blankLimit: 2), in: text, year: year)
  }

  /// The words of a fact as printed.
  func string(_ words: Range<Int>) -> String {
    let (first, last) = (text.words[words.lowerBound], text.words[words.upperBound - 1])
    return text.string(
      fromLine: text.lineIndex(of: first.start), at: first.start, toLine: text.lineIndex(of: last.start), at: last.end)
  }

  /// What two places of a fact are compared by.
  private func value(_ fact: FrontPage.Fact, _ words: Range<Int>) -> [String] {
    switch fact {
    case .dates, .published: dates(from: words.lowerBound).dates.map(\.iso)
    case .body: bodies?(string(words)).sorted() ?? [string(words).lowercased()]
    case .identifier, .area, .lead: [string(words)]
    }
  }

  private func ends(of fact: FrontPage.Fact, from word: Int) -> [Int] {
    switch fact {
    case .dates, .published:
      let printed = dates(from: word)
      guard !printed.isEmpty, fact == .dates || printed.dates.count == 1 && !printed.isCutShort else { return [] }
      return [text.firstPlace(at: printed.end, among: text.words.indices)]
    case .identifier:
      return text.bytes[text.words[word].range].contains(where: \.isASCIIDigit) ? [word + 1] : []
    case .lead: return isName(word) ? runs(from: word, 2...6) : []
    case .area: return isName(word) ? runs(from: word, 1...6) : []
    case .body:
      guard isName(word) || text.words[word].hash == Self.the else { return [] }
      guard let bodies else { return runs(from: word, 1...Self.longestName) }
      return runs(from: word, 1...Self.longestName).reversed().filter { !bodies(string(word..<$0)).isEmpty }
    }
  }

  private static let longestName = 14
  private static let the = Word.hash(of: "the")

  private func runs(from word: Int, _ counts: ClosedRange<Int>) -> [Int] {
    counts.map { word + $0 }.filter { $0 <= text.words.count }
  }

  private func isName(_ word: Int) -> Bool {
    !text.beginsLowerCase(text.words[word].range)
  }
}
