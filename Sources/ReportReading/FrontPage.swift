import Diagnostics
import Inspections

/// The facts of the inspection on the front page: title, authority, dates, inspector who led.
struct FrontPageFacts {
  var title: String?
  var authority: String?
  /// The number of the body and its area, if patterns find them.
  var identifier: String?
  var area: String?
  /// The number of a line with a label of dates that could not be read.
  var unreadDates: Int?
  var inspection = Report.Inspection()
  var diagnostics: [Diagnostic] = []
}

/// Reads the front page by the framework's titles and labels.
struct FrontPageReader: Sendable {
  private enum Label: Sendable {
    case dates, published, lead
  }

  private var labels = PhraseTrie<Label>()
  private(set) var leadTitles = PhraseTrie<Int>()
  let framework: Framework
  let patterns: [TextPattern]
  var isRegistered: Bool { framework.bodies.isRegistered }
  let finder: TitleFinder
  /// The number of lines with words on which labels of the front page are searched.
  static let reach = 90

  init(_ framework: Framework, finder: TitleFinder) {
    let front = framework.front
    for label in front.dateLabels { labels.add(label, .dates) }
    for label in front.publishedLabels { labels.add(label, .published) }
    for label in front.leadLabels {
      labels.add(label, .lead)
      if !label.hasSuffix("s") { labels.add(label + "s", .lead) }
    }
    for (place, title) in front.leadTitles.enumerated() { leadTitles.add(title, place) }
    self.framework = framework
    patterns = front.patterns.map(TextPattern.init)
    self.finder = finder
  }

  /// Reads the facts beside and below a title; `bodies` returns the authorities that a name may mean.
  func read(_ text: ReportText, title: ReportTitle, bodies: @escaping (String) -> Set<String>) -> FrontPageFacts {
    var facts = FrontPageFacts()
    if framework.front.opensWithDate {
      // A letter's own date is the only one above its title.
      let printed = (0..<title.firstLine).filter { text.lines[$0].isText }
        .map { DateParser.read(WordCursor(text, line: $0), in: text) }.filter { !$0.isEmpty }
      if printed.count == 1, printed[0].dates.count == 1, !printed[0].isCutShort {
        facts.inspection.published = printed[0].dates[0]
      }
    }
    readPatterns(text, bodies: bodies, into: &facts)
    let lines = text.lines.indices.filter { text.lines[$0].isText }
    let below = lines.filter { $0 >= title.firstLine }
    readLabels(text, on: below, into: &facts)
    if facts.inspection.start == nil || facts.inspection.lead == nil && facts.inspection.published == nil {
      readLabels(text, on: below, as: .damaged, into: &facts)
    }
    if facts.inspection.start == nil {
      readLabels(text, on: lines.filter { $0 < title.firstLine }, into: &facts)
    }
    if facts.inspection.start == nil { readLabels(text, on: below, as: .insideSentence, into: &facts) }
    if facts.inspection.lead == nil { facts.inspection.lead = signature(in: text) }
    readTitle(title, in: text, bodies: bodies, into: &facts)
    return facts
  }

  // MARK: Labels

  /// A way in which a label may be printed.
  private enum Form {
    case whole, damaged, insideSentence
  }

  private func readLabels(
    _ text: ReportText, on lines: [Int], as form: Form = .whole, into facts: inout FrontPageFacts
  ) {
    // Beyond the front, a second name leaves it open who led.
    var leads: Set<String> = []
    defer { if leads.count == 1, facts.inspection.lead == nil { facts.inspection.lead = leads.first } }
    for (place, index) in lines.enumerated() where !text.lines[index].hasBullet {
      let isNear = place < Self.reach
      guard isNear || facts.inspection.lead == nil && form != .insideSentence else { return }
      var cursor = WordCursor(text, line: index, blankLimit: 2)
      guard let label = label(at: &cursor, on: index, as: form, in: text) else { continue }
      switch label {
      case .dates where isNear && facts.inspection.start == nil:
        readDates(after: cursor, labelled: index, in: text, into: &facts)
      case .published
      where isNear && facts.inspection.published == nil && form != .insideSentence && !goesOn(index, in: text):
        let printed = printedDates(after: cursor, in: text)
        if printed.dates.count == 1, !printed.isCutShort { facts.inspection.published = printed.dates[0] }
      case .lead where facts.inspection.lead == nil && form != .insideSentence:
        guard isNear else {
          if let name = name(after: cursor, in: text) { leads.insert(name) }
          continue
        }
        facts.inspection.lead = name(after: cursor, in: text)
      default: continue
      }
    }
  }

  /// Whether a line continues the sentence of the line above.
  private func goesOn(_ index: Int, in text: ReportText) -> Bool {
    index > 0 && text.lines[index - 1].isText && text.beginsLowerCase(text.lines[index].range)
  }

  private func readDates(
    after cursor: WordCursor, labelled index: Int, in text: ReportText, into facts: inout FrontPageFacts
  ) {
    // With two labels above each other, the next line may belong to either.
    if text.isTrivial(cursor.rest), index > 0, text.bytes[text.lines[index - 1].range].last == 0x3A { return }
    // A letter may leave the year to its own date.
    let printed = printedDates(
      after: cursor, in: text, year: framework.front.opensWithDate ? facts.inspection.published?.year : nil)
    if printed.isEmpty, framework.front.hasWholeMonths, let month = DateParser.wholeMonth(cursor, in: text) {
      facts.diagnostics.append(
        text.source.diagnostic(
          .note, .monthOnly, "only the month is printed: the inspection is taken as from its first day to its last",
          line: text.lines[index].number))
      return take(month, onLine: index, of: text, into: &facts)
    }
    if printed.isEmpty { facts.unreadDates = facts.unreadDates ?? text.lines[index].number }
    take(printed, onLine: index, of: text, into: &facts)
  }

  /// Sets the dates of the inspection.
  func take(_ printed: DateParser, onLine index: Int, of text: ReportText, into facts: inout FrontPageFacts) {
    func warn(_ message: String) {
      let warning = text.source.diagnostic(.warning, .invalidDate, message, line: text.lines[index].number)
      // A line is read again for every form that its label may have.
      if !facts.diagnostics.contains(warning) { facts.diagnostics.append(warning) }
    }
    if printed.isContrary {
      warn("the inspection’s dates run backwards or lack a month, and none is guessed; ask the report’s publisher")
    }
    guard let start = printed.dates.first, let end = printed.dates.last else { return }
    if start > end {
      warn("the inspection’s dates run backwards")
    } else {
      facts.inspection.start = start
      facts.inspection.end = printed.isCutShort ? nil : end
      if printed.isCutShort { warn("only part of the inspection’s dates can be read, so its last day is not known") }
    }
  }

  private func label(at cursor: inout WordCursor, on index: Int, as form: Form, in text: ReportText) -> Label? {
    var probe = cursor
    guard let first = probe.next() else { return nil }
    if labels.mayBegin(with: first.hash), let label = labels.longestMatch(&cursor)?.first { return label }
    if form == .damaged, let repair = labels.repairedMatch(cursor, in: text) {
      cursor = repair.cursor
      return repair.values.first
    }
    guard form == .insideSentence else { return nil }
    var before = first
    while let word = probe.next(), probe.lineIndex == index {
      var after = WordCursor(text, line: index, position: word.start, blankLimit: 2)
      if labels.mayBegin(with: word.hash), !Vocabulary.earlier.contains(before.hash),
        labels.longestMatch(&after)?.first == .dates, !printedDates(after: after, in: text).isEmpty
      {
        cursor = after
        return .dates
      }
      before = word
    }
    return nil
  }

  /// Returns the dates after a label: on its line, or on the first of the next lines that begins with a date.
  private func printedDates(after cursor: WordCursor, in text: ReportText, year: Int? = nil) -> DateParser {
    let direct = DateParser.read(cursor, in: text, year: year)
    if !direct.isEmpty { return direct }
    guard text.isTrivial(cursor.rest) else { return direct }
    var index = cursor.lineIndex
    for _ in 0..<5 {
      guard let next = text.textLine(after: index, skippingBlanks: 2) else { break }
      let printed = DateParser.read(WordCursor(text, line: next, blankLimit: 2), in: text)
      if !printed.isEmpty { return printed }
      guard !hasOtherDates(next, in: text) else { break }
      index = next
    }
    return direct
  }

  /// Whether a line without a date is a label of other dates than the one above it.
  private func hasOtherDates(_ index: Int, in text: ReportText) -> Bool {
    var cursor = WordCursor(text, line: index)
    if let label = labels.longestMatch(&cursor)?.first, label != .lead { return true }
    return text.words(onLine: index).contains { Vocabulary.earlier.contains($0.hash) }
  }
}
