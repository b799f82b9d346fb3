import Inspections

/// Reads the column that says who must act, beside a list of what must improve.
///
/// Extraction reads such a table column by column, page by page, and now and then sets a line of one column before a
/// line of the other. So a line belongs to this column if it has only words of the names that are under the
/// column's head, and the names themselves are recognised by those words: in any order, since a name may be turned
/// round.
struct ResponsibleBodies {
  /// A table: the lines it covers, and the names in its first column, in the order of the text.
  struct Table {
    let lines: Range<Int>
    var names: [[Range<Int>]] = []
  }

  private let text: ReportText
  private let outline: Outline
  private(set) var tables: [Table] = []
  /// The lines that hold only words of the column.
  private(set) var lines: Set<Int> = []
  /// The offset at which the other column's words begin, for lines that hold both columns.
  private(set) var starts: [Int: Int] = [:]

  init(text: ReportText, outline: Outline, framework: Framework) {
    self.text = text
    self.outline = outline
    for (index, entry) in outline.entries.enumerated() {
      guard framework.section(of: entry.meaning)?.role == .responsibleHead else { continue }
      let rest = outline.entries[(index + 1)...]
      let end = rest.first { !Self.isColumnHead($0, after: outline.entries[max(0, index - 1)], framework) }
      read(entry.heading.lastLine + 1..<(end?.heading.firstLine ?? text.lines.count))
    }
  }

  /// The names of a table's items: one each where there are as many as items, the same for all where it never changes.
  func names(in table: Table, forItems count: Int) -> [String]? {
    let names = table.names.map { text.string($0) }
    if names.count == count { return names }
    guard let first = names.first, Set(table.names.map { words(of: $0).sorted() }).count == 1 else { return nil }
    return Array(repeating: first, count: count)
  }

  /// Whether a heading is only over a column of the table: the list's own title, or the head of another.
  private static func isColumnHead(
    _ entry: Outline.Entry, after opening: Outline.Entry, _ framework: Framework
  ) -> Bool {
    let role = framework.section(of: entry.meaning)?.role
    return role == .responsibleHead || role == .tableHead || entry.meaning == opening.meaning
  }

  // MARK: Lines

  private mutating func read(_ range: Range<Int>) {
    var table = Table(lines: range)
    let units = namesUnderHead(range)
    let vocabulary = Set(units.joined())
    guard !vocabulary.isEmpty else { return }
    var pending: [Range<Int>] = []
    for index in range where text.lines[index].isText && outline.roles[index] == .text {
      guard let part = part(of: index, vocabulary, units, pending) else { continue }
      pending.append(part)
      let collected = words(of: pending).sorted()
      if units.contains(where: { $0.sorted() == collected }) {
        table.names.append(pending)
        pending = []
      }
    }
    tables.append(table)
  }

  /// The part of a line that belongs to the column; the line is noted.
  private mutating func part(
    of index: Int, _ vocabulary: Set<UInt64>, _ units: [[UInt64]], _ pending: [Range<Int>]
  ) -> Range<Int>? {
    let isPending = !pending.isEmpty
    let line = text.lines[index]
    guard !line.hasBullet, isPending || !text.beginsLowerCase(line.range) else { return nil }
    let words = text.words(onLine: index)
    let own = words.prefix { vocabulary.contains($0.hash) }
    guard let last = own.last, fits(pending + [line.range.lowerBound..<last.end], units) else { return nil }
    if own.count == words.count, text.bytes[line.range].last != 0x2E {
      lines.insert(index)
      return line.range
    }
    let rest = words.dropFirst(own.count).first.map { $0.start..<line.range.upperBound }
    // After the first words of a name, an item begins on the same line; after the others one goes on.
    guard own.count > (isPending ? 1 : 2), !text.beginsLowerCase(line.range), let rest,
      text.beginsLowerCase(rest) == isPending
    else { return nil }
    starts[index] = rest.lowerBound
    return line.range.lowerBound..<last.end
  }

  /// Whether a name has all the words of some ranges.
  private func fits(_ ranges: [Range<Int>], _ units: [[UInt64]]) -> Bool {
    let words = words(of: ranges)
    return units.contains { unit in
      var left = unit
      return words.allSatisfy { word in left.firstIndex(of: word).map { left.remove(at: $0) } != nil }
    }
  }

  /// The names as they first appear under the column's head: one, or the same one several times over.
  private func namesUnderHead(_ range: Range<Int>) -> [[UInt64]] {
    var runs: [[UInt64]] = [[]]
    let items = ParagraphItems(text: text, lines: range.filter { outline.roles[$0] == .text })
    for index in range {
      let line = text.lines[index]
      if line.isBlank { runs.append([]) }
      guard line.isText else { continue }
      if outline.roles[index] != .text { continue }
      if line.hasBullet || items.saysDuty(index) { break }
      runs[runs.count - 1] += words(of: [line.range])
    }
    return runs.filter { !$0.isEmpty }.map { run in
      let period = (2..<max(2, run.count)).first { period in
        run.indices.allSatisfy { run[$0] == run[$0 % period] }
      }
      return Array(run.prefix(period ?? run.count))
    }
  }

  private func words(of ranges: [Range<Int>]) -> [UInt64] {
    ranges.flatMap { text.words(in: $0).map(\.hash) }
  }
}
