import Diagnostics
import Inspections

/// Gives paragraphs back the numbers that extraction lost or moved into a sentence, and says so.
struct ParagraphNumbers {
  private let text: ReportText
  private let blocks: [Block]
  /// The number of each block that is a numbered paragraph, and where it comes from.
  private(set) var assignments: [Int: (number: Int, numbering: Finding.Numbering)] = [:]
  /// The range of a displaced number in the text of a block, so that it can be removed.
  private(set) var displaced: [Int: Range<Int>] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ blocks: [Block], in text: ReportText) {
    self.text = text
    self.blocks = blocks
    var last: (number: Int, index: Int) = (0, -1)
    for (index, block) in blocks.enumerated() {
      guard let number = block.number else { continue }
      assignments[index] = (number, block.isNumberDisplaced ? .displaced : .printed)
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
        assignments[index] = (number, .displaced)
        displaced[index] = range
        missing.removeAll { $0 == number }
        note(.displacedNumber, "the number of paragraph \(number) is inside its sentence", on: blocks[index])
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
      return note(.missingNumber, "the number of \(list) was not found", on: blocks[second])
    }
    for (index, number) in zip(candidates, missing) {
      assignments[index] = (number, .inferred)
      note(.inferredNumber, "the number of paragraph \(number) is not printed", on: blocks[index])
    }
  }

  private mutating func note(_ code: DiagnosticCode, _ message: String, on block: Block) {
    diagnostics.append(text.source.diagnostic(.note, code, message, line: text.lines[block.firstLine].number))
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
