import Diagnostics
import Inspections

/// The last pass: turns blocks into findings and recommendations.
struct FindingCollector {
  let text: ReportText
  let outline: Outline
  let framework: Framework
  let bodies: ResponsibleBodies
  let published: CalendarDate?

  /// The results of the pass.
  struct Collection {
    var findings: [Finding] = []
    var recommendations: [Recommendation] = []
    var diagnostics: [Diagnostic] = []
  }

  func collect(_ blocks: [Block]) -> Collection {
    let numbers = ParagraphNumbers(blocks, in: text)
    var collection = Collection(diagnostics: numbers.diagnostics)
    let numberedLists = listsOfNumberedItems(blocks)
    var section: (context: Block.Context, path: [String])?
    var open = OpenLists()
    var lastList: Int?
    // Notes follow the finding that ends their page, so that they don't separate it from its list.
    var notes: [Finding] = []
    for (index, block) in blocks.enumerated() {
      let words = text.string(block.ranges, without: numbers.displaced[index])
      if let list = block.context.improvements,
        isRecommendation(block, numberedLists.contains(list)) || list == lastList && asksBehindItems(block)
      {
        lastList = list
        collection.recommendations.append(recommendation(block, words, list))
        if block.lostBullet { collection.diagnostics.append(lostBullet(block)) }
      } else if block.isItem, block.context.improvements != nil, !collection.recommendations.isEmpty {
        collection.recommendations[collection.recommendations.count - 1].text += "\n• " + words
      } else if section?.context == block.context, !collection.findings.isEmpty,
        let path = open.path(to: block, in: text)
      {
        collection.findings[collection.findings.count - 1].append(Finding.Item(words), at: path)
      } else if isContinuation(block, at: index, in: blocks, numbers), !collection.findings.isEmpty {
        collection.findings[collection.findings.count - 1].text += " " + words
      } else {
        let assignment = numbers.assignments[index]
        // Paragraphs of one section share its path.
        if section?.context != block.context { section = (block.context, sectionPath(block.context)) }
        let finding = Finding(
          number: assignment?.number, numbering: assignment?.numbering ?? .none, section: section?.path ?? [],
          text: words, isListItem: block.isItem, line: text.lines[block.firstLine].number)
        guard block.kind != .note else {
          notes.append(finding)
          continue
        }
        collection.findings += notes
        notes = []
        collection.findings.append(finding)
        open.begin(block, in: text)
      }
    }
    collection.findings += notes
    addResponsible(to: &collection)
    return collection
  }

  /// Adds to each item of a table who must act, if the table states it.
  private func addResponsible(to collection: inout Collection) {
    for table in bodies.tables {
      let lines = Set(table.lines.map { text.lines[$0].number })
      let items = collection.recommendations.indices.filter { lines.contains(collection.recommendations[$0].line) }
      guard let names = bodies.names(in: table, forItems: items.count) else {
        collection.diagnostics.append(
          text.source.diagnostic(
            .note, .unclearResponsibility, "the table does not say who must act on which of its \(items.count) items",
            line: text.lines[table.lines.lowerBound].number))
        continue
      }
      for (item, name) in zip(items, names) { collection.recommendations[item].responsible = name }
    }
  }

  // MARK: Recommendations

  /// Returns the lists of improvements whose items are numbered paragraphs; where there are bullets, one numbered
  /// paragraph may introduce them.
  private func listsOfNumberedItems(_ blocks: [Block]) -> Set<Int> {
    var numbered: [Int: Int] = [:]
    var bulleted: Set<Int> = []
    for block in blocks {
      guard let list = block.context.improvements else { continue }
      if block.number != nil { numbered[list, default: 0] += 1 }
      if block.isItem { bulleted.insert(list) }
    }
    return Set(numbered.filter { $0.value > 1 || !bulleted.contains($0.key) }.keys)
  }

  private func isRecommendation(_ block: Block, _ isNumberedList: Bool) -> Bool {
    let opening = Array(text.words(in: block.ranges.first { !$0.isEmpty } ?? 0..<0).prefix(8))
    if Self.sayNone.contains(where: { $0.match(in: opening)?.lowerBound == 0 }) { return false }
    if isNumberedList { return block.number != nil }
    if case .item(let level) = block.kind { return level <= 1 }
    return false
  }

  /// Whether a paragraph after a list's items states a duty in its first sentence.
  private func asksBehindItems(_ block: Block) -> Bool {
    block.kind == .paragraph && block.number == nil
      && ParagraphItems(text: text, lines: Array(text.lines.indices[block.firstLine...].prefix(2))).saysDuty(
        block.firstLine)
  }

  /// What a list that is empty may say instead.
  private static let sayNone = [
    "There are no", "No area", "No areas", "The inspection did not find any", "Inspectors did not find any",
    "Inspectors did not identify any",
  ].map(TextPattern.init)

  private func recommendation(_ block: Block, _ words: String, _ list: Int) -> Recommendation {
    let timescale = block.context.timescale.map { framework.timescales[$0] }
    let isPriority = framework.section(of: outline.entries[list].meaning)?.role == .priorityActions
    return Recommendation(
      kind: isPriority ? .priorityAction : .improvement, group: block.context.group.map { framework.groups[$0].title },
      timescale: timescale?.title,
      due: timescale.flatMap { timescale in published?.adding(months: timescale.months) }, number: block.number,
      text: words, line: text.lines[block.firstLine].number)
  }

  private func lostBullet(_ block: Block) -> Diagnostic {
    text.source.diagnostic(
      .note, .missingBullet, "an item of the list has lost its bullet", line: text.lines[block.firstLine].number)
  }

  // MARK: Findings

  /// Whether a block without a number continues the numbered paragraph that ended the last page.
  private func isContinuation(_ block: Block, at index: Int, in blocks: [Block], _ numbers: ParagraphNumbers) -> Bool {
    guard block.kind == .paragraph, block.followsPageBreak, numbers.assignments[index] == nil,
      let above = blocks[..<index].lastIndex(where: { $0.kind != .note }), numbers.assignments[above] != nil
    else { return false }
    return blocks[above].context == block.context
  }

  private func sectionPath(_ context: Block.Context) -> [String] {
    var path = context.group.map { [framework.groups[$0].title] } ?? []
    switch context.entry.map({ outline.entries[$0].meaning }) {
    case .judgement(.some(let index)): path.append(framework.judgements[index].title)
    case .judgement(.none), .unknown: path.append(context.entry.map { outline.entries[$0].heading.printed } ?? "")
    case .section(let index): path.append(framework.sections[index].title)
    case .group, .record, .timescale, nil: break
    }
    if let lines = context.subheading {
      path.append(text.string(lines.filter { text.lines[$0].isText }.map { text.lines[$0].range }))
    }
    return path
  }
}

/// The lists that the next item of a finding can belong to, the outermost first.
///
/// An item belongs to a text that announces a list, or continues the unfinished sentence of a shallower text; every
/// other item is a finding of its own.
private struct OpenLists {
  private var open: [(level: Int, announces: Bool, isComplete: Bool)] = []

  /// Begins with the list that a new finding announces.
  mutating func begin(_ block: Block, in text: ReportText) {
    open = []
    push(block, in: text)
  }

  /// Returns the depth of the list that a block continues; nil if it belongs to no list.
  mutating func path(to block: Block, in text: ReportText) -> Int? {
    guard case .item(let level) = block.kind, let first = block.ranges.first(where: { !$0.isEmpty }) else { return nil }
    let isLowerCase = text.beginsLowerCase(first)
    let goesOn = isLowerCase || text.bytes[first.lowerBound].isASCIIDigit
    var depth = open.count
    var hasSibling = false
    while let last = depth > 0 ? open[depth - 1] : nil,
      last.level > level || last.level == level && !(last.announces && goesOn && (hasSibling || depth == open.count))
    {
      depth -= 1
      hasSibling = last.level == level
    }
    guard depth > 0, hasSibling || open[depth - 1].announces || isLowerCase || goesOn && !open[depth - 1].isComplete
    else { return nil }
    open.removeSubrange(depth...)
    push(block, in: text)
    return depth - 1
  }

  private mutating func push(_ block: Block, in text: ReportText) {
    let level = if case .item(let level) = block.kind { level } else { 0 }
    open.append((level, text.announcesList(block), text.isComplete(block)))
  }
}
