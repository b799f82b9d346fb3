import Inspections

/// The titles of a framework, for finding the one that a printed title is nearest to.
///
/// Likeness is the share of weight that two titles have in common. A word weighs more the fewer titles hold it; a word
/// that no title holds weighs half as much as one that a single title holds. Order and case make no difference, nor
/// does a plural.
struct TitleIndex: Sendable {
  /// The title nearest to some words.
  struct Match: Sendable {
    /// What the title opens.
    let terms: [Vocabulary.Term]
    /// The same, whatever the wording.
    let targets: Set<Vocabulary.Term>
    let title: String
    /// From 0, nothing in common, to 1, the same words.
    let likeness: Double
    /// Where words are damaged that were read as the title's.
    var damaged: [Range<Int>] = []
    /// The title that comes second, of those which open something else.
    var runnerUp: (title: String, likeness: Double, terms: [Vocabulary.Term])?

    /// Whether the title is too near to another one to be told apart.
    var isNarrow: Bool { likeness - (runnerUp?.likeness ?? 0) < TitleIndex.margin }
  }

  private struct Entry: Sendable {
    let title: String
    let words: Set<UInt64>
    let weight: Int
    var terms: [Vocabulary.Term]
  }

  /// How much nearer the nearest title must be than the next: “children care leavers” is 0.11 nearer to care leavers
  /// than to children in care, the narrowest lead of the rows printed in 296 reports.
  static let margin = 0.08

  private var entries: [Entry] = []
  /// In millionths: whole numbers, since the words of a set come in no certain order, and sums must not depend on it.
  private var weights: [UInt64: Int] = [:]
  private var unknownWeight = 0
  /// The stems of the titles' words.
  private var stems: [UInt64: UInt64] = [:]
  private let damagedWords: DamagedWords

  init(_ titles: [(title: String, term: Vocabulary.Term)]) {
    damagedWords = DamagedWords(of: titles.map(\.title))
    var found: [(title: String, words: Set<UInt64>, terms: [Vocabulary.Term])] = []
    for (title, term) in titles {
      let own = Word.stems(of: title)
      for (word, stem) in zip(Word.hashes(of: title), own) { stems[word] = stem }
      let words = Set(own)
      if let index = found.firstIndex(where: { $0.words == words }) {
        found[index].terms.append(term)
      } else {
        found.append((title, words, [term]))
      }
    }
    var counts: [UInt64: Int] = [:]
    for entry in found { for word in entry.words { counts[word, default: 0] += 1 } }
    weights = counts.mapValues { Self.weight(ofWordIn: $0, of: found.count) }
    unknownWeight = Self.weight(ofWordIn: 1, of: found.count) / 2
    entries = found.map { entry in
      Entry(title: entry.title, words: entry.words, weight: weight(of: entry.words), terms: entry.terms)
    }
  }

  /// The title nearest to some words of the text, of those that open a term which is allowed; nil where nothing is
  /// shared.
  func nearest(
    to words: ArraySlice<Word>, in text: ReportText, where isAllowed: (Vocabulary.Term) -> Bool
  ) -> Match? {
    // Words that are mostly not a title's can't be damaged to be near to one.
    let (words, broken) = damagedWords.joined(words, in: text)
    let known = words.count { stems[$0.hash] != nil || weights[$0.stem(in: text.bytes)] != nil }
    guard known * 2 >= words.count else { return nil }
    let repaired = damagedWords.mended(words, in: text)
    let own = Set(repaired.words.map { stems[$0.hash] ?? $0.stem(in: text.bytes) })
    guard own.contains(where: { weights[$0] != nil }) else { return nil }
    let ownWeight = weight(of: own)
    var best: Match?
    for entry in entries {
      let terms = entry.terms.filter(isAllowed)
      guard !terms.isEmpty else { continue }
      let targets = Set(terms.map(\.target))
      let shared = weight(of: entry.words.intersection(own))
      let likeness = Double(2 * shared) / Double(ownWeight + entry.weight)
      guard likeness > 0 else { continue }
      if let known = best, likeness <= known.likeness {
        if known.targets != targets, likeness > known.runnerUp?.likeness ?? 0 {
          best?.runnerUp = (entry.title, likeness, terms)
        }
      } else {
        let match = Match(terms: terms, targets: targets, title: entry.title, likeness: likeness)
        let second = best.flatMap { $0.targets == targets ? $0.runnerUp : ($0.title, $0.likeness, $0.terms) }
        best = match
        best?.runnerUp = second
      }
    }
    best?.damaged = broken + repaired.damaged
    return best
  }

  /// The stems of words of more than three letters that at most a third of some titles hold, and none of some others.
  static func tellingWords(of titles: [String], without others: [String]) -> Set<UInt64> {
    let index = TitleIndex(titles.map { ($0, .record) })
    let short = titles.flatMap { $0.split(separator: " ") }.filter { $0.utf8.count <= 3 } + ["with"]
    let excluded = Set((others + short.map(String.init)).flatMap(Word.stems))
    return Set(index.weights.filter { $0.value >= weight(ofWordIn: 1, of: 3) }.keys).subtracting(excluded)
  }

  /// The judgements of whose titles a sentence holds nearly every word; of several, those of the weightiest.
  func contained(in words: [Word], of text: ReportText, where isAllowed: (Int) -> Bool) -> Set<Int> {
    let own = Set(words.map { $0.stem(in: text.bytes) })
    var best: (weight: Int, judgements: Set<Int>) = (0, [])
    for entry in entries {
      let shared = weight(of: entry.words.intersection(own))
      guard shared * 10 >= entry.weight * Self.containment, shared >= best.weight else { continue }
      let judgements = entry.terms.compactMap { term -> Int? in
        guard case .judgement(let judgement, _) = term, isAllowed(judgement) else { return nil }
        return judgement
      }
      guard !judgements.isEmpty else { continue }
      best = (shared, shared > best.weight ? Set(judgements) : best.judgements.union(judgements))
    }
    return best.judgements
  }

  /// How many tenths of a title's weight a sentence must hold to name it.
  private static let containment = 9

  private static func weight(ofWordIn count: Int, of total: Int) -> Int {
    Int((Double(total) / Double(count)).squareRoot() * 1_000_000)
  }

  private func weight(of words: Set<UInt64>) -> Int { words.reduce(0) { $0 + (weights[$1] ?? unknownWeight) } }
}
