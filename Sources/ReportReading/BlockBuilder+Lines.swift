import Inspections

/// Adds lines to the blocks: whether a line begins a paragraph or an item, or goes on with the one above it.
extension BlockBuilder {
  mutating func take(_ line: Line, _ index: Int) {
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
    } else if let sign = line.bullet {
      takeBullet(sign, line, index)
    } else {
      takePlain(line, index)
    }
  }

  /// Whether the items of the current list are paragraphs, with bullets only inside them.
  var hasParagraphItems: Bool {
    let list = context.improvements.flatMap { framework.section(of: outline.entries[$0].meaning) }
    return list?.hasParagraphItems ?? false
  }

  /// Returns the lines that begin an item in the list that an entry opens.
  func beginnings(after entry: Int) -> Set<Int> {
    let first = outline.entries[entry].heading.lastLine + 1
    let last = outline.roles[first...].firstIndex { if case .heading = $0 { true } else { false } }
    let lines = (first..<(last ?? text.lines.count)).filter {
      outline.roles[$0] == .text && !bodies.lines.contains($0)
    }
    return ParagraphItems(text: text, lines: lines).beginnings
  }

  private mutating func takeParagraphItem(_ line: Line, _ index: Int) {
    let words = (bodies.starts[index] ?? line.range.lowerBound)..<line.range.upperBound
    if line.hasBullet {
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
    // No paragraph begins with a small letter or a bracket.
    if text.beginsLowerCase(line.range) || !sawBlank && text.bytes[line.range].first == 0x28 { return true }
    guard let above = flow.textLine(above: index) else { return false }
    if !sawBlank, !sawPageBreak {
      let spare = block.isItem ? LineFlow.roomToSpareBehindItem : LineFlow.roomToSpare
      return block.number != nil || !flow.endsSentence(above) || !flow.hasRoom(above, before: index, spare: spare)
        || block.isItem && itemFollows(index)
    }
    guard text.isComplete(block) else {
      if text.endsInJoint(above) { return true }
      return !block.isItem || !flow.hasRoom(above, before: index) || sawPageBreak && flow.isLong(above)
    }
    // Some extractions put a blank line after the number's line.
    if block.number != nil, block.firstLine == above, flow.isLong(above) { return true }
    return sawPageBreak && !flow.hasRoom(above, before: index)
  }

  /// Whether an item comes directly after the sentences that begin on a line: they are more of the item above them.
  private func itemFollows(_ index: Int) -> Bool {
    var end = index + 1
    // A bound, as each line of the sentences asks again.
    let limit = min(text.lines.count, index + Self.longestRemark)
    while end < limit, text.lines[end].isText, outline.roles[end] == .text, !text.lines[end].hasBullet {
      end += 1
    }
    return end < limit && text.lines[end].hasBullet && flow.endsSentence(end - 1)
  }

  /// The number of lines after which an item's sentences are paragraphs.
  private static let longestRemark = 60
}
