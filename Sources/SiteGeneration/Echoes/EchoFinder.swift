internal import Inspections

/// Finds where a later report comes back to what earlier ones asked.
///
/// A passage of one or two sentences echoes a point if it shares at least three unusual words with it, and at least a
/// fifth of the point's; unusual is a word that stands in at most a twentieth of the later report's paragraphs. The rule
/// looks at the two reports alone, so no other report changes what is found.
struct EchoFinder {
  /// The least shared words.
  static let leastWords = 3
  /// The most passages of one later report for a point.
  static let mostPassages = 2
  private static let longestQuote = 360

  /// A sentence of the later report.
  private struct Sentence {
    let finding: Int
    /// The item of the finding that it stands in; nil for the finding's own text.
    let item: Int?
    /// Where it stands in that text, in bytes.
    let range: Range<Int>

    func text(in report: Report) -> Substring {
      let finding = report.findings[finding]
      let text = item.map { finding.items[$0] } ?? finding.text
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }
  }

  private let points: [(report: ReportSummary, order: Int, words: [Int])]
  private let numbers: WordTable

  /// Takes the points of all reports of one authority.
  init(_ reports: [ReportSummary]) {
    var numbers = WordTable()
    var points: [(report: ReportSummary, order: Int, words: [Int])] = []
    for report in reports {
      for (index, point) in report.recommendations.enumerated() {
        let bytes = Array(point.text.utf8)
        var words: Set<Int> = []
        UnusualWords.each(in: bytes, bytes.indices) { number, _ in
          guard !UnusualWords.common.contains(number) else { return }
          let word = numbers[number] ?? numbers.count
          if word == numbers.count { numbers.set(number, word) }
          words.insert(word)
        }
        points.append((report, index + 1, words.sorted()))
      }
    }
    self.points = points
    self.numbers = numbers
  }

  /// The echoes in a report of what earlier ones asked, in the order of the points.
  func echoes(in report: Report, _ outline: ReportOutline, summary: ReportSummary) -> [Echo] {
    let points = points.filter { FollowUpPage.isLater(summary, than: $0.report) }
    guard !points.isEmpty, !report.findings.isEmpty else { return [] }
    let (sentences, places, counts) = read(report)
    let limit = max(2, report.findings.count / 20)
    var echoes: [Echo] = []
    for point in points {
      let rare = point.words.filter { counts[$0] > 0 && counts[$0] <= limit }.prefix(UInt64.bitWidth)
      guard rare.count >= Self.leastWords else { continue }
      for passage in passages(of: rare, needed: max(Self.leastWords, point.words.count / 5), places, sentences) {
        let finding = report.findings[sentences[passage.lowerBound].finding]
        let text = passage.map { sentences[$0].text(in: report) }.joined(separator: " ")
        echoes.append(
          Echo(
            earlier: point.report.id, point: point.order, later: summary.id,
            anchor: outline.anchors[sentences[passage.lowerBound].finding],
            place: finding.number.map { "paragraph \($0)" } ?? "line \(finding.line)", quote: Self.clipped(text),
            words: shared(Set(rare), in: text)))
      }
    }
    return echoes
  }

  /// The sentences of a report, where each of the points' words stands, and in how many paragraphs.
  private func read(_ report: Report) -> (sentences: [Sentence], places: [[Int]], counts: [Int]) {
    var sentences: [Sentence] = []
    var places: [[Int]] = Array(repeating: [], count: numbers.count)
    var counts = Array(repeating: 0, count: numbers.count)
    var last = Array(repeating: -1, count: numbers.count)
    func read(_ text: String, _ finding: Int, _ item: Int?) {
      let bytes = Array(text.utf8)
      Self.eachSentence(of: bytes) { range in
        let place = sentences.count
        sentences.append(Sentence(finding: finding, item: item, range: range))
        UnusualWords.each(in: bytes, range) { number, _ in
          guard let word = numbers[number] else { return }
          if last[word] != finding { counts[word] += 1 }
          last[word] = finding
          if places[word].last != place { places[word].append(place) }
        }
      }
    }
    for (index, finding) in report.findings.enumerated() {
      read(finding.text, index, nil)
      for (item, text) in finding.items.enumerated() { read(text, index, item) }
    }
    return (sentences, places, counts)
  }

  /// The passages that share enough words, those with the most first.
  private func passages(
    of rare: some Collection<Int>, needed: Int, _ places: [[Int]], _ sentences: [Sentence]
  ) -> [ClosedRange<Int>] {
    var found: [Int: UInt64] = [:]
    for (bit, word) in rare.enumerated() {
      for place in places[word] { found[place, default: 0] |= 1 << UInt64(bit) }
    }
    var best: [Int: (passage: ClosedRange<Int>, count: Int)] = [:]
    for (place, words) in found.sorted(by: { $0.key < $1.key }) {
      let finding = sentences[place].finding
      let hasNext = place + 1 < sentences.count && sentences[place + 1].finding == finding
      let count = (words | (hasNext ? found[place + 1] ?? 0 : 0)).nonzeroBitCount
      guard count >= needed, count > best[finding]?.count ?? 0 else { continue }
      best[finding] = (place...(count > words.nonzeroBitCount ? place + 1 : place), count)
    }
    return best.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(Self.mostPassages)
      .map(\.value.passage)
  }

  private func shared(_ rare: Set<Int>, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var words: [String] = []
    UnusualWords.each(in: bytes, bytes.indices) { number, place in
      guard let index = numbers[number], rare.contains(index) else { return }
      let word = String(decoding: bytes[place], as: UTF8.self).lowercased()
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// Calls the body for every sentence: up to a full stop, question mark or semicolon before a blank.
  private static func eachSentence(of bytes: [UInt8], _ body: (Range<Int>) -> Void) {
    let span = bytes.span
    var start = 0
    for index in 0..<span.count where span[index] == 0x20 && index > start {
      let last = span[index - 1]
      if last == UInt8(ascii: ".") || last == UInt8(ascii: "?") || last == UInt8(ascii: ";") {
        body(start..<index)
        start = index + 1
      }
    }
    if start < span.count { body(start..<span.count) }
  }

  /// The beginning of a long passage, up to the end of a word.
  private static func clipped(_ text: String) -> String {
    guard text.count > longestQuote else { return text }
    let head = text.prefix(longestQuote)
    return (head.lastIndex(of: " ").map { head[..<$0] } ?? head) + " …"
  }
}
