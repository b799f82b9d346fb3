/// Finds the headings that the framework does not list, by their layout: a short line, set off from what is above it,
/// without a sign at its end, and followed by what it heads.
struct UnlistedHeadings {
  let text: ReportText
  let outline: Outline
  let flow: LineFlow
  /// The lines that begin a numbered paragraph.
  let numbers: Set<Int>

  /// The lines of the heading that begins on a line.
  func heading(onLine index: Int) -> ClosedRange<Int>? {
    // Most lines are inside a paragraph.
    guard isSetOff(index), mayBeTitle(index), !text.beginsLowerCase(text.lines[index].range),
      let next = text.textLine(after: index, skippingBlanks: 4), outline.roles[next] == .text
    else { return nil }
    if isShort(index) || numbers.contains(next), isHeaded(next, by: index) {
      return isLabel(index, next) ? nil : index...index
    }
    // A title of two lines.
    guard next == index + 1, mayBeTitle(next), isShort(next),
      let body = text.textLine(after: next, skippingBlanks: 4), outline.roles[body] == .text,
      body > next + 1 || text.lines[body].hasBullet || numbers.contains(body), isHeaded(body, by: next)
    else { return nil }
    return index...next
  }

  /// Whether a line is no item and no numbered paragraph, has no sentence's end in it, and ends in a word, a number or
  /// a bracket.
  private func mayBeTitle(_ index: Int) -> Bool {
    let line = text.lines[index]
    guard line.isText, !line.hasBullet, !numbers.contains(index), (4...Self.longest).contains(line.range.count),
      let first = text.bytes[line.range].first, Fold.isWordASCII(first) && !first.isASCIIDigit || first >= 0x80
    else { return false }
    // A closing quotation mark of three bytes may follow a full stop.
    let last = text.bytes[line.range].last { $0 < 0x80 } ?? 0
    guard Fold.isWordASCII(last) || last == 0x29 || last == 0x3F,
      !line.range.dropLast().contains(where: { text.bytes[$0] == 0x2E && text.bytes[$0 + 1] == 0x20 })
    else { return false }
    return !text.endsInJoint(index)
  }

  /// Whether a line leaves so much room that no wrapped line of a paragraph would.
  private func isShort(_ index: Int) -> Bool {
    flow.length(index) * 5 < max(flow.usualWidth, flow.widest(around: index)) * 4
  }

  /// Whether nothing that goes on is above a line.
  private func isSetOff(_ index: Int) -> Bool {
    guard let above = flow.textLine(above: index), outline.roles[above] == .text else { return true }
    let isApart = above < index - 1 || text.lines[index].startsPage
    if flow.endsSentence(above) || text.bytes[text.lines[above].range].last == 0x3A {
      return isApart || flow.hasRoom(above, before: index) || isBeforeItem(index)
    }
    return isApart && flow.hasRoom(above, before: index)
  }

  /// Whether a line is short and an item comes next: had it been a paragraph's last, it would end a sentence.
  private func isBeforeItem(_ index: Int) -> Bool {
    let next = index + 1
    return isShort(index) && next < text.lines.count && (text.lines[next].hasBullet || numbers.contains(next))
  }

  /// Whether a line begins what a title above it can head: an item, a numbered paragraph or a line of prose.
  private func isHeaded(_ index: Int, by title: Int) -> Bool {
    let line = text.lines[index]
    if line.hasBullet || numbers.contains(index) { return true }
    // A line of heading marks alone has no first byte, and may be the last of the text.
    guard !text.beginsLowerCase(line.range), text.bytes[line.range].first?.isASCIIDigit == false else { return false }
    return flow.length(index) * 3 > max(flow.usualWidth, flow.widest(around: index)) * 2
  }

  /// Whether two lines are labels with what they label: `Lead inspector: …`, `Team inspectors: …`.
  private func isLabel(_ index: Int, _ next: Int) -> Bool {
    [index, next].allSatisfy { line in
      text.bytes[text.lines[line].range].prefix(30).contains(0x3A)
    }
  }

  private static let longest = 110
}

extension ReportText {
  /// Whether a line ends in a word that ends neither a title nor a sentence.
  func endsInJoint(_ index: Int) -> Bool { words(onLine: index).last.map { joints.contains($0.hash) } ?? true }
}

private let joints: WordSet = [
  "the", "a", "an", "and", "or", "of", "in", "for", "to", "on", "at", "by", "with", "from", "that", "is", "are",
]
