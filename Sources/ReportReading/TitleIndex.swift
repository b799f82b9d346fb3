import Inspections

/// The titles of a framework, for finding the one that a printed title is nearest to.
///
/// Likeness is the share of weight that two titles have in common. A word weighs more the fewer titles hold it; a word
/// that no title holds weighs half as much as one that a single title holds. Order and case make no difference, nor
/// does a plural.
struct TitleIndex: Sendable {
  /// The title nearest to some words.
  struct Match: Sendable {
    /// The terms that the title opens.
    let terms: [Vocabulary.Term]
    /// The same, whatever the wording.
    let targets: Set<Vocabulary.Term>
    let title: String
    /// From 0, nothing in common, to 1, the same words.
    let likeness: Double
    /// The ranges of damaged words that were read as the title's.
    var damaged: [Range<Int>] = []
    /// The title that comes second, of those which open something else.
    var runnerUp: (title: String, likeness: Double, terms: [Vocabulary.Term])?

    /// Whether the title is too near to another one to be told apart.
    var isNarrow: Bool { likeness - (runnerUp?.likeness ?? 0) < TitleIndex.margin }
  }

  private struct Entry: Sendable {
    let title: String
    let words: [Int]
    let weight: Int
    var terms: [Vocabulary.Term]
  }

  /// The least lead of the nearest title over the next: “children care leavers” is 0.11 nearer to care leavers
  /// than to children in care, the narrowest lead of the rows printed in 296 reports.
  static let margin = 0.08

  private var entries: [Entry] = []
  private let words: TitleWords
  /// The words' weights in millionths: whole numbers, so that sums do not depend on their order.
  private let weights: [Int]
  private let unknownWeight: Int
  /// The entries that hold each word.
  private let holders: [[Int]]
  private let damagedWords: DamagedWords

  init(_ titles: [(title: String, term: Vocabulary.Term)]) {
    damagedWords = DamagedWords(of: titles.map(\.title))
    words = TitleWords(titles.lazy.map(\.title))
    var found: [(title: String, words: [Int], terms: [Vocabulary.Term])] = []
    for (title, term) in titles {
      let own = words.numbers(of: title)
      if let index = found.firstIndex(where: { Set($0.words) == Set(own) }) {
        found[index].terms.append(term)
      } else {
        found.append((title, own, [term]))
      }
    }
    var holders = [[Int]](repeating: [], count: words.stems.count)
    for (index, entry) in found.enumerated() { for word in entry.words { holders[word].append(index) } }
    let weights = holders.map { Self.weight(ofWordIn: $0.count, of: found.count) }
    (self.holders, self.weights) = (holders, weights)
    unknownWeight = Self.weight(ofWordIn: 1, of: found.count) / 2
    entries = found.map { entry in
      Entry(
        title: entry.title, words: entry.words, weight: entry.words.reduce(0) { $0 + weights[$1] }, terms: entry.terms)
    }
  }

  /// The title nearest to some words of the text, of those that open a term which is allowed; nil where nothing is
  /// shared.
  func nearest(
    to printed: ArraySlice<Word>, in text: ReportText, where isAllowed: (Vocabulary.Term) -> Bool
  ) -> Match? {
    // Words that are mostly not a title's can't be damaged to be near to one.
    let (joined, broken) = damagedWords.joined(printed, in: text)
    let known = joined.count { words.number(of: $0, in: text.bytes) != nil }
    guard known * 2 >= joined.count else { return nil }
    let repaired = damagedWords.repairedSingly(joined, in: text)
    var ownWeight = 0
    var strange: [UInt64] = []
    var own: [Int] = []
    for word in repaired.words {
      if let number = words.number(of: word, in: text.bytes) {
        if !own.contains(number) { own.append(number) }
      } else if case let stem = word.stem(in: text.bytes), !strange.contains(stem) {
        strange.append(stem)
        ownWeight += unknownWeight
      }
    }
    ownWeight += own.reduce(0) { $0 + weights[$1] }
    let shared = sharedWeights(own)
    var best: Match?
    for (index, entry) in entries.enumerated() where shared[index] > 0 {
      let likeness = Double(2 * shared[index]) / Double(ownWeight + entry.weight)
      guard likeness > best?.runnerUp?.likeness ?? 0, case let terms = entry.terms.filter(isAllowed), !terms.isEmpty
      else { continue }
      let targets = Set(terms.map(\.target))
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

  /// The weight that each entry has in common with some words, which are given once each.
  private func sharedWeights(_ own: [Int]) -> [Int] {
    var shared = [Int](repeating: 0, count: entries.count)
    for word in own { for entry in holders[word] { shared[entry] += weights[word] } }
    return shared
  }

  /// The stems of words of more than three letters that at most a third of some titles hold, and none of some others.
  static func tellingWords(of titles: [String], without others: [String]) -> WordSet {
    let index = TitleIndex(titles.map { ($0, .record) })
    let short = titles.flatMap { $0.split(separator: " ") }.filter { $0.utf8.count <= 3 } + ["with"]
    let excluded = WordSet((others + short.map(String.init)).flatMap(Word.stems))
    let least = weight(ofWordIn: 1, of: 3)
    return WordSet(
      zip(index.words.stems, index.weights).filter { $0.1 >= least && !excluded.contains($0.0) }.map(\.0))
  }

  /// The judgements of whose titles a sentence holds nearly every word; of several, those of the weightiest.
  func contained(in sentence: [Word], of text: ReportText, where isAllowed: (Int) -> Bool) -> Set<Int> {
    let own = Set(sentence.compactMap { words.number(ofStem: $0.stem(in: text.bytes)) })
    let shared = sharedWeights(Array(own))
    var best: (weight: Int, judgements: Set<Int>) = (0, [])
    for (index, entry) in entries.enumerated() {
      let shared = shared[index]
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

  /// The tenths of a title's weight that a sentence needs to name it.
  private static let containment = 9

  private static func weight(ofWordIn count: Int, of total: Int) -> Int {
    Int((Double(total) / Double(count)).squareRoot() * 1_000_000)
  }
}
