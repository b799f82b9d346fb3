import Diagnostics
import Inspections

/// Reads facts by the framework's patterns. What a pattern finds in two places must be the same, or it is not taken.
struct PatternFacts {
  let text: ReportText
  /// The authorities that a name may mean; nil where the framework's bodies are in no register.
  let bodies: ((String) -> Set<String>)?
  /// The year of dates that print none.
  var year: Int?

  /// The words that each fact has by the first pattern that finds it, all facts of a framework.
  func find(_ patterns: [TextPattern]) -> [PatternFact: Range<Int>] {
    var found: [PatternFact: Range<Int>] = [:]
    for matches in TextPattern.matches(of: patterns, in: text, ends: ends) {
      for fact in PatternFact.allCases where found[fact] == nil {
        let places = matches.compactMap { $0.facts[fact] }
        guard let first = places.first, places.allSatisfy({ value(fact, $0) == value(fact, first) }) else { continue }
        found[fact] = first
      }
    }
    return found
  }

  /// The words at which patterns find dates.
  func places(of patterns: [TextPattern]) -> [Range<Int>] {
    TextPattern.matches(of: patterns, in: text, ends: ends).joined().compactMap { $0.facts[.dates] }
  }

  /// The dates that begin with a word.
  func dates(from word: Int) -> DateParser {
    DateParser.read(text.cursor(beforeWord: word), in: text, year: year)
  }

  /// Returns the words by which two mentions of a fact are compared.
  private func value(_ fact: PatternFact, _ words: Range<Int>) -> [String] {
    switch fact {
    case .dates, .published, .reply: dates(from: words.lowerBound).dates.map(\.iso)
    case .body: bodies?(text.string(ofWords: words)).sorted() ?? [text.string(ofWords: words).lowercased()]
    case .theme: [text.string(ofWords: words).lowercased()]
    case .identifier, .area, .lead, .grade: [text.string(ofWords: words)]
    }
  }

  private func ends(of fact: PatternFact, from word: Int) -> [Int] {
    switch fact {
    case .dates, .published, .reply:
      let printed = dates(from: word)
      guard !printed.isEmpty, !continuesDates(word),
        fact == .dates || printed.dates.count == 1 && !printed.isCutShort
      else { return [] }
      return [text.firstPlace(at: printed.end, among: text.words.indices)]
    case .identifier:
      let end = endOfIdentifier(from: word)
      let number = text.bytes[text.words[word].start..<text.words[end - 1].end]
      return number.contains(where: \.isASCIIDigit) ? [end] : []
    case .theme: return runs(from: word, 1...Self.longestTheme)
    case .grade: return []
    case .lead: return isName(word) ? runs(from: word, 2...6) : []
    case .area: return isName(word) ? runs(from: word, 1...6) : []
    case .body:
      guard isName(word) || text.words[word].hash == Self.the else { return [] }
      guard let bodies else { return runs(from: word, 1...Self.longestName) }
      return runs(from: word, 1...Self.longestName).reversed().filter {
        !bodies(text.string(ofWords: word..<$0)).isEmpty
      }
    }
  }

  /// Whether dates that could not be read are before a word: `31� January and`.
  private func continuesDates(_ word: Int) -> Bool {
    guard let last = text.words[..<word].last(where: { !DateParser.joiners.contains($0.hash) }) else { return false }
    return DateParser.months[last.hash] != nil
  }

  /// Returns the end of a number with hyphens or slashes in it, `L-1042`.
  private func endOfIdentifier(from word: Int) -> Int {
    var end = word + 1
    while end < text.words.count, text.words[end - 1].end + 1 == text.words[end].start,
      [0x2D, 0x2F].contains(text.bytes[text.words[end - 1].end])
    { end += 1 }
    return end
  }

  private static let longestName = 14
  private static let longestTheme = 18
  private static let the = Word.hash(of: "the")

  private func runs(from word: Int, _ counts: ClosedRange<Int>) -> [Int] {
    counts.map { word + $0 }.filter { $0 <= text.words.count }
  }

  private func isName(_ word: Int) -> Bool {
    !text.beginsLowerCase(text.words[word].range)
  }
}

extension FrontPageReader {
  /// Takes what the framework's patterns find.
  func readPatterns(
    _ text: ReportText, bodies: @escaping (String) -> Set<String>, into facts: inout FrontPageFacts
  ) {
    guard !patterns.isEmpty else { return }
    let year = framework.front.opensWithDate ? facts.inspection.published?.year : nil
    let reader = PatternFacts(text: text, bodies: isRegistered ? bodies : nil, year: year)
    let found = reader.find(patterns)
    facts.authority = found[.body].map { text.string(ofWords: $0) }
    facts.identifier = found[.identifier].map { text.string(ofWords: $0) }
    facts.area = found[.area].map { text.string(ofWords: $0) }
    if let words = found[.published] { facts.inspection.published = reader.dates(from: words.lowerBound).dates.first }
    if let words = found[.reply] { facts.inspection.reply = reader.dates(from: words.lowerBound).dates.first }
    if let words = found[.theme] {
      let theme = String(text.string(ofWords: words).prefix { $0 != "(" }).trimmed
      facts.inspection.theme = theme.prefix(1).uppercased() + theme.dropFirst()
    }
    if let words = found[.lead] { facts.inspection.lead = Self.names(in: text.string(ofWords: words)[...]) }
    if let words = found[.dates] {
      take(
        reader.dates(from: words.lowerBound), onLine: text.lineIndex(of: text.words[words.lowerBound].start), of: text,
        into: &facts)
    }
  }
}
