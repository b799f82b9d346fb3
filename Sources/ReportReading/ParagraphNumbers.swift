import Diagnostics
import Inspections

/// Gives paragraphs back the numbers that extraction lost or moved into a sentence, and says so.
struct ParagraphNumbers {
  /// A paragraph's number and where it comes from.
  struct Assignment {
    var number: Int
    var numbering: Finding.Numbering
  }

  private let text: ReportText
  private let blocks: [Block]
  private(set) var assignments: [Int: Assignment] = [:]
  /// The range of a displaced number in the text of a block, so that it can be removed.
  private(set) var displaced: [Int: Range<Int>] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ blocks: [Block], in text: ReportText) {
    self.text = text
    self.blocks = blocks
    assign()
  }

  private mutating func assign() {
    var last: (number: Int, index: Int) = (0, -1)
    for (index, block) in blocks.enumerated() {
      guard let number = block.number else { continue }
      assignments[index] = Assignment(number: number, numbering: block.isNumberDisplaced ? .displaced : .printed)
      if number > last.number + 1 { fill(last.number + 1..<number, between: last.index, and: index) }
      last = (number, index)
    }
  }

  private mutating func fill(_ missing: Range<Int>, between first: Int, and second: Int) {
    var missing = Array(missing)
    var candidates = (first + 1..<second).filter { isCandidate(blocks[$0]) }
    for index in candidates {
      for number in missing {
        guard let range = displacement(of: number, in: blocks[index]) else { continue }
        assignments[index] = Assignment(number: number, numbering: .displaced)
        displaced[index] = range
        missing.removeAll { $0 == number }
        diagnostics.append(
          text.source.diagnostic(
            .note, .displacedNumber, "the number of paragraph \(number) is inside its sentence",
            line: text.lines[blocks[index].firstLine].number))
        break
      }
    }
    candidates.removeAll { assignments[$0] != nil }
    let bulleted = candidates.filter { blocks[$0].opensWithBullet }
    if bulleted.count == missing.count { candidates = bulleted }
    guard candidates.count == missing.count else {
      guard !missing.isEmpty else { return }
      let list =
        missing.count == 1 ? "paragraph \(missing[0])" : "paragraphs \(missing[0]) to \(missing[missing.count - 1])"
      diagnostics.append(
        text.source.diagnostic(
          .note, .missingNumber, "the number of \(list) was not found",
          line: text.lines[blocks[second].firstLine].number))
      return
    }
    for (index, number) in zip(candidates, missing) {
      assignments[index] = Assignment(number: number, numbering: .inferred)
      diagnostics.append(
        text.source.diagnostic(
          .note, .inferredNumber, "the number of paragraph \(number) is not printed",
          line: text.lines[blocks[index].firstLine].number))
    }
  }

  private func isCandidate(_ block: Block) -> Bool {
    block.kind == .paragraph && block.number == nil && block.context.improvements == nil
  }

  /// Returns the range of `6. ` inside a block's first lines, between two words of one sentence.
  private func displacement(of number: Int, in block: Block) -> Range<Int>? {
    let sign = Array(" \(number). ".utf8)
    for range in block.ranges.prefix(3) {
      guard range.count > sign.count else { continue }
      for start in range.lowerBound...(range.upperBound - sign.count) {
        guard text.bytes[start] == 0x20, text.bytes[start..<start + sign.count].elementsEqual(sign) else { continue }
        let after = start + sign.count
        let before = text.bytes[max(range.lowerBound, start - 1)]
        if after < range.upperBound, text.beginsLowerCase(after..<range.upperBound), before >= 0x61, before <= 0x7A {
          return start..<after - 1
        }
      }
    }
    return nil
  }
}
