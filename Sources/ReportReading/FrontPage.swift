import Diagnostics
import Inspections

/// What the front page says of the inspection: title, authority, dates, who led.
struct FrontPageFacts {
  var title: String?
  var authority: String?
  var inspection = Report.Inspection()
  var diagnostics: [Diagnostic] = []
}

/// Reads the front page by the framework's titles and labels.
struct FrontPageReader: Sendable {
  private enum Label: Sendable {
    case dates, published, lead
  }

  private struct TitlePattern: Sendable {
    let phrase: PhrasePattern
    let namesAuthority: Bool
  }

  private let titles: [TitlePattern]
  private let labels: Phrasebook<Label>
  private let leadTitles: Phrasebook<Bool>
  private let opensWithDate: Bool
  private let damagedWords: DamagedWords
  /// How many lines with words the front page's labels are looked for on.
  static let reach = 90

  init(_ front: FrontPage) {
    titles = front.titles.map { title in
      TitlePattern(
        phrase: PhrasePattern(title.replacing("{authority}", with: "…")), namesAuthority: title.contains("{authority}"))
    }
    var labels = Phrasebook<Label>()
    for label in front.dateLabels { labels.add(label, .dates) }
    for label in front.publishedLabels { labels.add(label, .published) }
    for label in front.leadLabels { labels.add(label, .lead) }
    self.labels = labels
    var leadTitles = Phrasebook<Bool>()
    for title in front.leadTitles { leadTitles.add(title, true) }
    self.leadTitles = leadTitles
    opensWithDate = front.opensWithDate
    damagedWords = DamagedWords(of: front.titles)
  }

  /// Reads the facts; of the names the page may mean, `isKnown` tells which is an authority's.
  func read(_ text: ReportText, isKnown: (String) -> Bool) -> FrontPageFacts {
    var facts = FrontPageFacts()
    if opensWithDate, let first = text.lines.firstIndex(where: { $0.isText }) {
      let dates = PrintedDates.read(WordCursor(text, line: first), in: text)
      if dates.count == 1 { facts.inspection.published = dates[0] }
    }
    readLabels(text, into: &facts)
    if facts.inspection.start == nil || facts.inspection.lead == nil && facts.inspection.published == nil {
      readLabels(text, evenDamaged: true, into: &facts)
    }
    if facts.inspection.lead == nil { facts.inspection.lead = signature(in: text) }
    let words = text.words(upTo: 420)
    if !readTitle(words, in: text, isKnown: isKnown, into: &facts) {
      let repaired = damagedWords.repaired(words, in: text)
      if !repaired.damaged.isEmpty { _ = readTitle(repaired.words, in: text, isKnown: isKnown, into: &facts) }
    }
    return facts
  }

  // MARK: Labels

  private func readLabels(_ text: ReportText, evenDamaged: Bool = false, into facts: inout FrontPageFacts) {
    var inspected = 0
    for index in text.lines.indices where text.lines[index].isText {
      inspected += 1
      var cursor = WordCursor(text, line: index, blankLimit: 2)
      guard !text.lines[index].hasBullet, let label = label(at: &cursor, evenDamaged: evenDamaged, in: text) else {
        continue
      }
      switch label {
      case .dates where inspected <= Self.reach && facts.inspection.start == nil:
        // A letter may leave the year to its own date.
        let dates = firstDates(behind: cursor, in: text, year: opensWithDate ? facts.inspection.published?.year : nil)
        guard let start = dates.first, let end = dates.last else { continue }
        if start <= end {
          (facts.inspection.start, facts.inspection.end) = (start, end)
        } else {
          facts.diagnostics.append(
            text.source.diagnostic(
              .warning, .invalidDate, "the inspection's dates run backwards", line: text.lines[index].number))
        }
      case .published where inspected <= Self.reach && facts.inspection.published == nil:
        let dates = firstDates(behind: cursor, in: text)
        if dates.count == 1 { facts.inspection.published = dates[0] }
      case .lead where facts.inspection.lead == nil:
        facts.inspection.lead = name(behind: cursor, in: text)
      default: continue
      }
    }
  }

  private func label(at cursor: inout WordCursor, evenDamaged: Bool, in text: ReportText) -> Label? {
    var probe = cursor
    guard let first = probe.next() else { return nil }
    if labels.mayBegin(with: first.hash), let label = labels.longestMatch(&cursor)?.first { return label }
    guard evenDamaged, let repair = labels.repairedMatch(cursor, in: text) else { return nil }
    cursor = repair.cursor
    return repair.values.first
  }

  /// The dates behind a label: on its line, or on the first of the next lines that begins with one.
  private func firstDates(behind cursor: WordCursor, in text: ReportText, year: Int? = nil) -> [CalendarDate] {
    let direct = PrintedDates.read(cursor, in: text, year: year)
    if !direct.isEmpty { return direct }
    guard text.isTrivial(cursor.rest) else { return [] }
    var index = cursor.lineIndex
    for _ in 0..<5 {
      guard let next = text.textLine(after: index, skippingBlanks: 2) else { return [] }
      let dates = PrintedDates.read(WordCursor(text, line: next, blankLimit: 2), in: text)
      if !dates.isEmpty { return dates }
      index = next
    }
    return []
  }

  /// A person's name behind a label, without the titles after it.
  private func name(behind cursor: WordCursor, in text: ReportText) -> String? {
    var words = text.string(cursor.rest)
    if text.isTrivial(cursor.rest), let next = text.textLine(after: cursor.lineIndex, skippingBlanks: 1) {
      words = text.string(text.lines[next].range)
    }
    return Self.name(in: words)
  }

  /// The name that stands before the title of the inspector who led, in a list of the team.
  private func signature(in text: ReportText) -> String? {
    for index in text.lines.indices where text.lines[index].isText {
      let line = text.lines[index].range
      var cursor = WordCursor(text, line: index, blankLimit: 1)
      while cursor.lineIndex == index {
        var title = cursor
        let before = cursor.position
        if leadTitles.longestMatch(&title) != nil, before > line.lowerBound {
          return Self.name(in: text.string(line.lowerBound..<before))
        }
        if cursor.next() == nil { break }
      }
    }
    return nil
  }

  private static func name(in words: String) -> String? {
    let words = words.drop { !$0.isLetter }
    let name = words.prefix { $0.isLetter || $0 == " " || $0 == "-" || $0 == "'" || $0 == "’" || $0 == "." }
    var parts = name.split(separator: " ").map(String.init)
    if let title = parts.firstIndex(where: { titlesAfterNames.contains($0) }) { parts.removeSubrange(title...) }
    if let first = parts.first, titlesBeforeNames.contains(first) { parts.removeFirst() }
    guard (2...6).contains(parts.count), parts.allSatisfy({ isName($0) }) else { return nil }
    return parts.joined(separator: " ")
  }

  private static func isName(_ word: String) -> Bool {
    word.first?.isUppercase == true || ["de", "van", "von", "la", "le", "der"].contains(word)
  }

  /// Words that begin an inspector's title behind the name.
  private static let titlesAfterNames: Set<String> = [
    "HMI", "SHMI", "HMI.", "HMI’s", "Her", "His", "Senior", "Regulatory", "Inspector", "Lead",
  ]

  private static let titlesBeforeNames: Set<String> = ["Mr", "Mrs", "Ms", "Miss", "Dr"]

  // MARK: Title and authority

  /// Reads the title and the name beside it; returns whether an authority has that name.
  private func readTitle(
    _ words: [Word], in text: ReportText, isKnown: (String) -> Bool, into facts: inout FrontPageFacts
  ) -> Bool {
    var named: String?
    for title in titles {
      let matches = title.phrase.matches(in: words)
      // A title begins a line; inside a sentence it is only spoken of.
      guard let match = matches.first(where: { beginsLine(words[$0.range.lowerBound], in: text) }) ?? matches.first
      else { continue }
      let printed = joined(words[match.range], in: text)
      if facts.title == nil { facts.title = printed }
      let candidates: [String] =
        title.namesAuthority
        ? match.gaps.flatMap { names(in: words[$0], of: text) }
        : neighbours(of: words[match.range.lowerBound], words[match.range.upperBound - 1], in: text)
      for candidate in candidates {
        if isKnown(candidate) {
          facts.authority = candidate
          facts.title = printed
          return true
        }
        if named == nil { named = candidate }
      }
    }
    facts.authority = named ?? facts.authority
    return false
  }

  /// The words of a gap, and those behind its last `in`, where a title names a theme first: `… abuse in the family in`.
  private func names(in gap: ArraySlice<Word>, of text: ReportText) -> [String] {
    var names = [gap]
    if let place = gap.lastIndex(where: { $0.hash == Self.place }) { names.append(gap[(place + 1)...]) }
    return names.compactMap { name in
      // Words that are no name stand there too: `Inspection of local authority children’s services`.
      let name = name.first?.hash == Self.article ? name.dropFirst() : name
      guard let first = name.first, !text.beginsLowerCase(first.start..<first.end) else { return nil }
      return joined(name, in: text)
    }
  }

  private static let place = Word.hash(of: "in")
  private static let article = Word.hash(of: "the")

  private func beginsLine(_ word: Word, in text: ReportText) -> Bool {
    text.lines.contains { $0.range.lowerBound == word.start && !$0.isBlank }
  }

  private func joined(_ words: ArraySlice<Word>, in text: ReportText) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return text.string(first.start..<last.end)
  }

  /// The names that stand beside a title: on the lines just above it, or behind it and just below.
  private func neighbours(of first: Word, _ last: Word, in text: ReportText) -> [String] {
    guard let top = text.lines.firstIndex(where: { $0.range.contains(first.start) }),
      let bottom = text.lines.firstIndex(where: { $0.range.upperBound >= last.end && !$0.isBlank })
    else { return [] }
    var candidates: [String] = []
    let above = block(above: top, in: text)
    if !above.isEmpty {
      candidates.append(above.joined(separator: " "))
      if above.count > 1, let nearest = above.last { candidates.append(nearest) }
    }
    let behind = text.string(last.end..<text.lines[bottom].range.upperBound)
      .trimmingPrefix { !$0.isLetter }
    if !behind.isEmpty { candidates.append(String(behind)) }
    var below: [String] = []
    var index = bottom
    while below.count < 2, let next = text.textLine(after: index, skippingBlanks: below.isEmpty ? 2 : 0) {
      below.append(text.string(text.lines[next].range))
      candidates.append(below.joined(separator: " "))
      index = next
    }
    return candidates.filter { $0.split(separator: " ").count <= 9 && !$0.hasSuffix(".") && !$0.contains(":") }
  }

  /// The lines of the block that ends just above a line.
  private func block(above index: Int, in text: ReportText) -> [String] {
    var found: [String] = []
    var above = index - 1
    var blanks = 0
    while above >= 0, found.count < 3 {
      let line = text.lines[above]
      if line.isText {
        let words = text.string(line.range)
        if words.hasSuffix(".") { break }
        found.insert(words, at: 0)
      } else {
        blanks += 1
        if !found.isEmpty || blanks > 2 { break }
      }
      above -= 1
    }
    return found
  }
}
