import Inspections

/// The lines of a front that may be a report's title, and how like the titles of each framework they are.
struct TitleBlock {
  /// The indices of its first and last lines.
  let firstLine: Int
  var lastLine: Int
  /// Its words; damaged ones as those they come from.
  var words: [Word]
  /// From 0 to 1 for every framework: the share of weight of the likest title's words that the block has.
  let likeness: [Double]
  /// Whether a name or words that are not known may end it.
  let isOpen: Bool
}

/// Finds the lines that may be titles, by the words of the frameworks' titles in whatever order.
///
/// A word weighs more the fewer frameworks have it. A word that most frameworks have, `inspection`, must be there: it
/// says what kind of document it is. Words that no title has are names or themes, and weigh nothing.
struct TitleFinder: Sendable {
  private let titles: [[(words: Set<UInt64>, isOpen: Bool)]]
  private let weights: [UInt64: Double]
  /// The stems of the titles' words.
  private let forms: [UInt64: UInt64]
  private let core: Set<UInt64>
  private let damagedWords: DamagedWords
  private let labels: Phrasebook<Int>
  /// How many lines a title may fill, and how long the later ones may be.
  private static let longest = 6
  private static let longestLine = 70
  private static let reinspection = Word.hash(of: "reinspection")
  private static let connectors: Set<UInt64> = Set(["of", "in", "for", "the", "at", "by"].map { Word.hash(of: $0) })

  init(_ frameworks: [Framework]) {
    titles = frameworks.map { framework in
      (framework.recognition.phrases + framework.front.titles).map { title in
        let words = Self.stems(of: title.replacing("{authority}", with: "…"))
        let isOpen = title.hasSuffix("…") || title.hasSuffix("}") || Self.connectors.contains(words.last ?? 0)
        return (Set(words), isOpen)
      }
    }
    let phrases = frameworks.flatMap { $0.recognition.phrases + $0.front.titles }
    forms = Dictionary(phrases.flatMap { zip(Word.hashes(of: $0), Self.stems(of: $0)) }) { first, _ in first }
    damagedWords = DamagedWords(of: phrases)
    var counts: [UInt64: Int] = [:]
    for words in titles.map({ $0.reduce(into: Set()) { $0.formUnion($1.words) } }) {
      for word in words { counts[word, default: 0] += 1 }
    }
    weights = counts.mapValues { 1 / Double($0).squareRoot() }
    core = Set(counts.filter { $0.value * 4 >= frameworks.count * 3 }.keys).subtracting(Self.connectors)
    var labels = Phrasebook<Int>()
    for (index, framework) in frameworks.enumerated() {
      for label in framework.front.dateLabels + framework.front.publishedLabels + framework.front.leadLabels {
        labels.add(label, index)
      }
    }
    self.labels = labels
  }

  /// Whether a word is one of the titles’, or only joins others.
  func isTitleWord(_ word: Word, in text: ReportText) -> Bool {
    Self.connectors.contains(word.hash) || weights[stem(word, in: text)] != nil
  }

  /// The possible titles that begin on some lines.
  func blocks(in text: ReportText, lines: Range<Int>) -> [TitleBlock] {
    lines.compactMap { block(at: $0, in: text) }
  }

  /// The possible title that begins on a line.
  func block(at index: Int, in text: ReportText) -> TitleBlock? {
    guard text.lines[index].isText, !text.lines[index].hasBullet, opensTitle(index, in: text) else { return nil }
    var words: [Word] = []
    var best: (likeness: [Double], top: Double, isOpen: Bool, lastLine: Int, words: Int)?
    var last = index
    for _ in 0..<Self.longest {
      words += repaired(last, in: text)
      let stems = Set(words.map { stem($0, in: text) })
      let shares = titles.map { $0.map { weight($0.words.intersection(stems)) / max(weight($0.words), 1e-9) } }
      let likeness = shares.map { $0.max() ?? 0 }
      let top = likeness.max() ?? 0
      if top > (best?.top ?? 0) + 1e-9 {
        let isOpen = zip(titles, shares).contains { zip($0, $1).contains { $0.isOpen && $1 > top - 1e-9 } }
        best = (likeness, top, isOpen, last, words.count)
      }
      guard let next = text.textLine(after: last, skippingBlanks: 1), !opensSomethingElse(next, in: text) else { break }
      last = next
    }
    guard let best, best.top >= Self.threshold else { return nil }
    var block = TitleBlock(
      firstLine: index, lastLine: best.lastLine, words: Array(words[..<best.words]), likeness: best.likeness,
      isOpen: best.isOpen || best.top < 0.99)
    if block.isOpen { extend(&block, in: text) }
    return block
  }

  static let threshold = 0.33

  /// A title that is not whole, or ends in a name, goes on to the end of its block.
  private func extend(_ block: inout TitleBlock, in text: ReportText) {
    while block.lastLine - block.firstLine < Self.longest, block.lastLine + 1 < text.lines.count {
      let next = block.lastLine + 1
      guard text.lines[next].isText, !opensSomethingElse(next, in: text),
        text.lines[block.lastLine].range.count <= Self.longestLine + 30, text.lines[next].range.count <= Self.longestLine
      else { return }
      block.words += repaired(next, in: text)
      block.lastLine = next
    }
  }

  /// Whether a line may begin a title: the word that says what it is comes soon, with nothing but names before it.
  private func opensTitle(_ index: Int, in text: ReportText) -> Bool {
    let words = repaired(index, in: text).prefix(10)
    guard let first = words.first, !isLabel(index, in: text) else { return false }
    if text.beginsLowerCase(first.start..<first.end), text.hasCapitals { return false }
    guard let place = words.firstIndex(where: { core.contains(stem($0, in: text)) }) else { return false }
    return words[..<place].allSatisfy { word in
      isTitleWord(word, in: text) || !text.beginsLowerCase(word.start..<word.end)
    }
  }

  private func opensSomethingElse(_ index: Int, in text: ReportText) -> Bool {
    let line = text.lines[index]
    return line.hasBullet || line.startsPage || text.bytes[line.range].last == 0x2E || isLabel(index, in: text)
      || PrintedDates.read(WordCursor(text, line: index), in: text).isEmpty == false
  }

  private func isLabel(_ index: Int, in text: ReportText) -> Bool {
    var cursor = WordCursor(text, line: index)
    return labels.longestMatch(&cursor) != nil || labels.repairedMatch(WordCursor(text, line: index), in: text) != nil
  }

  private func repaired(_ index: Int, in text: ReportText) -> [Word] {
    damagedWords.repaired(text.words(in: text.lines[index].range), in: text).words
  }

  private func weight(_ words: Set<UInt64>) -> Double { words.reduce(0) { $0 + (weights[$1] ?? 0) } }

  /// A word without its plural, a footnote's sign and, where that makes a title's word of it, `re` before it.
  private func stem(_ word: Word, in text: ReportText) -> UInt64 {
    if let stem = forms[word.hash] { return stem }
    var end = word.end
    while end > word.start + 3, text.bytes[end - 1].isASCIIDigit { end -= 1 }
    let stem = Self.stem(word.start..<end, in: text.bytes)
    if weights[stem] != nil || end - word.start < 8 { return stem }
    guard text.bytes[word.start] | 0x20 == 0x72, text.bytes[word.start + 1] | 0x20 == 0x65 else { return stem }
    let rest = Self.stem(word.start + 2..<end, in: text.bytes)
    return weights[rest] != nil ? rest : stem
  }

  private static func stem(_ range: Range<Int>, in bytes: [UInt8]) -> UInt64 {
    var position = range.lowerBound
    return Word.next(in: bytes, from: &position, to: range.upperBound)?.stem(in: bytes) ?? 0
  }

  private static func stems(of title: String) -> [UInt64] {
    let bytes = Array(title.utf8)
    var position = 0
    var found: [UInt64] = []
    while let word = Word.next(in: bytes, from: &position, to: bytes.count) { found.append(word.stem(in: bytes)) }
    return found
  }
}

extension ReportText {
  /// Whether the first words of the text have capital letters at all.
  var hasCapitals: Bool { bytes.prefix(4_000).contains { $0 >= 0x41 && $0 <= 0x5A } }
}
