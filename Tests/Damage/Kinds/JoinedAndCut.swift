import Foundation
import Inspections

/// Reports joined with others, cut, or with their pages in another order; and texts that are no report.
extension DamageKind {
  private static func joined(
    _ name: String, _ expectation: Expectation,
    _ join: @escaping @Sendable (_ own: [String], _ other: Sample) -> [String]?
  ) -> DamageKind {
    DamageKind("joined: \(name)", expectation) { sample, other, _ in
      guard other.truth.slug != sample.truth.slug else { return [] }
      return join(sample.lines, other).map { [Copy($0)] } ?? []
    }
  }

  /// Returns the other report's front without its grades.
  private static func cover(of other: Sample) -> [String] {
    let first = other.title?.lowerBound ?? 0
    let end = max(other.dates?.upperBound ?? 0, other.title?.upperBound ?? 0)
    return Array(other.lines[max(0, first - 1)..<max(first, end)])
  }

  /// Returns the facts that a cover alone states.
  private static func coverTruth(_ other: Sample) -> Truth {
    var truth = other.truth
    truth.grades = [:]
    truth.lead = other.truth.lead
    return truth
  }

  private static func behindCover(_ name: String, _ between: [String]) -> DamageKind {
    DamageKind("joined: \(name)", .ambiguous) { sample, other, _ in
      guard other.title != nil, other.truth.slug != sample.truth.slug else { return [] }
      let own =
        sample.lines.first == "---" ? Array(sample.lines.dropFirst((sample.title?.lowerBound ?? 1) - 1)) : sample.lines
      return [Copy(cover(of: other) + between + own, truths: [sample.truth, coverTruth(other)])]
    }
  }

  private static func cut(
    _ name: String, _ expectation: Expectation,
    _ cut: @escaping @Sendable (_ lines: [String], _ sample: Sample, _ dice: inout Dice) -> [String]?
  ) -> DamageKind { .lines("cut: \(name)", expectation, cut) }

  /// Returns the lines as pages: separated by form feeds, or fifty lines each.
  private static func pages(_ lines: [String]) -> [[String]] {
    var pages: [[String]] = [[]]
    let hasFeeds = lines.contains { $0.hasPrefix("\u{0C}") }
    for (number, line) in lines.enumerated() {
      if hasFeeds ? line.hasPrefix("\u{0C}") : number % 50 == 0 && number > 0 { pages.append([]) }
      pages[pages.count - 1].append(line)
    }
    return pages
  }

  private static func paged(
    _ name: String, _ expectation: Expectation,
    _ change: @escaping @Sendable (_ pages: [[String]], _ dice: inout Dice) -> [[String]]
  ) -> DamageKind {
    .lines("pages: \(name)", expectation) { lines, _, dice in
      let pages = pages(lines)
      return pages.count > 2 ? Array(change(pages, &dice).joined()) : nil
    }
  }

  static let joinedAndCut: [DamageKind] = list {
    joined("another report behind a page break", .harmless) {
      $0 + ["\u{0C}" + ($1.lines.first ?? "")] + $1.lines.dropFirst()
    }
    joined("another report behind blank lines", .ambiguous) { $0 + ["", "", ""] + $1.lines }
    joined("another report without its header", .ambiguous) { own, other in
      other.title.map { own + ["\u{0C}"] + other.lines[$0.lowerBound...] }
    }
    joined("another report’s table at the end", .ambiguous) { own, other in
      other.tables.first.map { own + ["", other.authority, ""] + other.lines[$0.range] }
    }
    DamageKind("joined: another report’s body", .ambiguous) { sample, other, _ in
      guard other.truth.slug != sample.truth.slug else { return [] }
      // What the own text doesn't state at all is then the other's, without any sign of it.
      var mixed = sample.truth
      mixed.lead = mixed.lead ?? other.truth.lead
      mixed.grades.merge(other.truth.grades) { own, _ in own }
      return [Copy(sample.lines + [""] + other.lines.dropFirst(other.bodyStart), truths: [sample.truth, mixed])]
    }
    DamageKind("joined: own front, another report’s body", .ambiguous) { sample, other, _ in
      guard sample.truth.framework == other.truth.framework, sample.truth.slug != other.truth.slug,
        !sample.tables.isEmpty
      else { return [] }
      let lines = Array(sample.lines.prefix(sample.bodyStart)) + other.lines.dropFirst(other.bodyStart)
      // Facts that only the body states are then the other’s, without any sign of it.
      let overall = sample.framework.judgements.filter(\.isOverall).map(\.id)
      let front = sample.tables.filter { $0.range.lowerBound < sample.bodyStart }.flatMap(\.rows).map(\.id) + overall
      var mixed = sample.truth
      mixed.lead = other.lead == nil ? other.truth.lead : mixed.lead
      mixed.grades = other.truth.grades.merging(mixed.grades.filter { front.contains($0.key) }) { $1 }
      return [Copy(lines, truths: [mixed, other.truth])]
    }
    behindCover("behind another cover", [])
    behindCover("behind another cover and a page break", ["", "\u{0C}"])
    behindCover("behind another cover and a page number", ["", "1", ""])
    DamageKind("joined: an earlier report of the same authority", .ambiguous) { sample, _, _ in
      guard let start = sample.truth.start else { return [] }
      let earlier = sample.lines.map { $0.replacing("\(start.year)", with: "\(start.year - 3)") }
      return [Copy(sample.lines + ["\u{0C}"] + earlier.dropFirst(sample.title?.lowerBound ?? 0))]
    }
    DamageKind("joined: itself", .ambiguous) { sample, _, _ in
      [Copy(sample.lines + ["\u{0C}"] + sample.lines.dropFirst(sample.title?.lowerBound ?? 0))]
    }
    DamageKind("joined: pages of two reports in turn", .ambiguous) { sample, other, _ in
      let (own, others) = (pages(sample.lines), pages(other.lines))
      let mixed = own.indices.flatMap { own[$0] + (others.indices.contains($0) && $0 > 0 ? others[$0] : []) }
      return [Copy(mixed)]
    }
    cut("behind the front", .ambiguous) { lines, sample, _ in Array(lines.prefix(sample.bodyStart + 2)) }
    cut("in the table", .ambiguous) { lines, sample, dice in
      sample.tables.first.map { Array(lines.prefix($0.range.lowerBound + 2 + dice.below($0.range.count - 2))) }
    }
    cut("before the table", .ambiguous) { lines, sample, _ in
      sample.tables.first.map { Array(lines.prefix($0.range.lowerBound)) }
    }
    cut("before the last table", .ambiguous) { lines, sample, _ in
      sample.tables.count < 2 ? nil : sample.tables.last.map { Array(lines.prefix($0.range.lowerBound)) }
    }
    cut("somewhere", .ambiguous) { lines, _, dice in Array(lines.prefix(20 + dice.below(lines.count - 20))) }
    cut("in a heading", .ambiguous) { lines, sample, dice in
      dice.pick(sample.headings).map {
        Array(lines.prefix($0.range.lowerBound)) + [String(lines[$0.range.lowerBound].prefix(24))]
      }
    }
    cut("the title lost with all before the dates", .ambiguous) { lines, sample, _ in
      sample.dates.map { Array(lines.dropFirst($0.lowerBound)) }
    }
    cut("the front lost", .ambiguous) { lines, sample, _ in Array(lines.dropFirst(sample.bodyStart)) }
    cut("the first half lost", .ambiguous) { lines, _, _ in Array(lines.dropFirst(lines.count / 2)) }
    cut("a page’s worth lost from the middle", .ambiguous) { lines, sample, _ in
      Array(lines.prefix(sample.bodyStart + 10)) + lines.dropFirst(sample.bodyStart + 50)
    }
    cut("right ends of lines", .ambiguous) { lines, _, _ in lines.map { String($0.prefix(66)) } }
    cut("left ends of lines", .ambiguous) { lines, _, _ in lines.map { String($0.dropFirst(3)) } }
    paged("two swapped", .ambiguous) { pages, dice in
      var pages = pages
      let place = 1 + dice.below(pages.count - 2)
      pages.swapAt(place, place + 1)
      return pages
    }
    paged("one doubled", .ambiguous) { pages, dice in
      let place = dice.below(pages.count)
      return Array(pages[...place]) + pages[place...]
    }
    paged("one lost", .ambiguous) { pages, dice in
      var pages = pages
      pages.remove(at: 1 + dice.below(pages.count - 1))
      return pages
    }
    paged("the last first", .ambiguous) { pages, _ in [pages[pages.count - 1]] + pages.dropLast() }
    paged("in reverse order", .ambiguous) { pages, _ in pages.reversed() }
  }

  private static func none(_ name: String, _ words: @escaping @Sendable (_ sample: Sample) -> [String]) -> DamageKind {
    DamageKind("no report: \(name)", .unreadable) { sample, _, _ in
      guard sample.title != nil else { return [] }
      return [Copy(words(sample))]
    }
  }

  private static func titleLines(_ sample: Sample) -> [String] { sample.title.map { Array(sample.lines[$0]) } ?? [] }
  private static func dateLines(_ sample: Sample) -> [String] { sample.dates.map { Array(sample.lines[$0]) } ?? [] }

  static let noReports: [DamageKind] = list {
    none("nothing") { _ in [""] }
    none("blank lines and page breaks") { _ in ["", " ", "\u{0C}", "\t", ""] }
    none("the title alone") { titleLines($0) }
    none("a handbook") { sample in
      titleLines(sample) + ["", "Framework, evaluation criteria and inspector guidance", "", "Introduction", ""]
        + ["1. This document sets out how inspectors work.", "", "The judgements inspectors will make", ""]
        + sample.framework.judgements.flatMap { [$0.title, ""] }
        + sample.framework.scale.grades.flatMap {
          [$0.label, "", "It is likely to be \($0.label.lowercased()) if the criteria are met.", ""]
        }
    }
    none("an agenda item") { sample in
      ["Cabinet, 12 June 2024", "", "Agenda item 9", ""] + titleLines(sample) + [""] + dateLines(sample)
        + [
          "", "The Director reported the outcome. Members were told that services are good.", "",
          "RESOLVED that the report be noted.",
        ]
    }
    none("a press notice") { sample in
      ["Press notice", ""]
        + wrapped(
          "\(sample.authority) has welcomed the report “\(titleLines(sample).joined(separator: " "))”, published today, which finds that services for children are good."
        )
        + ["", "Notes to editors", "", "For more information ring the press office."]
    }
    none("a council’s answer") { sample in
      ["Our answer to the inspectorate", ""]
        + wrapped(
          "We thank inspectors for their report “\(titleLines(sample).joined(separator: " "))”. We accept its judgement that services are good, and will act on all it says."
        )
        + ["", "Signed", "The Director"]
    }
    none("a list of links") { sample in
      (1...6).flatMap {
        ["\($0). " + titleLines(sample).joined(separator: " "), "https://reports.example.org/\($0)", ""]
      }
    }
    none("a contents page") { sample in
      titleLines(sample) + ["", "Contents", ""] + sample.framework.judgements.map { "\($0.title) ........ 7" }
    }
  }
}
