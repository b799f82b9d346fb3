import Inspections

/// The third pass: assembles paragraphs and list items from wrapped lines and over page breaks.
struct BlockBuilder {
  private let text: ReportText
  private let outline: Outline
  private let framework: Framework
  private let numbers: [Int: NumberChain.Candidate]
  private let columns: DetachedNumberMatcher
  /// Whether this extraction puts a bullet before numbered paragraphs.
  private let bulletsOpenParagraphs: Bool
  private let gradedLines: Set<Int>
  private var blocks: [Block] = []
  private var current: Block?
  private var context = Block.Context()
  private var isSilent = false
  private var sawBlank = false
  private var sawPageBreak = false
  private var bullets = BulletLevels()
  private let headings: UnlistedHeadings
  private let flow: LineFlow
  /// The footnotes met inside a paragraph; they are put after it, so that it stays whole.
  private var notes: [Block] = []
  /// The names of the responsible bodies, which are printed among the items' lines.
  private let bodies: ResponsibleBodies
  /// The first lines of the items, in lists whose items are paragraphs.
  private var itemBeginnings: Set<Int> = []

  /// Returns the blocks of a report after its front table, in the order of the text.
  static func build(
    _ text: ReportText, outline: Outline, framework: Framework, bodies: ResponsibleBodies
  ) -> [Block] {
    var builder = BlockBuilder(text: text, outline: outline, framework: framework, bodies: bodies)
    builder.walk()
    return builder.blocks
  }

  private init(text: ReportText, outline: Outline, framework: Framework, bodies: ResponsibleBodies) {
    self.text = text
    self.outline = outline
    self.framework = framework
    let chain = NumberChain.choose(NumberChain.candidates(in: text, outline: outline))
    columns = DetachedNumberMatcher(chain, in: text, outline: outline)
    numbers = Dictionary(chain.map { ($0.line, $0) }) { first, _ in first }
    bulletsOpenParagraphs = chain.count { text.lines[$0.line].hasBullet } * 3 > chain.count
    gradedLines = Set(outline.looseGrades.map(\.mention.firstLine))
    self.bodies = bodies
    flow = LineFlow(text: text)
    headings = UnlistedHeadings(text: text, outline: outline, flow: flow, numbers: Set(numbers.keys))
  }

  private mutating func walk() {
    var headingEnd = -1
    for index in firstLine..<text.lines.count {
      let line = text.lines[index]
      if line.startsPage { sawPageBreak = true }
      if line.isFootnote { takeNote(line, index) }
      if line.isFurniture || line.isFootnote || index <= headingEnd { continue }
      if line.isBlank || bodies.lines.contains(index) || columns.consumed.contains(index) || flow.isLooseNumber(index) {
        sawBlank = true
        continue
      }
      switch outline.roles[index] {
      case .heading(let entry): enter(entry)
      case .consumed: close()
      case .text where isSilent: break
      case .text:
        if let heading = mayBeHeading(index) ? headings.heading(onLine: index) : nil {
          enter(unlisted: heading)
          headingEnd = heading.upperBound
        } else {
          take(line, index)
        }
      }
      sawBlank = false
      sawPageBreak = false
    }
    close()
  }

  /// The line after the front page's table; if there is no table, the first line of prose.
  private var firstLine: Int {
    let cells =
      outline.entries.filter { $0.zone == .front }.map(\.heading.lastLine)
      + outline.looseGrades.filter { $0.zone == .front }.map(\.mention.lastLine)
    return cells.max().map { $0 + 1 } ?? flow.firstProse(before: outline.frontEnd, in: outline)
  }

  // MARK: Headings

  private mutating func enter(_ index: Int) {
    close()
    bullets.close()
    let entry = outline.entries[index]
    context.group = entry.group
    switch entry.meaning {
    case .timescale(let timescale):
      context.timescale = timescale
      context.subheading = nil
    case .group, .record, .unknown:
      context = Block.Context(group: entry.group, entry: index)
      isSilent = entry.zone == .record
    case .section(let section):
      let role = framework.sections[section].role
      isSilent = role == .notices
      context = Block.Context(group: entry.group, entry: index)
      if role == .improvements || role == .priorityActions {
        context.improvements = index
        if hasParagraphItems { itemBeginnings.formUnion(beginnings(after: index)) }
      }
    case .judgement:
      // Inside a list of improvements, a judgement's title without a grade only divides the list.
      let isOrdering = context.improvements != nil && !isGraded(entry.heading)
      let improvements = isOrdering ? context.improvements : nil
      context = Block.Context(group: entry.group, entry: index, improvements: improvements)
      if entry.zone == .body { isSilent = false }
    }
  }

  private func mayBeHeading(_ index: Int) -> Bool {
    !hasParagraphItems && columns.numbers[index] == nil && current?.isEmpty != true
  }

  private mutating func enter(unlisted heading: ClosedRange<Int>) {
    close()
    bullets.close()
    // A heading of something else after numbered items ends their list.
    if let list = context.improvements, let last = blocks.last, last.context.improvements == list, last.number != nil,
      let next = text.textLine(after: heading.upperBound, skippingBlanks: 4), numbers[next] == nil
    {
      context = Block.Context(group: context.group)
    }
    context.subheading = heading
  }

  private func isGraded(_ heading: Heading) -> Bool {
    if heading.grade != nil { return true }
    guard let next = text.textLine(after: heading.lastLine, skippingBlanks: 3) else { return false }
    return gradedLines.contains(next)
  }

  // MARK: Lines

  private mutating func take(_ line: Line, _ index: Int) {
    if let number = columns.numbers[index] {
      start(.paragraph, index, line.range, number: number)
      current?.isNumberDisplaced = true
      return
    }
    if let candidate = numbers[index] {
      start(.paragraph, index, candidate.textStart..<line.range.upperBound, number: candidate.number)
      return
    }
    if hasParagraphItems {
      takeParagraphItem(line, index)
    } else if case .bullet(let sign) = line.opening {
      takeBullet(sign, line, index)
    } else {
      takePlain(line, index)
    }
  }

  /// Whether the items of the current list are paragraphs, with bullets only inside them.
  private var hasParagraphItems: Bool {
    let list = context.improvements.flatMap { framework.section(of: outline.entries[$0].meaning) }
    return list?.hasParagraphItems ?? false
  }

  /// Returns the lines that begin an item in the list that an entry opens.
  private func beginnings(after entry: Int) -> Set<Int> {
    let first = outline.entries[entry].heading.lastLine + 1
    let last = outline.roles[first...].firstIndex { if case .heading = $0 { true } else { false } }
    let lines = (first..<(last ?? text.lines.count)).filter {
      outline.roles[$0] == .text && !bodies.lines.contains($0)
    }
    return ParagraphItems(text: text, lines: lines).beginnings
  }

  private mutating func takeParagraphItem(_ line: Line, _ index: Int) {
    let words = (bodies.starts[index] ?? line.range.lowerBound)..<line.range.upperBound
    if case .bullet = line.opening {
      start(current == nil ? .paragraph : .item(level: 2), index, words)
    } else if itemBeginnings.contains(index) {
      start(.item(level: 1), index, words)
    } else if current != nil {
      current?.ranges.append(words)
    } else {
      start(.paragraph, index, words)
    }
  }

  private mutating func takeBullet(_ sign: UInt32, _ line: Line, _ index: Int) {
    if let current, current.kind == .paragraph, !text.isComplete(current), !current.ranges.isEmpty,
      (sawPageBreak || bulletsOpenParagraphs) && text.beginsLowerCase(line.range) || sawBlank && current.number != nil
    {
      // The rest of a paragraph that a page break cut, with a bullet that extraction added.
      self.current?.ranges.append(line.range)
      return
    }
    if isDashOfSentence(sign, line, index) {
      self.current?.ranges.append(flow.lineStart(index)..<line.range.upperBound)
      return
    }
    let endsParagraph = current.map { $0.kind == .paragraph && !text.announcesList($0) } ?? true
    if bulletsOpenParagraphs, context.improvements == nil, endsParagraph, !text.beginsLowerCase(line.range) {
      start(.paragraph, index, line.range)
      current?.opensWithBullet = true
      return
    }
    if current?.kind == .paragraph { bullets.close() }
    start(
      .item(level: bullets.level(of: sign, indent: line.range.lowerBound - flow.lineStart(index))), index, line.range)
  }

  /// Whether a dash at a line's beginning is punctuation of the sentence that began on the line above.
  private func isDashOfSentence(_ sign: UInt32, _ line: Line, _ index: Int) -> Bool {
    guard sign < 0x80 || (0x2013...0x2014).contains(sign), let current, !current.isEmpty, !sawBlank, !sawPageBreak,
      !bullets.contains(sign)
    else { return false }
    return !text.isComplete(current) && (text.beginsLowerCase(line.range) || !flow.hasRoom(index - 1, before: index))
  }

  private mutating func takePlain(_ line: Line, _ index: Int) {
    let mayLoseBullet = context.improvements != nil && context.timescale != nil
    guard let current else {
      if index > 0, text.lines[index - 1].isText, outline.roles[index - 1] != .text, text.beginsLowerCase(line.range) {
        // A sentence that begins with the heading's words.
        start(.paragraph, index - 1, text.lines[index - 1].range)
        self.current?.ranges.append(line.range)
        return
      }
      start(mayLoseBullet ? .item(level: 1) : .paragraph, index, line.range)
      self.current?.lostBullet = mayLoseBullet
      return
    }
    if case .item(let level) = current.kind, isItemWithoutBullet(after: current, index) {
      start(.item(level: current.lostBullet ? level : level + 1), index, line.range)
      self.current?.lostBullet = true
    } else if current.isEmpty || goesOn(current, at: line, index) {
      self.current?.ranges.append(line.range)
    } else if sawBlank, current.isItem, mayLoseBullet {
      start(.item(level: 1), index, line.range)
      self.current?.lostBullet = true
    } else {
      start(.paragraph, index, line.range)
    }
  }

  /// Whether a line begins an item of the list that the item above announces: it is on a line of its own although the
  /// line above had room for it.
  private func isItemWithoutBullet(after item: Block, _ index: Int) -> Bool {
    guard !sawBlank, !sawPageBreak, text.announcesList(item) || item.lostBullet, let above = flow.textLine(above: index)
    else { return false }
    return flow.hasRoom(above, before: index, spare: LineFlow.roomToSpareBehindItem)
  }

  /// Whether a line without bullet or number continues the block above it.
  private func goesOn(_ block: Block, at line: Line, _ index: Int) -> Bool {
    if text.beginsLowerCase(line.range) { return true }
    guard let above = flow.textLine(above: index) else { return false }
    if !sawBlank, !sawPageBreak {
      let spare = block.isItem ? LineFlow.roomToSpareBehindItem : LineFlow.roomToSpare
      let mayEnd = numbers.isEmpty || block.number == nil && block.length > LineFlow.longParagraph
      return !mayEnd || !flow.endsSentence(above) || !flow.hasRoom(above, before: index, spare: spare)
    }
    guard text.isComplete(block) else {
      if text.endsInJoint(above) { return true }
      return !block.isItem || !flow.hasRoom(above, before: index) || sawPageBreak && flow.isLong(above)
    }
    return sawPageBreak && !flow.hasRoom(above, before: index)
  }

  private mutating func takeNote(_ line: Line, _ index: Int) {
    guard !isSilent else { return }
    if Footnotes.begins(line, in: text.bytes) || notes.isEmpty {
      notes.append(Block(kind: .note, firstLine: index, ranges: [line.range], context: context))
    } else {
      notes[notes.count - 1].ranges.append(line.range)
    }
  }

  private mutating func start(_ kind: Block.Kind, _ index: Int, _ range: Range<Int>, number: Int? = nil) {
    let followsPageBreak = sawPageBreak
    close()
    if kind == .paragraph { bullets.close() }
    current = Block(kind: kind, number: number, firstLine: index, ranges: [range], context: context)
    current?.followsPageBreak = followsPageBreak
  }

  private mutating func close() {
    if let current, !current.isEmpty { blocks.append(current) }
    current = nil
    blocks += notes
    notes = []
  }
}
