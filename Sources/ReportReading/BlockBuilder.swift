import Inspections

/// The third pass: assembles paragraphs and list items from wrapped lines and over page breaks.
struct BlockBuilder {
  let text: ReportText
  let outline: Outline
  let framework: Framework
  let numbers: [Int: NumberChain.Candidate]
  let columns: DetachedNumberMatcher
  /// Whether this extraction puts a bullet before numbered paragraphs.
  let bulletsOpenParagraphs: Bool
  private let gradedLines: Set<Int>
  private var blocks: [Block] = []
  var current: Block?
  var context = Block.Context()
  /// The heading of the judgement that the parts below it belong to.
  private var chapter: Int?
  private var isSilent = false
  var sawBlank = false
  var sawPageBreak = false
  var bullets = BulletLevels()
  private let headings: UnlistedHeadings
  let flow: LineFlow
  /// The footnotes met inside a paragraph; they are put after it, so that it stays whole.
  private var notes: [Block] = []
  /// The names of the responsible bodies, which are printed among the items' lines.
  let bodies: ResponsibleBodies
  /// The first lines of the items, in lists whose items are paragraphs.
  var itemBeginnings: Set<Int> = []

  /// Returns the blocks of a report after its front table, in the order of the text.
  static func build(
    _ text: ReportText, title: ReportTitle, outline: Outline, framework: Framework, bodies: ResponsibleBodies
  ) -> [Block] {
    var builder = BlockBuilder(text: text, outline: outline, framework: framework, bodies: bodies)
    builder.walk(after: title)
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

  private mutating func walk(after title: ReportTitle) {
    var headingEnd = -1
    for index in firstLine..<text.lines.count {
      let line = text.lines[index]
      if line.startsPage { sawPageBreak = true }
      if line.isFootnote { takeNote(line, index) }
      // A letter's title stands below the address, directly above the first sentence.
      let isTitle = (title.firstLine...title.lastLine).contains(index)
      if line.isFurniture || line.isFootnote || index <= headingEnd || isTitle { continue }
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
    case .section(let section) where framework.sections[section].role == .part && chapter != nil:
      context = Block.Context(group: entry.group, entry: chapter)
      context.subheading = entry.heading.firstLine...entry.heading.lastLine
      isSilent = false
    case .group, .record, .unknown:
      chapter = nil
      context = Block.Context(group: entry.group, entry: index)
      isSilent = entry.zone == .record
    case .section(let section):
      let role = framework.sections[section].role
      isSilent = role == .notices
      context = Block.Context(group: entry.group, entry: index)
      if role.isList {
        context.improvements = index
        if hasParagraphItems { itemBeginnings.formUnion(beginnings(after: index)) }
      } else {
        chapter = nil
      }
    case .judgement:
      // Inside a list of improvements, a judgement's title without a grade only divides the list.
      let isOrdering = context.improvements != nil && !isGraded(entry.heading)
      let improvements = isOrdering ? context.improvements : nil
      context = Block.Context(group: entry.group, entry: index, improvements: improvements)
      if improvements == nil { chapter = index }
      if entry.zone == .body { isSilent = false }
    }
  }

  private func mayBeHeading(_ index: Int) -> Bool {
    !hasParagraphItems && columns.numbers[index] == nil && current?.isEmpty != true
  }

  private mutating func enter(unlisted heading: ClosedRange<Int>) {
    close()
    bullets.close()
    // A heading of something else after the items of a section or the numbers of a list ends it.
    if context.entry.flatMap({ framework.section(of: outline.entries[$0].meaning) }) != nil,
      let last = blocks.last, last.context == context,
      let next = text.textLine(after: heading.upperBound, skippingBlanks: 4), numbers[next] == nil,
      last.isItem && !text.lines[next].hasBullet || context.improvements != nil && last.number != nil
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

  private mutating func takeNote(_ line: Line, _ index: Int) {
    guard !isSilent else { return }
    if Footnotes.begins(line, in: text.bytes) || notes.isEmpty {
      notes.append(Block(kind: .note, firstLine: index, ranges: [line.range], context: context))
    } else {
      notes[notes.count - 1].ranges.append(line.range)
    }
  }

  mutating func start(_ kind: Block.Kind, _ index: Int, _ range: Range<Int>, number: Int? = nil) {
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
