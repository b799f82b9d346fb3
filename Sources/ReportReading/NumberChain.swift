/// Finds which numbers at the beginnings of lines are those of paragraphs.
///
/// A wrapped line may begin with any number (`18. The council`), and extraction loses some that belong. The numbers of
/// paragraphs rise by one; so the longest chain of rising numbers, with as few gaps as possible, is theirs.
enum NumberChain {
  /// A number at the beginning of a line.
  struct Candidate {
    /// The index of the line.
    let line: Int
    let number: Int
    /// The offset of the paragraph's first word.
    let textStart: Int
    /// Whether something ends just above: a sentence, a heading, a blank line.
    let isSetOff: Bool
  }

  /// The candidates among the lines that are text.
  static func candidates(in text: ReportText, outline: Outline) -> [Candidate] {
    var found: [Candidate] = []
    for index in text.lines.indices where index >= outline.frontEnd && outline.roles[index] == .text {
      let line = text.lines[index]
      guard line.isText, let (number, textStart) = number(on: line, in: text) else { continue }
      found.append(
        Candidate(
          line: index, number: number, textStart: textStart,
          isSetOff: line.hasBullet || outline.isApart(index, in: text)))
    }
    return found
  }

  private static func number(on line: Line, in text: ReportText) -> (number: Int, textStart: Int)? {
    let digits = text.bytes[line.range].prefix { $0.isASCIIDigit }
    let rest = text.bytes[digits.endIndex..<line.range.upperBound]
    guard (1...3).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)), number > 0,
      let sign = rest.first, [0x2E, 0x29].contains(sign)
    else { return nil }
    let words = rest.dropFirst()
    // Some extraction keeps no blank after the number: `10.Good use is made …`.
    guard words.first.map({ $0 <= 0x20 || (0x41...0x5A).contains($0) }) ?? true else { return nil }
    return (number, words.firstIndex { $0 > 0x20 } ?? words.endIndex)
  }

  /// The chain, in the order of the text.
  static func choose(_ candidates: [Candidate]) -> [Candidate] {
    guard !candidates.isEmpty else { return [] }
    var score = [Double](repeating: 0, count: candidates.count)
    var previous = [Int?](repeating: nil, count: candidates.count)
    for (index, candidate) in candidates.enumerated() {
      let own = candidate.isSetOff ? 1.0 : 0.35
      var best = -min(Double(candidate.number - 1) * 0.3, 3)
      for earlier in max(0, index - 400)..<index {
        let step = candidate.number - candidates[earlier].number
        // A list or another report in the file may begin again at 1.
        let link: Double? = step > 0 ? -0.35 * Double(step - 1) : candidate.number == 1 ? -2.2 : nil
        if let link, step <= 14, score[earlier] + link > best {
          best = score[earlier] + link
          previous[index] = earlier
        }
      }
      score[index] = own + best
    }
    guard let last = score.indices.max(by: { score[$0] < score[$1] }), score[last] > 0 else { return [] }
    var chain: [Candidate] = []
    var next: Int? = last
    while let index = next {
      chain.append(candidates[index])
      next = previous[index]
    }
    return chain.reversed()
  }
}
