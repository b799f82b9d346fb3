internal import Inspections

/// Finds passages in a later report that echo recommendations of earlier reports.
///
/// A passage of one or two sentences echoes a recommendation if it shares at least three unusual words with it, and at
/// least a fifth of its words; a word is unusual if at most a twentieth of the later report's findings (or two) have
/// it. Between two reports, the echoes don't depend on other reports.
struct EchoFinder {
  /// The fewest shared words of an echo.
  static let leastWords = 3
  /// The most echoes of a recommendation in one later report.
  static let mostPassages = 2
  /// The most earlier reports, latest first, that a report is compared with: more than any authority has had in ten
  /// years, and a limit on the time and memory that a build spends on an authority with thousands.
  private static let mostEarlier = 20
  private static let longestQuote = 360

  private let reports: [(report: ReportSummary, points: [(order: Int, id: String, words: [Int])])]
  private let numbers: WordTable

  /// Indexes the recommendations of all reports of one authority, newest first.
  init(_ reports: [ReportSummary]) {
    var numbers = WordTable()
    self.reports = reports.map { report in
      let anchors = report.pointAnchors
      let points = report.recommendations.enumerated().map { index, point in
        let bytes = Array(point.text.utf8)
        var words: [Int] = []
        UnusualWords.each(in: bytes, bytes.indices) { number, _ in
          guard !UnusualWords.common.contains(number) else { return }
          let word = numbers[number] ?? numbers.count
          if word == numbers.count { numbers.set(number, word) }
          if !words.contains(word) { words.append(word) }
        }
        return (order: index + 1, id: "\(report.id)-\(anchors[index])", words: words.sorted())
      }
      return (report, points)
    }
    self.numbers = numbers
  }

  /// Returns the echoes of earlier recommendations in a report, by earlier report and recommendation.
  func echoes(in report: Report, _ outline: ReportAnchors, summary: ReportSummary) -> [Echo] {
    let earlier = reports.lazy.filter { !$0.points.isEmpty && FollowUpPage.isLater(summary, than: $0.report) }
      .prefix(Self.mostEarlier)
    guard !earlier.isEmpty, !report.findings.isEmpty else { return [] }
    let reading = SentenceIndex(report, numbers)
    let limit = max(2, report.findings.count / 20)
    var echoes: [Echo] = []
    for (earlier, points) in earlier {
      for point in points {
        let rare = point.words.filter { reading.counts[$0] > 0 && reading.counts[$0] <= limit }.prefix(UInt64.bitWidth)
        guard rare.count >= Self.leastWords else { continue }
        for passage in passages(of: rare, needed: max(Self.leastWords, point.words.count / 5), reading) {
          let place = reading.sentences[passage.lowerBound].finding
          let finding = report.findings[place]
          let text = passage.map { reading.sentences[$0].text(in: report) }.joined(separator: " ")
          echoes.append(
            Echo(
              earlier: earlier.id, point: point.order, pointID: point.id, later: summary,
              anchor: outline.anchors[place],
              place: finding.number.map { "paragraph \($0)" } ?? "line \(finding.line)", quote: Self.clipped(text),
              words: shared(Set(rare), in: text)))
        }
      }
    }
    return echoes
  }

  /// Returns the passages that share enough words, those with the most shared words first.
  private func passages(
    of rare: some Collection<Int>, needed: Int, _ reading: SentenceIndex
  ) -> [ClosedRange<Int>] {
    var found: [Int: UInt64] = [:]
    for (bit, word) in rare.enumerated() {
      reading.forEachPlace(of: word) { found[$0, default: 0] |= 1 << UInt64(bit) }
    }
    let sentences = reading.sentences
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

  /// Returns the beginning of a long passage, cut at the end of a word.
  private static func clipped(_ text: String) -> String {
    guard text.count > longestQuote else { return text }
    let head = text.prefix(longestQuote)
    return (head.lastIndex(of: " ").map { head[..<$0] } ?? head) + " …"
  }
}
