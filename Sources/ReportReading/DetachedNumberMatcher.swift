/// Matches numbers that extraction set apart, in a column before or after their paragraphs, with the paragraphs.
///
/// Some tools read a page column by column, and the numbers of its paragraphs are one column. Numbers and paragraphs
/// are matched only if there are as many of one as of the other, page by page and between headings.
struct DetachedNumberMatcher {
  private let text: ReportText
  private let outline: Outline
  private let candidates: [Int: NumberChain.Candidate]
  /// The numbers of the paragraphs that begin on these lines.
  private(set) var numbers: [Int: Int] = [:]
  /// The lines that hold only a matched number.
  private(set) var consumed: Set<Int> = []

  init(_ chain: [NumberChain.Candidate], in text: ReportText, outline: Outline) {
    self.text = text
    self.outline = outline
    candidates = Dictionary(chain.map { ($0.line, $0) }) { first, _ in first }
    var column: [NumberChain.Candidate] = []
    for candidate in chain {
      if let last = column.last, candidate.number == last.number + 1, isBelow(candidate.line, last.line) {
        column.append(candidate)
      } else {
        place(column)
        column = isAlone(candidate) ? [candidate] : []
      }
    }
    place(column)
  }

  private func isAlone(_ candidate: NumberChain.Candidate) -> Bool {
    text.lines[candidate.line].range.upperBound == candidate.textStart
  }

  /// Whether a bare number is directly below another, on the same page.
  private func isBelow(_ line: Int, _ above: Int) -> Bool {
    guard candidates[line].map(isAlone) == true else { return false }
    return ((above + 1)...line).allSatisfy { !text.lines[$0].startsPage && (!text.lines[$0].isText || $0 == line) }
  }

  private mutating func place(_ column: [NumberChain.Candidate]) {
    guard column.count > 1, let first = column.first, let last = column.last else { return }
    let below = paragraphs(last.line + 1, by: 1)
    let above = paragraphs(first.line - 1, by: -1)
    let found = below.count == column.count ? below : above
    guard found.count == column.count else { return }
    for (candidate, line) in zip(column, found) {
      numbers[line] = candidate.number
      consumed.insert(candidate.line)
    }
  }

  /// Returns the lines that begin a paragraph, downwards or upwards from a line, up to the end of the page, of its part
  /// of the report, or of the stretch without other numbers.
  private func paragraphs(_ start: Int, by step: Int) -> [Int] {
    var beginnings: [Int] = []
    var index = start
    while text.lines.indices.contains(index), outline.roles[index] == .text, candidates[index] == nil,
      numbers[index] == nil
    {
      let line = text.lines[index]
      if step > 0, line.startsPage { break }
      if line.isText, !line.hasBullet, !text.beginsLowerCase(line.range), isApart(index) { beginnings.append(index) }
      if step < 0, line.startsPage { break }
      index += step
    }
    guard step < 0 else { return beginnings }
    // The paragraph right below another number alone on its line belongs to that number.
    if let above = candidates[index], isAlone(above) { beginnings = beginnings.dropLast() }
    return beginnings.reversed()
  }

  /// Whether there is no text directly above a line.
  private func isApart(_ index: Int) -> Bool {
    index == 0 || text.lines[index].startsPage || !text.lines[index - 1].isText || outline.roles[index - 1] != .text
  }
}
