internal import Inspections

/// A later report split into sentences, with an index of the words of earlier recommendations in it.
struct SentenceIndex {
  /// A sentence of the report.
  struct Sentence {
    /// The finding's index.
    let finding: Int
    /// The index of the item of the finding; nil for the finding's own text.
    let item: Int?
    /// The range in that text, in bytes.
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
  /// The sentences of each word, as a list: each entry has the index of the word's previous entry, or -1.
  private var entries: [(sentence: Int32, previous: Int32)] = []
  /// The last entry of each word, or -1.
  private var lastEntries: [Int32]
  /// The number of findings that contain each word.
  private(set) var counts: [Int]
  /// The last finding so far that contains each word.
  private var lastFindings: [Int]

  /// Indexes a report for the words of a table.
  init(_ report: Report, _ numbers: WordTable) {
    counts = Array(repeating: 0, count: numbers.count)
    lastFindings = Array(repeating: -1, count: numbers.count)
    lastEntries = Array(repeating: -1, count: numbers.count)
    for (index, finding) in report.findings.enumerated() {
      read(finding.text, index, nil, numbers)
      for (item, text) in finding.itemTexts.enumerated() { read(text, index, item, numbers) }
    }
  }

  /// Calls `body` with the index of each sentence that contains a word, last first.
  func forEachPlace(of word: Int, _ body: (Int) -> Void) {
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

  /// Returns the index of the space after a sentence, or the end. A sentence ends in `.`, `?` or `;` before a space.
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
