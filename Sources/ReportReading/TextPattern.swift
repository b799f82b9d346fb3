import Inspections

/// A pattern of words with facts among them: `visit to {body} {dates}`, `| {lead} | Her Majesty’s Inspector`.
///
/// Words are compared as everywhere, over line ends; `…` matches up to a dozen words, `|` the end of a line. A phrase is
/// a pattern without facts.
struct TextPattern: Sendable {
  private enum Part: Sendable {
    case word(UInt64)
    case gap
    case lineEnd
    case fact(PatternFact)
  }

  /// A match of the pattern, and those of its facts, as words among the text's.
  struct Match {
    var words: Range<Int>
    var facts: [PatternFact: Range<Int>] = [:]
  }

  private let parts: [Part]
  private static let gap = 12

  init(_ pattern: String) {
    let pieces = pattern.replacing("…", with: " … ").replacing("|", with: " | ").split(separator: " ")
    parts = pieces.drop { $0 == "…" }.flatMap { piece in
      if piece == "…" { return [Part.gap] }
      if piece == "|" { return [Part.lineEnd] }
      if let fact = PatternFact(placeholder: piece) { return [Part.fact(fact)] }
      return Word.hashes(of: String(piece)).map(Part.word)
    }
  }

  /// Returns the range of the phrase's first occurrence among words.
  func match(in words: [Word]) -> Range<Int>? {
    matches(
      in: words, among: words.indices, from: starts(in: words, among: words.indices, firstWords: []),
      isLineEnd: { _ in false }, ends: { _, _ in [] }
    ).first?.words
  }

  /// Returns the ranges of the pattern among some of the text's words, in order.
  ///
  /// - Parameter ends: after which word a fact may end that begins with a word, the likeliest first.
  func matches(
    in text: ReportText, among words: Range<Int>, ends: (PatternFact, Int) -> [Int]
  ) -> [Match] {
    let starts = starts(in: text.words, among: words, firstWords: text.firstWords)
    return matches(in: text.words, among: words, from: starts, isLineEnd: text.isLineEnd, ends: ends)
  }

  /// Returns the matches of each of some patterns in the whole text. Those that begin with the same word share the
  /// search for it.
  static func matches(
    of patterns: [TextPattern], in text: ReportText, ends: (PatternFact, Int) -> [Int]
  ) -> [[Match]] {
    var starts: [UInt64?: [Int]] = [:]
    let words = text.words.indices
    return patterns.map { pattern in
      let own =
        starts[pattern.firstWord] ?? pattern.starts(in: text.words, among: words, firstWords: text.firstWords)
      starts[pattern.firstWord] = own
      return pattern.matches(in: text.words, among: words, from: own, isLineEnd: text.isLineEnd, ends: ends)
    }
  }

  private var firstWord: UInt64? { if case .word(let hash)? = parts.first { hash } else { nil } }

  /// Returns the words at which the pattern may begin: one look at each rules out nearly all.
  private func starts(in all: [Word], among words: Range<Int>, firstWords: [Int]) -> [Int] {
    guard let firstWord else { return firstWords.filter(words.contains) }
    return all.withUnsafeBufferPointer { all in words.filter { all[$0].hash == firstWord } }
  }

  private func matches(
    in all: [Word], among words: Range<Int>, from starts: [Int], isLineEnd: (Int) -> Bool,
    ends: (PatternFact, Int) -> [Int]
  ) -> [Match] {
    /// Whether the parts from one on match from a word on.
    func holds(_ part: Int, at word: Int, _ match: inout Match) -> Bool {
      guard part < parts.count else {
        match.words = match.words.lowerBound..<word
        return true
      }
      switch parts[part] {
      case .word(let hash):
        return word < words.upperBound && all[word].hash == hash && holds(part + 1, at: word + 1, &match)
      case .gap:
        return (0...Self.gap).contains { holds(part + 1, at: word + $0, &match) }
      case .lineEnd:
        return isLineEnd(word) && holds(part + 1, at: word, &match)
      case .fact(let fact):
        guard word < words.upperBound else { return false }
        for end in ends(fact, word) {
          match.facts[fact] = word..<end
          if holds(part + 1, at: end, &match) { return true }
        }
        match.facts[fact] = nil
        return false
      }
    }
    var found: [Match] = []
    for word in starts where word >= found.last?.words.upperBound ?? 0 {
      var match = Match(words: word..<word)
      if holds(0, at: word, &match) { found.append(match) }
    }
    return found
  }
}

extension ReportText {
  /// Some of the text's words as printed, on one line.
  func string(ofWords words: Range<Int>) -> String {
    let (first, last) = (self.words[words.lowerBound], self.words[words.upperBound - 1])
    return string(
      fromLine: lineIndex(of: first.start), at: first.start, toLine: lineIndex(of: last.start), at: last.end)
  }

  /// A cursor before a word.
  func cursor(beforeWord word: Int) -> WordCursor {
    let start = words[word].start
    return WordCursor(self, line: lineIndex(of: start), position: start, blankLimit: 2)
  }

  /// Whether a word is the first of its line, or after the last word of the text.
  fileprivate func isLineEnd(_ word: Int) -> Bool {
    guard word > 0, word < words.count else { return true }
    return bytes[words[word - 1].end..<words[word].start].contains(0x0A)
  }
}
