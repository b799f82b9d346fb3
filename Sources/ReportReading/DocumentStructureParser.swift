import Inspections

/// Walks the lines and tracks the part, the group and the sections that they are in.
struct DocumentStructureParser {
  private let text: ReportText
  private let vocabulary: Vocabulary
  private let scanner: HeadingScanner
  private let namesOther: (Int) -> Bool
  private var outline: Outline
  private var zone = Outline.Zone.front
  private var group: Int?
  /// The judgements that the heading at hand may be about where its group is not known.
  private var shared: [Int] = []
  /// Whether the lines are silent because of the publisher's notices, which hold no other inspection's grades.
  private var isAmongNotices = false
  /// Whether the next grade belongs to a row that states nothing of this inspection.
  private var isRowOpen = false
  /// The last lines of the judgements met since the front page, the body or the record began.
  private var seen: [Int: Int] = [:]

  /// Returns the outline of a scanner's text.
  ///
  /// - Parameter namesOther: whether a line names another authority, and not the report's own.
  static func outline(_ scanner: HeadingScanner, namesOther: @escaping (Int) -> Bool) -> Outline {
    var outliner = DocumentStructureParser(scanner, namesOther)
    outliner.walk()
    return outliner.outline
  }

  private init(_ scanner: HeadingScanner, _ namesOther: @escaping (Int) -> Bool) {
    self.scanner = scanner
    self.namesOther = namesOther
    text = scanner.text
    vocabulary = scanner.vocabulary
    outline = Outline(
      roles: Array(repeating: .text, count: text.lines.count), frontEnd: text.lines.count,
      isSilent: Array(repeating: false, count: text.lines.count))
  }

  private mutating func walk() {
    var index = 0
    while index < text.lines.count {
      outline.isSilent[index] = zone == .silent && !isAmongNotices
      guard text.lines[index].isText, let event = scanner.event(onLine: index, isApart: isApart(index)) else {
        if zone != .silent, isApart(index), beginsOtherInspection(index) {
          leaveFront(at: index)
          zone = .silent
          isAmongNotices = false
        }
        index += 1
        continue
      }
      switch event {
      case .heading(let heading) where outline.isSilent[index] && isPartOfText(heading): index += 1
      case .grade where endsSentence(at: index): index += 1
      case .grade(let mention) where isRowOpen:
        isRowOpen = false
        consume(index...mention.lastLine)
        index = mention.lastLine + 1
      case .grade(let mention):
        for mention in [mention, scanner.grades.bracketed(after: mention)].compactMap({ $0 }) {
          outline.looseGrades.append(Outline.LooseGrade(mention: mention, zone: zone))
        }
        consume(index...mention.lastLine)
        index = mention.lastLine + 1
      case .heading(let heading):
        isRowOpen = false
        index = take(heading) ?? index + 1
      }
    }
    if outline.frontEnd == text.lines.count, let first = outline.entries.first(where: { $0.zone != .front }) {
      outline.frontEnd = first.heading.firstLine
    }
  }

  /// Whether a line heads judgements of an earlier inspection, an establishment or another authority: it is short and
  /// set off, mentions one of them, and a grade follows, with or without a title. An authority's name alone may head
  /// anything, unless a table follows.
  private func beginsOtherInspection(_ index: Int) -> Bool {
    let range = text.lines[index].range
    guard (4...100).contains(range.count), text.bytes[range].first?.isASCIIDigit == false,
      !text.bytes[range].contains(0x3A),
      index == 0 || !text.lines[index - 1].isText || text.lines[index].startsPage, text.bytes[range].last != 0x2E,
      !text.beginsLowerCase(range),
      index + 1 >= text.lines.count || !text.beginsLowerCase(text.lines[index + 1].range)
    else { return false }
    if scanner.isOfOtherTimeOrPlace(text.words(onLine: index)) { return gradesFollow(index, 1) }
    return namesOther(index) && gradesFollow(index, 2)
  }

  /// Whether some grades follow a line, with at most three other lines before each, and no sentence between them.
  private func gradesFollow(_ index: Int, _ count: Int) -> Bool {
    var (next, found, others) = (index, 0, 0)
    while found < count, others < 4, let following = text.textLine(after: next, skippingBlanks: 2) {
      var isGrade = false
      switch scanner.event(onLine: following, isApart: isApart(following)) {
      case .grade(let mention): (next, isGrade) = (mention.lastLine, true)
      case .heading(let heading): (next, isGrade) = (heading.lastLine, heading.grade != nil)
      case nil where found > 0 && text.bytes[text.lines[following].range].last == 0x2E: return false
      case nil: next = following
      }
      (found, others) = isGrade ? (found + 1, 0) : (found, others + 1)
    }
    return found == count
  }

  /// Whether a line does not continue a sentence of the line above.
  private func isApart(_ index: Int) -> Bool { outline.isApart(index, in: text) }

  /// Whether a line ends the sentence that began on the line above: `… require improvement to be / good`.
  private func endsSentence(at index: Int) -> Bool {
    !isApart(index) && !text.isTrivial(text.lines[index - 1].range)
  }

  /// Whether the result of another inspection is an item of a list, or continues the text about that inspection.
  private func isPartOfText(_ heading: Heading) -> Bool {
    let index = heading.firstLine
    let goesOn = index > 0 && text.lines[index - 1].isText && outline.roles[index - 1] == .text
    return heading.grade != nil && (goesOn || text.lines[index].hasBullet)
  }

  /// Processes a heading; returns the line to continue with, or nil if it turns out to be no heading.
  private mutating func take(_ heading: Heading) -> Int? {
    for case .section(let section) in heading.terms where role(section) == .contents {
      let end = ContentsTable.end(in: text, from: heading.lastLine)
      leaveFront(at: heading.firstLine)
      consume(heading.firstLine...max(heading.lastLine, end - 1))
      return end
    }
    if let mention = heading.grade, case .section(let section)? = heading.terms.first, role(section) == .tableHead {
      // A label, not the head of a column: `Judgement: good`.
      outline.looseGrades.append(Outline.LooseGrade(mention: mention, zone: zone))
      consume(heading.firstLine...heading.lastLine)
      return heading.lastLine + 1
    }
    if let match = heading.nearest, case .section(let section)? = match.terms.first {
      // A report's own title may resemble a section's; and a section that excludes grades must be certain.
      let silences = [.scale, .history, .notices, .contents].contains(role(section))
      if outline.entries.isEmpty || silences || dividesList(heading, section), match.likeness < 0.85 { return nil }
    }
    if heading.terms.isEmpty, zone == .body || zone == .silent { return nil }
    // A sentence of the body opens nothing, and does not show which group it is in.
    let isRemark = heading.isSentence && isPlainTitle(heading)
    if isRemark, zone != .front { return nil }
    shared = []
    guard let meaning = meaning(of: heading) else { return nil }
    if isRemark, zone != .front { return nil }
    enter(meaning, heading)
    outline.entries.append(
      Outline.Entry(heading: heading, meaning: meaning, zone: zone, group: group, shared: shared))
    consume(heading.firstLine...heading.lastLine)
    outline.roles[heading.firstLine] = .heading(outline.entries.count - 1)
    if case .section(let section) = meaning, [.tableHead, .responsibleHead].contains(role(section)) {
      outline.roles[heading.firstLine] = .consumed
    }
    return heading.lastLine + 1
  }

  /// Chooses what a heading opens among the terms that its words allow, by its position.
  private mutating func meaning(of heading: Heading) -> Outline.Meaning? {
    var candidates: [Int] = []
    for term in heading.terms {
      switch term {
      case .record: return .record
      case .group(let index): return .group(index)
      case .timescale(let index): return .timescale(index)
      case .section(let index): if candidates.isEmpty { return .section(index) }
      case .judgement(let index, let isStatement):
        if isStatement, zone == .front, heading.grade == nil { continue }
        let applies = vocabulary.framework.judgements[index].applies(to: scanner.start)
        if applies, !candidates.contains(index) { candidates.append(index) }
      }
    }
    guard let first = candidates.first else { return heading.terms.isEmpty ? .unknown : nil }
    if heading.nearest?.isNarrow == true { return .judgement(nil) }
    if zone == .front, heading.grade == nil, vocabulary.isStatedInSection(first) { leaveFront(at: heading.firstLine) }
    if zone == .front, seen[first] != nil, vocabulary.framework.groups.isEmpty, isApart(heading, from: seen[first]) {
      leaveFront(at: heading.firstLine)
    }
    return .judgement(resolve(candidates, heading))
  }

  /// Chooses among the judgements that share a title: the current group's, or the only one.
  private mutating func resolve(_ candidates: [Int], _ heading: Heading) -> Int? {
    let judgements = vocabulary.framework.judgements
    guard !vocabulary.framework.groups.isEmpty, zone != .front else {
      seen[candidates[0]] = heading.lastLine
      return candidates.count == 1 ? candidates[0] : nil
    }
    let groupID = group.map { vocabulary.framework.groups[$0].id }
    var chosen = candidates.first { judgements[$0].group == groupID }
    if chosen == nil, candidates.count == 1 {
      chosen = candidates[0]
      group = vocabulary.framework.groups.firstIndex { $0.id == judgements[candidates[0]].group }
    }
    guard let chosen else {
      shared = candidates
      return nil
    }
    // A title twice in one group: a group's heading may be lost, so no group is certain from here on.
    if let last = seen[chosen], isApart(heading, from: last) {
      group = nil
      shared = [chosen]
      return nil
    }
    seen[chosen] = heading.lastLine
    return chosen
  }

  /// Whether there is text between a heading and an earlier line.
  private func isApart(_ heading: Heading, from line: Int?) -> Bool {
    guard let line, line < heading.firstLine else { return false }
    return text.lines[(line + 1)..<heading.firstLine].contains { $0.isText }
  }

  private mutating func enter(_ meaning: Outline.Meaning, _ heading: Heading) {
    switch meaning {
    case .judgement, .timescale, .unknown: break
    case .record:
      leaveFront(at: heading.firstLine)
      zone = .record
      group = nil
      seen = [:]
    case .group(let index):
      leaveFront(at: heading.firstLine)
      group = index
    case .section(let index):
      switch role(index) {
      case .tableHead, .responsibleHead, .contents: break
      case .scale, .history, .notices:
        if vocabulary.framework.sections[index].isRow {
          isRowOpen = heading.grade == nil
          return
        }
        leaveFront(at: heading.firstLine)
        zone = .silent
        isAmongNotices = role(index) != .history
      case .text, .part, .improvements, .priorityActions:
        leaveFront(at: heading.firstLine)
        if zone == .silent { zone = .body }
      }
    }
    if case .group = meaning, zone == .silent { zone = .body }
  }

  private mutating func leaveFront(at line: Int) {
    guard zone == .front else { return }
    zone = .body
    seen = [:]
    outline.frontEnd = line
  }

  /// Whether a heading is the title of a judgement and not worded as part of a sentence.
  private func isPlainTitle(_ heading: Heading) -> Bool {
    !heading.terms.isEmpty
      && heading.terms.allSatisfy { if case .judgement(_, isStatement: false) = $0 { true } else { false } }
  }

  /// Whether a heading with few of a section's words is between the numbered items of a list of what must improve.
  private func dividesList(_ heading: Heading, _ section: Int) -> Bool {
    let list = outline.entries.reversed().lazy.compactMap { vocabulary.framework.section(of: $0.meaning) }.first
    guard let list, list.role.isList,
      let next = text.textLine(after: heading.lastLine, skippingBlanks: 2),
      text.bytes[text.lines[next].range].first?.isASCIIDigit == true
    else { return false }
    let title = vocabulary.framework.sections[section].title
    return Word.hashes(of: heading.printed).count * 2 <= Word.hashes(of: title).count
  }

  private func role(_ section: Int) -> SectionDefinition.Role { vocabulary.framework.sections[section].role }

  private mutating func consume(_ range: ClosedRange<Int>) {
    for index in range where index < outline.roles.count { outline.roles[index] = .consumed }
  }
}
