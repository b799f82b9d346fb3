internal import Inspections

/// A later report as sentences, with where the words of earlier points stand in it.
struct SentenceIndex {
  /// A sentence of the report.
  struct Sentence {
    /// The finding's index.
    let finding: Int
    /// The item of the finding that it stands in; nil for the finding's own text.
    let item: Int?
    /// Where it stands in that text, in bytes.
    let range: Range<Int>

    func text(in report: Report) -> Substring {
      let finding = report.findings[finding]
      let text = item.map { finding.itemTexts[$0] } ?? finding.text
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }
  }

  /// All sentences, in order.
  private(set) var sentences: [Sentence] = []
  /// The sentences in which words stand, each with the index of the entry before it for the same word, or -1.
  private var entries: [(sentence: Int32, previous: Int32)] = []
  /// The last entry of each word, or -1.
  private var lastEntries: [Int32]
  /// In how many findings each word stands.
  private(set) var counts: [Int]
  /// The last finding in which each word was seen.
  private var lastFindings: [Int]

  /// Reads a report for the words of a table.
  init(_ report: Report, _ numbers: WordTable) {
    counts = Array(repeating: 0, count: numbers.count)
    lastFindings = Array(repeating: -1, count: numbers.count)
    lastEntries = Array(repeating: -1, count: numbers.count)
    for (index, finding) in report.findings.enumerated() {
      read(finding.text, index, nil, numbers)
      for (item, text) in finding.itemTexts.enumerated() { read(text, index, item, numbers) }
    }
  }

  /// Calls the body with the index of each sentence in which a word stands, the last first.
  func eachPlace(of word: Int, _ body: (Int) -> Void) {
    var index = lastEntries[word]
    while index >= 0 {
      body(Int(entries[Int(index)].sentence))
      index = entries[Int(index)].previous
    }
  }

  private mutating func read(_ text: String, _ finding: Int, _ item: Int?, _ numbers: WordTable) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = Self.endOfSentence(of: bytes, from: start)
      let place = sentences.count
      sentences.append(Sentence(finding: finding, item: item, range: start..<end))
      UnusualWords.each(in: bytes, start..<end) { number, _ in
        guard let word = numbers[number] else { return }
        if lastFindings[word] != finding { counts[word] += 1 }
        lastFindings[word] = finding
        let previous = lastEntries[word]
        if previous < 0 || entries[Int(previous)].sentence != place {
          lastEntries[word] = Int32(entries.count)
          entries.append((Int32(place), previous))
        }
      }
      start = end + 1
    }
  }

  /// The blank after a sentence, or the end: it goes up to a full stop, question mark or semicolon before a blank.
  private static func endOfSentence(of bytes: [UInt8], from start: Int) -> Int {
    let span = bytes.span
    var index = start + 1
    while index < span.count {
      if span[index] == 0x20 {
        let last = span[index - 1]
        if last == UInt8(ascii: ".") || last == UInt8(ascii: "?") || last == UInt8(ascii: ";") { return index }
      }
      index += 1
    }
    return span.count
  }
}
