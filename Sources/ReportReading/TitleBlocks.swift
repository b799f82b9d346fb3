import Inspections

/// The lines of a front that may be a report's title, and how like the titles of each framework they are.
struct TitleBlock {
  /// The index of its first line.
  let firstLine: Int
  /// For every framework: how far the block is its title, and how like one it is then.
  fileprivate(set) var fits: [Fit]
  /// The words of all lines; damaged ones as those they come from.
  fileprivate var allWords: [Word]

  struct Fit {
    /// From 0 to 1: the share of weight that the block and the likest title have in common.
    var likeness = 0.0
    var lastLine = 0
    fileprivate var wordCount = 0
    /// Whether a name or words that are not known may end it.
    fileprivate(set) var isOpen = false
  }

  func likeness(_ framework: Int) -> Double { fits[framework].likeness }
}

/// A title as the title of one framework.
struct ReportTitle {
  let firstLine: Int
  var lastLine: Int
  var words: [Word]
  let likeness: Double
  let isOpen: Bool
  /// A name beside it, in another column.
  var column: Range<Int>?
}

/// Finds the lines that may be titles, by the words of the frameworks' titles in whatever order.
///
/// A word weighs more the fewer frameworks have it. The word that says what kind of document it is, `inspection`, must
/// be there. Words that no title has are names or themes, and weigh nothing.
struct TitleFinder: Sendable {
  /// A framework's title: its words, their weight, that of the longer ones, and whether a name may end it.
  private struct Title: Sendable {
    let words: [Int]
    let weight: Int
    let long: Int
    let isOpen: Bool
  }

  private let titles: [[Title]]
  private let words: TitleWords
  /// The words' weights in millionths: whole numbers, so that sums do not depend on their order.
  private let weights: [Int]
  /// For each word, whether it names the kind of document.
  private let isCore: [Bool]
  private let damagedWords: DamagedWords
  private let damagedCore: DamagedWords
  private var labels = PhraseTrie<Int>()
  /// The most lines of a title, the most words, and the greatest length of its later lines.
  private static let longest = 6
  private static let longestWords = 30
  private static let longestLine = 70
  private static let connectors: WordSet = ["of", "in", "for", "the", "at", "by"]
  /// Words before which a title has said what kind of document it is: `inspection of`, `visit to`.
  private static let joints: WordSet = ["of", "in", "for", "at", "by", "to", "into", "on"]

  init(_ frameworks: [Framework]) {
    let phrases = frameworks.map { framework in
      (framework.recognition.phrases + framework.front.titles).map { $0.replacing("{body}", with: "…") }
    }
    let words = TitleWords(phrases.joined())
    var counts = [Int](repeating: 0, count: words.stems.count)
    for titles in phrases { for word in Set(titles.flatMap(words.numbers)) { counts[word] += 1 } }
    let weights = counts.map { Int(1_000_000 / Double($0).squareRoot()) }
    var isCore = [Bool](repeating: false, count: weights.count)
    for phrase in phrases.joined() {
      let opening = phrase.prefix { $0 != "…" }
      let stems = Word.stems(of: String(opening))
      let kind = stems.firstIndex(where: Self.joints.contains).map { stems[..<$0] } ?? stems[...]
      let last = opening.isEmpty ? Word.stems(of: phrase).last : kind.last
      if let core = last.flatMap(words.number(ofStem:)) { isCore[core] = true }
    }
    (self.words, self.weights, self.isCore) = (words, weights, isCore)
    let forms = phrases.joined().flatMap { $0.split(separator: " ").map(String.init) }
    damagedWords = DamagedWords(of: forms)
    damagedCore = DamagedWords(of: forms.filter { words.numbers(of: $0).first.map { isCore[$0] } ?? false })
    let long = Set(forms.filter { $0.utf8.count > 3 }.flatMap(words.numbers))
    titles = phrases.map { phrases in
      phrases.map { phrase in
        let own = words.numbers(of: phrase)
        return Title(
          words: own, weight: own.reduce(0) { $0 + weights[$1] },
          long: own.filter(long.contains).reduce(0) { $0 + weights[$1] },
          isOpen: phrase.hasSuffix("…") || Self.connectors.contains(Word.stems(of: phrase).last ?? 0))
      }
    }
    for (index, framework) in frameworks.enumerated() {
      for label in framework.front.dateLabels + framework.front.publishedLabels + framework.front.leadLabels {
        labels.add(label, index)
      }
    }
  }

  /// Whether a word is one of the titles’, or only joins others.
  func isTitleWord(_ word: Word, in text: ReportText) -> Bool {
    Self.connectors.contains(word.hash) || number(of: word, in: text) != nil
  }

  /// The possible title that begins on a line.
  func block(at index: Int, in text: ReportText) -> TitleBlock? {
    guard text.lines[index].isText, !text.lines[index].hasBullet, opensTitle(index, in: text) else { return nil }
    var block = TitleBlock(
      firstLine: index, fits: Array(repeating: TitleBlock.Fit(), count: titles.count), allWords: [])
    var last = index
    var own = 0
    var isMet = [Bool](repeating: false, count: weights.count)
    for line in 0..<Self.longestWords where line < Self.longest || block.allWords.count < Self.longestWords {
      let words = repaired(last, in: text)
      block.allWords += words
      for word in words {
        guard let number = number(of: word, in: text), !isMet[number] else { continue }
        isMet[number] = true
        // Short words are part of names too.
        if word.count > 3 { own += weights[number] }
      }
      for (framework, titles) in titles.enumerated() {
        for title in titles {
          let shared = title.words.reduce(0) { isMet[$1] ? $0 + weights[$1] : $0 }
          let likeness = min(1, Double(2 * shared) / Double(title.weight + max(own, title.long)))
          guard likeness > block.fits[framework].likeness + 1e-9 else { continue }
          block.fits[framework] = TitleBlock.Fit(
            likeness: likeness, lastLine: last, wordCount: block.allWords.count,
            isOpen: title.isOpen || likeness < 0.99)
        }
      }
      guard labelPlace(last, in: text) == nil, let next = text.textLine(after: last, skippingBlanks: 1),
        !opensSomethingElse(next, in: text),
        !hasCore(isMet) && text.words(onLine: last).count == 1 || !opensTitle(next, in: text)
      else { break }
      last = next
    }
    return block.fits.contains { $0.likeness >= Self.threshold } ? block : nil
  }

  /// Whether some of the titles' words say what kind of document it is.
  private func hasCore(_ isMet: [Bool]) -> Bool { zip(isMet, isCore).contains { $0 && $1 } }

  /// The least similarity at which a block is a title of a framework.
  static let threshold = 0.33

  /// A block as the title of a framework. One that is not whole, or ends in a name, goes on to the end of its lines.
  func title(_ block: TitleBlock, of framework: Int, in text: ReportText) -> ReportTitle {
    let fit = block.fits[framework]
    var title = ReportTitle(
      firstLine: block.firstLine, lastLine: fit.lastLine, words: Array(block.allWords[..<fit.wordCount]),
      likeness: fit.likeness, isOpen: fit.isOpen)
    while title.lastLine - title.firstLine < Self.longest || title.words.count < Self.longestWords,
      title.lastLine + 1 < text.lines.count
    {
      let next = title.lastLine + 1
      // A line of nothing but title words is no name: `services`.
      guard text.lines[next].isText, title.isOpen || repaired(next, in: text).allSatisfy({ isTitleWord($0, in: text) }),
        labelPlace(title.lastLine, in: text) == nil,
        !opensSomethingElse(next, in: text),
        text.lines[next].range.count <= Self.longestLine
      else { break }
      title.words += repaired(next, in: text)
      title.lastLine = next
    }
    return title
  }

  /// The number of blanks that separate two columns.
  static let columnGap = 4

  /// Whether a line may begin a title: the word that says what it is comes soon, with nothing but names before it;
  /// where the line begins a block, a few words of any kind, as in `Report on the inspection of`.
  private func opensTitle(_ index: Int, in text: ReportText) -> Bool {
    guard let first = text.firstWord(onLine: index) else { return false }
    let line = text.lines[index]
    // A line that had room for the first word ends what is above.
    let beginsBlock =
      index == 0 || line.startsPage || !text.lines[index - 1].isText
      || text.lines[index - 1].range.count + first.count < line.range.count
    // A title may be printed a word a line.
    let isWordALine =
      beginsBlock && index + 2 < text.lines.count
      && (index...index + 2).allSatisfy { text.lines[$0].isText && text.words(onLine: $0).count == 1 }
    let words = isWordALine ? text.words(upTo: 4, fromLine: index) : Array(text.words(onLine: index).prefix(10))
    if !beginsBlock, text.beginsLowerCase(first.range), text.hasCapitals { return false }
    func isCore(_ word: Word) -> Bool { number(of: word, in: text).map { self.isCore[$0] } ?? false }
    guard
      let place = words.firstIndex(where: isCore)
        ?? damagedCore.repaired(words, in: text).words.firstIndex(where: isCore)
    else { return false }
    let strange = words[..<place].count { !isTitleWord($0, in: text) && text.beginsLowerCase($0.range) }
    return !isLabel(index, in: text)
      && (strange == 0
        || beginsBlock && strange <= Self.mostStrange && !text.beginsLowerCase(first.range)
          && words[place...].dropFirst().first?.hash == Self.of)
  }

  /// The most words of neither a title nor a name before the word that names the kind of document.
  private static let mostStrange = 2
  private static let of = Word.hash(of: "of")

  private func opensSomethingElse(_ index: Int, in text: ReportText) -> Bool {
    let line = text.lines[index]
    return line.hasBullet || line.startsPage || text.bytes[line.range].last == 0x2E || isLabel(index, in: text)
      || DateParser.read(WordCursor(text, line: index), in: text).isEmpty == false
  }

  private func isLabel(_ index: Int, in text: ReportText) -> Bool {
    var cursor = WordCursor(text, line: index)
    return labels.longestMatch(&cursor) != nil || labels.repairedMatch(WordCursor(text, line: index), in: text) != nil
  }

  private func repaired(_ index: Int, in text: ReportText) -> [Word] {
    let range = text.lines[index].range
    let end = labelPlace(index, in: text) ?? range.upperBound
    return damagedWords.repaired(text.words(onLine: index).prefix { $0.end <= end }, in: text).words
  }

  /// Returns the index of a label inside a line that was joined from several.
  func labelPlace(_ index: Int, in text: ReportText) -> Int? {
    text.words(onLine: index).dropFirst().first { word in
      guard labels.mayBegin(with: word.hash), !text.beginsLowerCase(word.range) else { return false }
      var cursor = WordCursor(text, line: index, position: word.start)
      return labels.longestMatch(&cursor) != nil
    }?.start
  }

  /// The number of a word without its plural, a footnote's sign and, where that makes a title's word of it, `re` before
  /// it.
  private func number(of word: Word, in text: ReportText) -> Int? {
    if let number = words.number(ofForm: word.hash) { return number }
    var end = word.end
    while end > word.start + 3, text.bytes[end - 1].isASCIIDigit { end -= 1 }
    if let number = number(ofStemOn: word.start..<end, in: text) { return number }
    guard end - word.start >= 8, text.bytes[word.start] | 0x20 == 0x72, text.bytes[word.start + 1] | 0x20 == 0x65 else {
      return nil
    }
    return number(ofStemOn: word.start + 2..<end, in: text)
  }

  private func number(ofStemOn range: Range<Int>, in text: ReportText) -> Int? {
    Word.first(in: text.bytes, range).flatMap { words.number(ofStem: $0.stem(in: text.bytes)) }
  }
}

extension ReportText {
  /// Whether the first words of the text have capital letters at all.
  var hasCapitals: Bool { bytes.prefix(4_000).contains { $0 >= 0x41 && $0 <= 0x5A } }
}
