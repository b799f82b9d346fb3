import ContentLoading
import Diagnostics
import Foundation
import Inspections
import Testing

@testable import ReportReading

/// Thousands of damaged copies of texts in the real layouts: whatever is lost, doubled, swapped, changed or torn, every
/// grade that is published is the original's.
@Suite("Damaged copies")
struct DamageTests {
  enum Damage: CaseIterable {
    case dropLine, dropLines, doubleLine, swapLines, moveLine, changeGrade, tearTable, scrambleColumns, shuffleLines
    case joinReport, misreadLetters, breakWords, dropBlankLines
  }

  /// A generator that gives the same numbers in every run.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = state
      mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      return mixed ^ (mixed >> 33)
    }
  }

  private static let words = ["Outstanding", "Good", "Adequate", "Requires improvement", "Inadequate"]

  /// What character recognition takes for what.
  private static let slips = [
    ("i", "l"), ("I", "l"), ("o", "0"), ("O", "0"), ("m", "rn"), ("d", "cl"), ("e", "c"), ("u", "ii"), ("g", "q"),
  ]

  private func isGradeLine(_ line: String) -> Bool {
    let line = line.lowercased()
    return line.count < 70 && Self.words.contains { line.contains($0.lowercased()) }
  }

  private func damaged(_ text: String, _ damage: Damage, other: String, _ dice: inout Dice) -> String {
    var lines = text.components(separatedBy: "\n")
    let front = min(lines.count - 2, 70)
    let place = Int.random(in: 0..<(Bool.random(using: &dice) ? front : lines.count - 1), using: &dice)
    switch damage {
    case .dropLine: lines.remove(at: place)
    case .dropLines: lines.removeSubrange(place..<min(place + 3, lines.count))
    case .doubleLine: lines.insert(lines[place], at: place)
    case .swapLines: lines.swapAt(place, place + 1)
    case .moveLine: lines.swapAt(place, Int.random(in: 0..<front, using: &dice))
    case .changeGrade:
      let grades = lines.indices.filter { isGradeLine(lines[$0]) }
      guard let line = grades.randomElement(using: &dice), let word = Self.words.randomElement(using: &dice),
        let old = Self.words.first(where: { lines[line].lowercased().contains($0.lowercased()) })
      else { break }
      lines[line] = lines[line].replacing(old, with: word).replacing(old.lowercased(), with: word.lowercased())
    case .tearTable:
      let block = lines[place..<min(place + 20, lines.count)].filter { !$0.isEmpty }
      let torn = block.filter { !isGradeLine($0) } + [""] + block.filter { isGradeLine($0) } + [""]
      lines.replaceSubrange(place..<min(place + 20, lines.count), with: torn)
    case .shuffleLines:
      let range = place..<min(place + 12, lines.count)
      lines.replaceSubrange(range, with: lines[range].shuffled(using: &dice))
    case .scrambleColumns:
      // All that is no grade first, then the grades in another order.
      let block = Array(lines[..<front])
      lines.replaceSubrange(
        ..<front, with: block.filter { !isGradeLine($0) } + block.filter { isGradeLine($0) }.shuffled(using: &dice))
    case .misreadLetters:
      for line in lines.indices where isGradeLine(lines[line]) && Bool.random(using: &dice) {
        guard let slip = Self.slips.randomElement(using: &dice),
          let place = lines[line].ranges(of: slip.0).randomElement(using: &dice)
        else { continue }
        lines[line].replaceSubrange(place, with: slip.1)
      }
    case .breakWords:
      for line in lines.indices where isGradeLine(lines[line]) && Bool.random(using: &dice) {
        guard let blank = lines[line].lastIndex(of: " "),
          lines[line].distance(from: blank, to: lines[line].endIndex) > 5
        else { continue }
        lines[line].insert(contentsOf: "-\n", at: lines[line].index(blank, offsetBy: 4))
      }
    case .dropBlankLines: lines.removeAll { $0.isEmpty && Int.random(in: 0..<3, using: &dice) > 0 }
    case .joinReport: lines += ["\u{0C}"] + other.components(separatedBy: "\n")
    }
    return lines.joined(separator: "\n")
  }

  /// Texts in the real layouts of which every grade is stated in two places, so that damage to one can be seen.
  private func texts() throws -> [String] {
    let content = try RealReports.shippedContent()
    return try content.reports.map { try String(contentsOf: URL(fileURLWithPath: $0), encoding: .utf8) }
  }

  @Test("no damaged copy publishes another grade than the original's")
  func neverWrong() throws {
    let content = try RealReports.shippedContent()
    let reader = ReportReader(frameworks: content.frameworks, register: content.register)
    var dice = Dice(state: 20_101_129)
    let texts = try texts()
    var counts = (copies: 0, kept: 0, flagged: 0, unseen: 0, misled: 0)
    for text in texts {
      let original = try #require(reader.read(Array(text.utf8), path: "original").report)
      let grades = Dictionary(uniqueKeysWithValues: original.judgements.map { ($0.id, $0) })
      for damage in Damage.allCases {
        for _ in 0..<24 {
          let other = texts.randomElement(using: &dice) ?? ""
          let copy = damaged(text, damage, other: other, &dice)
          counts.copies += 1
          guard let report = reader.read(Array(copy.utf8), path: "copy").report, report.framework == original.framework
          else { continue }
          for judgement in report.judgements {
            guard let grade = judgement.grade else {
              counts.flagged += 1
              if let first = judgement.evidence.first, first.grade != grades[judgement.id]?.grade { counts.misled += 1 }
              continue
            }
            let wanted = grades[judgement.id]
            // A grade stated once and changed there leaves nothing to tell by; the page says "stated once".
            if damage == .changeGrade, judgement.status == .single, wanted?.status == .single {
              counts.unseen += grade == wanted?.grade ? 0 : 1
              continue
            }
            counts.kept += 1
            #expect(grade == wanted?.grade, "\(damage): \(judgement.id) of \(original.authority.slug)")
          }
        }
      }
    }
    print(
      """
      damaged copies: \(counts.copies), grades kept \(counts.kept), flagged \(counts.flagged), changed where nothing \
      else tells \(counts.unseen), wrong if the first statement were taken \(counts.misled)
      """)
    #expect(counts.copies == texts.count * Damage.allCases.count * 24)
    #expect(counts.kept > counts.flagged * 4)
    // What weighing is for: whoever took the first statement of each conflict would have published these.
    #expect(counts.misled > 20)
  }
}
