import Diagnostics
import Inspections

/// Determines the framework of a report by all the evidence: the words of its title, the titles and sentences that
/// follow, the labels of its dates and of the inspector who led.
struct FrameworkRecogniser: Sendable {
  /// The outcome: one framework, several that fit about equally well, or none and what was missing.
  enum Outcome {
    case found(Recognised)
    case none(nearest: Int?, title: ReportTitle?, missing: String)
    case several([Int], title: ReportTitle?)
  }

  /// A recognised report.
  struct Recognised {
    let framework: Int
    let kind: Report.Kind
    let title: ReportTitle
    /// Whether the title contains one of the framework's own phrases.
    let isFamiliar: Bool
    /// The damaged words of the title.
    let damaged: [Range<Int>]
  }

  /// A phrase of a framework's reports that may open a line.
  private struct Mark: Hashable {
    let framework: Int
    let place: Int
    /// Whether it opens a sentence, in which a grade must follow; a title must be alone or before its grade.
    let isSentence: Bool
  }

  /// The evidence for a framework in a text.
  private struct Evidence {
    var marks: Set<Mark> = []
    var weight = 0.0
  }

  /// A framework's phrases that tell what kind of inspection it was and that its title is a known one, and its
  /// sentences with dates or a name.
  private struct Patterns {
    let review: [TextPattern]
    let reinspection: [TextPattern]
    let familiar: [TextPattern]
    let occasions: [TextPattern]

    init(_ framework: Framework) {
      func patterns(_ phrases: [String]) -> [TextPattern] {
        phrases.map { TextPattern($0.replacing("{body}", with: "…")) }
      }
      review = patterns(framework.recognition.review)
      reinspection = patterns(framework.recognition.reinspection)
      familiar = patterns(framework.recognition.phrases + framework.front.titles)
      occasions = framework.front.patterns.filter { $0.contains("{dates}") || $0.contains("{lead}") }
        .map(TextPattern.init)
    }
  }

  private let frameworks: [Framework]
  private let patterns: [Patterns]
  private var marks = PhraseTrie<Mark>()
  private let grades: [PhraseTrie<StatedGrade>]
  private var labels = PhraseTrie<Int>()
  let finder: TitleFinder
  /// The number of lines of the front on which a title may begin, and of lines below it on which a label may be.
  private static let frontLines = 90
  static let labelReach = 14
  /// The weight of the title; a title or statement of the body that no other framework has weighs 1.
  private static let titleWeight = 3.0
  private static let noTitle = "no framework’s title is on its front page"
  /// The likeness above which a title is surely one framework's, and below which a title is not surely another's.
  private static let sure = 0.95
  private static let unsure = 0.85
  /// The lead that the best framework must have.
  private static let margin = 0.5
  /// The lead in weight of the following text by which another framework is a rival whatever the title is.
  private static let lead = 1.0

  init(_ frameworks: [Framework], _ vocabularies: [Vocabulary], finder: TitleFinder) {
    self.frameworks = frameworks
    patterns = frameworks.map(Patterns.init)
    self.finder = finder
    grades = vocabularies.map(\.grades)
    for (index, framework) in frameworks.enumerated() {
      let titles =
        framework.judgements.flatMap { [$0.title] + $0.variants + $0.bodyTitles }
        + framework.groups.flatMap { [$0.title] + $0.variants } + framework.recordTitles
        + framework.sections.filter { ![.notices, .tableHead].contains($0.role) }.flatMap { [$0.title] + $0.variants }
        + framework.timescales.map(\.title)
      for (place, title) in titles.enumerated() {
        marks.add(title, Mark(framework: index, place: place, isSentence: false))
      }
      for (place, headline) in framework.headlines.enumerated() where headline.grade == nil {
        let opening = headline.phrase.prefix { $0 != "…" && $0 != "{" }
        marks.add(String(opening), Mark(framework: index, place: -place - 1, isSentence: true))
      }
      let front = framework.front
      for label in front.dateLabels + front.leadLabels + front.leadTitles { labels.add(label, index) }
    }
  }

  func recognise(_ text: ReportText) -> Outcome {
    let front = Array(text.lines.indices.lazy.filter { text.lines[$0].isText }.prefix(Self.frontLines))
    let blocks = front.compactMap { finder.block(at: $0, in: text) }
    guard !blocks.isEmpty else { return .none(nearest: nil, title: nil, missing: Self.noTitle) }
    let labelled = labelledLines(in: text, lines: front)
    let evidence = evidence(in: text, after: blocks[0].firstLine)
    var ranked: [(framework: Int, score: Double, title: ReportTitle)] = []
    for index in frameworks.indices {
      guard let title = title(for: index, of: blocks, labelled: labelled, in: text) else { continue }
      ranked.append((index, Self.titleWeight * title.likeness + evidence[index].weight, title))
    }
    ranked.sort { ($0.score, $1.framework) > ($1.score, $0.framework) }
    guard let best = ranked.first else { return .none(nearest: nil, title: nil, missing: Self.noTitle) }
    var missing: [String] = []
    if evidence[best.framework].marks.isEmpty {
      missing.append("none of its judgements, headings or statements follows")
    }
    if !hasOccasion(text, title: best.title, labelled: labelled, framework: best.framework) {
      missing.append("no dates of an inspection and no lead inspector were found after their labels")
    }
    guard missing.isEmpty else {
      return .none(nearest: best.framework, title: best.title, missing: missing.joined(separator: ", and "))
    }
    func isSurer(_ title: ReportTitle, than other: ReportTitle) -> Bool {
      title.likeness > Self.sure && other.likeness < Self.unsure
    }
    let rivals = frameworks.indices.filter { index in
      guard index != best.framework else { return false }
      // The following text may support a framework that no title does, and a title one framework and the text another.
      let weight = evidence[index].weight
      if weight > evidence[best.framework].weight + Self.lead { return true }
      guard let rival = ranked.first(where: { $0.framework == index }) else { return weight > best.score - Self.margin }
      if isSurer(rival.title, than: best.title) { return true }
      return !isSurer(best.title, than: rival.title) && rival.score > best.score - Self.margin
    }
    guard rivals.isEmpty else { return .several([best.framework] + rivals, title: best.title) }
    return .found(recognised(best.framework, best.title, in: text))
  }

  private func recognised(_ index: Int, _ title: ReportTitle, in text: ReportText) -> Recognised {
    func has(_ phrases: [TextPattern]) -> Bool { phrases.contains { $0.match(in: title.words) != nil } }
    let isReview = has(patterns[index].review)
    let isAgain =
      has(patterns[index].reinspection) || text.squeezed(title).firstIndex(of: "reinspection", from: 0) != nil
    let damaged = title.words.filter { Word.first(in: text.bytes, $0.range) != $0 }
    return Recognised(
      framework: index, kind: isReview ? .review : isAgain ? .reinspection : .inspection, title: title,
      isFamiliar: has(patterns[index].familiar), damaged: damaged.map { $0.range })
  }

  // MARK: The title

  /// Returns the title that is most likely a framework's own: above the labels of the front, then by likeness.
  private func title(
    for index: Int, of blocks: [TitleBlock], labelled: [Int], in text: ReportText
  ) -> ReportTitle? {
    let fitting = blocks.filter { $0.likeness(index) >= TitleFinder.threshold }
    guard let top = fitting.map({ $0.likeness(index) }).max() else { return nil }
    let near = fitting.filter { $0.likeness(index) >= top - 0.25 }
    let chosen = near.first { isLabelled($0, of: index, blocks, labelled) } ?? near.first
    return chosen.map { finder.title($0, of: index, in: text) }
  }

  /// Whether the label of the dates or of the inspector who led is just below a title, with no other title between.
  private func isLabelled(_ block: TitleBlock, of index: Int, _ blocks: [TitleBlock], _ labelled: [Int]) -> Bool {
    let last = block.fits[index].lastLine
    guard let label = labelled.first(where: { $0 > last }), label - last <= Self.labelReach else { return false }
    return !blocks.contains {
      $0.firstLine > last && $0.firstLine < label && $0.likeness(index) >= TitleFinder.threshold
    }
  }

  /// Returns the lines that begin with a label of the dates or of who led; damaged labels only if there is no other.
  private func labelledLines(in text: ReportText, lines: [Int]) -> [Int] {
    let whole = lines.filter { line in
      var cursor = WordCursor(text, line: line)
      return labels.longestMatch(&cursor) != nil
    }
    return whole.isEmpty ? lines.filter { labels.repairedMatch(WordCursor(text, line: $0), in: text) != nil } : whole
  }

  /// Whether a text is about one inspection: it states when it was, or who led it.
  private func hasOccasion(_ text: ReportText, title: ReportTitle, labelled: [Int], framework: Int) -> Bool {
    let front = frameworks[framework].front
    if front.opensWithDate || labelled.contains(where: { $0 >= title.firstLine })
      || finder.labelPlace(title.lastLine, in: text) != nil
    {
      return true
    }
    return !PatternFacts(text: text, bodies: nil).find(patterns[framework].occasions).isEmpty
  }

  // MARK: What follows

  /// Returns the titles and statements that begin lines after the front's first title, by framework.
  private func evidence(in text: ReportText, after first: Int) -> [Evidence] {
    var evidence = Array(repeating: Evidence(), count: frameworks.count)
    for index in text.lines.indices.dropFirst(first) where text.lines[index].isText {
      guard let start = start(onLine: index, in: text) else { continue }
      var cursor = WordCursor(text, line: index, position: start)
      guard let found = marks.longestMatch(&cursor),
        found.contains(where: { !evidence[$0.framework].marks.contains($0) })
      else { continue }
      let holding = found.filter { mark in
        mark.isSentence ? gradeFollows(cursor, of: mark.framework) : isAlone(cursor, of: mark.framework, in: text)
      }
      let sharing = Set(holding.map(\.framework)).count
      for mark in holding where evidence[mark.framework].marks.insert(mark).inserted {
        evidence[mark.framework].weight += 1 / Double(sharing)
      }
    }
    return evidence
  }

  /// Returns the offset of a line's first word after its number, if a phrase may begin there.
  private func start(onLine index: Int, in text: ReportText) -> Int? {
    for word in text.words(onLine: index) {
      if marks.mayBegin(with: word.hash) { return word.start }
      guard text.bytes[word.start].isASCIIDigit, word.count <= 2 else { return nil }
    }
    return nil
  }

  /// Whether a title ends its line, or only its grade or a page number follows.
  private func isAlone(_ cursor: WordCursor, of framework: Int, in text: ReportText) -> Bool {
    if text.isTrivial(cursor.rest) || text.words(in: cursor.rest).allSatisfy({ text.bytes[$0.start].isASCIIDigit }) {
      return true
    }
    var cursor = cursor
    return grades[framework].longestMatch(&cursor) != nil
  }

  private func gradeFollows(_ cursor: WordCursor, of framework: Int) -> Bool {
    var cursor = cursor
    for _ in 0..<30 {
      if grades[framework].longestMatch(&cursor) != nil { return true }
      if cursor.next() == nil { return false }
    }
    return false
  }
}

extension ReportText {
  /// Returns the letters and digits of a title in lower case, without the characters between them.
  func squeezed(_ title: ReportTitle) -> [UInt8] {
    let end = lines[title.lastLine].range.upperBound
    return bytes[lines[title.firstLine].range.lowerBound..<end].filter { Fold.isWordASCII($0) }.map {
      Fold.lowercased($0)
    }
  }
}
