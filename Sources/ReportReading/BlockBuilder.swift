import Inspections

/// The third pass: paragraphs and list items, put together from wrapped lines and over page breaks.
struct BlockBuilder {
  private let text: ReportText
  private let outline: Outline
  private let framework: Framework
  private let numbers: [Int: NumberChain.Candidate]
  private let columns: NumberColumns
  /// Whether this extraction puts a bullet before numbered paragraphs.
  private let bulletsOpenParagraphs: Bool
  private let gradedLines: Set<Int>
  private var blocks: [Block] = []
  private var current: Block?
  private var context = Block.Context()
  private var isSilent = false
  private var sawBlank = false
  private var sawPageBreak = false
  private var listSign: UInt32?
  /// The names of those who must act, which stand among the items' lines.
  private let bodies: ResponsibleBodies
  /// The lines that begin an item in lists whose items are paragraphs.
  private var itemBeginnings: Set<Int> = []

  /// The blocks of a report behind its front table, in the order of the text.
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
    columns = NumberColumns(chain, in: text, outline: outline)
    numbers = Dictionary(chain.map { ($0.line, $0) }) { first, _ in first }
    bulletsOpenParagraphs = chain.count { text.lines[$0.line].hasBullet } * 3 > chain.count
    gradedLines = Set(outline.looseGrades.map(\.mention.firstLine))
    self.bodies = bodies
  }

  private mutating func walk() {
    for index in firstLine..<text.lines.count {
      let line = text.lines[index]
      if line.startsPage { sawPageBreak = true }
      if line.isFurniture { continue }
      if line.isBlank || bodies.lines.contains(index) || columns.consumed.contains(index) {
        sawBlank = true
        continue
      }
      switch outline.roles[index] {
      case .heading(let entry): enter(entry)
      case .consumed: close()
      case .text: if !isSilent { take(line, index) }
      }
      sawBlank = false
      sawPageBreak = false
    }
    close()
  }

  /// Behind the front page's table, or behind the front page where it has none.
  private var firstLine: Int {
    let cells =
      outline.entries.filter { $0.zone == .front }.map(\.heading.lastLine)
      + outline.looseGrades.filter { $0.zone == .front }.map(\.mention.lastLine)
    return cells.max().map { $0 + 1 } ?? outline.frontEnd
  }

  // MARK: Headings

  private mutating func enter(_ index: Int) {
    close()
    listSign = nil
    let entry = outline.entries[index]
    context.group = entry.group
    switch entry.meaning {
    case .timescale(let timescale): context.timescale = timescale
    case .group, .record, .unknown:
      context = Block.Context(group: entry.group, entry: index)
      isSilent = entry.zone == .record
    case .section(let section):
      let role = framework.sections[section].role
      isSilent = role == .notices
      context = Block.Context(group: entry.group, entry: index)
      if role == .improvements || role == .priorityActions {
        context.improvements = index
        if hasParagraphItems { itemBeginnings.formUnion(beginnings(behind: index)) }
      }
    case .judgement:
      // Inside a list of what must improve, a judgement's title without a grade only orders the list.
      let isOrdering = context.improvements != nil && !isGraded(entry.heading)
      let improvements = isOrdering ? context.improvements : nil
      context = Block.Context(group: entry.group, entry: index, improvements: improvements)
      if entry.zone == .body { isSilent = false }
    }
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

  /// Whether the items of the current list are paragraphs, and bullets only stand inside them.
  private var hasParagraphItems: Bool {
    guard let list = context.improvements, case .section(let section) = outline.entries[list].meaning else {
      return false
    }
    return framework.sections[section].hasParagraphItems
  }

  /// The lines that begin an item in the list that an entry opens.
  private func beginnings(behind entry: Int) -> Set<Int> {
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
      text.beginsLowerCase(line.range) || (sawBlank && current.number != nil)
    {
      // The rest of a paragraph that a page break cut, with a bullet that extraction added.
      self.current?.ranges.append(line.range)
      return
    }
    let endsParagraph = current.map { $0.kind == .paragraph && !text.announcesList($0) } ?? true
    if bulletsOpenParagraphs, context.improvements == nil, endsParagraph, !text.beginsLowerCase(line.range) {
      start(.paragraph, index, line.range)
      current?.opensWithBullet = true
      return
    }
    if listSign == nil || current?.kind == .paragraph { listSign = sign }
    start(.item(level: sign == listSign ? 1 : 2), index, line.range)
  }

  private mutating func takePlain(_ line: Line, _ index: Int) {
    guard let current else {
      if context.improvements != nil, context.timescale != nil {
        start(.item(level: 1), index, line.range)
        self.current?.lostBullet = true
      } else {
        start(.paragraph, index, line.range)
      }
      return
    }
    let isEmpty = current.isEmpty
    if !isEmpty, !sawBlank, current.kind == .paragraph, numbers.isEmpty, endsParagraph(before: index) {
      start(.paragraph, index, line.range)
    } else if isEmpty || !sawBlank || text.beginsLowerCase(line.range) || !text.isComplete(current) && !current.isItem {
      self.current?.ranges.append(line.range)
    } else if current.isItem, context.improvements != nil, context.timescale != nil {
      start(.item(level: 1), index, line.range)
      self.current?.lostBullet = true
    } else {
      start(.paragraph, index, line.range)
    }
  }

  /// Whether the line above ends its paragraph, in a report that sets no blank lines between them and numbers none: it
  /// ends a sentence, and the next word would have fitted on it with room to spare.
  private func endsParagraph(before index: Int) -> Bool {
    guard index > 0, text.lines[index - 1].isText, !text.lines[index].startsPage else { return false }
    let above = text.lines[index - 1].range
    guard text.bytes[above].last == 0x2E, !text.beginsLowerCase(text.lines[index].range) else { return false }
    let column = max(0, index - 12)..<min(text.lines.count, index + 12)
    let widest = column.map { text.lines[$0].isText ? text.characterCount(text.lines[$0].range) : 0 }.max() ?? 0
    let firstWord = text.bytes[text.lines[index].range].prefix { $0 != 0x20 }.count
    return text.characterCount(above) + firstWord + Self.roomToSpare <= widest
  }

  /// How many characters a line must leave free beyond the next word to be a paragraph's last.
  private static let roomToSpare = 4

  private mutating func start(_ kind: Block.Kind, _ index: Int, _ range: Range<Int>, number: Int? = nil) {
    let followsPageBreak = sawPageBreak
    close()
    if kind == .paragraph { listSign = nil }
    current = Block(kind: kind, number: number, firstLine: index, ranges: [range], context: context)
    current?.followsPageBreak = followsPageBreak
  }

  private mutating func close() {
    if let current, !current.isEmpty { blocks.append(current) }
    current = nil
  }
}
