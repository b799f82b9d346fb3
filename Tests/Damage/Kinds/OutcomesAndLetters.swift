import Foundation
import Inspections

/// Reports with an outcome in a sentence, letters, and dates of publication.
extension DamageKind {
  private static let outcomes = [
    "typically positive experiences":
      "The local area partnership’s arrangements typically lead to positive experiences and outcomes for children and young people with special educational needs and/or disabilities (SEND).",
    "inconsistent experiences":
      "The local area partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people with special educational needs and/or disabilities (SEND).",
    "widespread and/or systemic failings":
      "There are widespread and/or systemic failings leading to significant concerns about the experiences and outcomes of children and young people with special educational needs and/or disabilities (SEND).",
  ]
  private static let years = [
    "typically positive experiences": "The next full area SEND inspection will be within approximately 5 years.",
    "inconsistent experiences": "The next full area SEND inspection will be within approximately 3 years.",
    "widespread and/or systemic failings":
      "A monitoring inspection will be carried out within approximately 18 months.",
  ]

  /// Returns a kind that puts words in the place of an outcome's, or behind a paragraph of the body.
  private static func outcome(
    _ name: String, _ expectation: Expectation, isContradicted: Bool = false,
    inBody: Bool = false, _ words: @escaping @Sendable (_ other: String, _ authority: String) -> String
  ) -> DamageKind {
    DamageKind("outcome: \(name)", expectation) { sample, other, dice in
      guard let own = sample.truth.grades["outcome"], sample.framework.judgements.count == 1,
        let head = sample.lines.firstIndex(where: { $0.letters == "inspectionoutcome" }),
        let end = sample.lines[head...].firstIndex(of: ""),
        let key = dice.pick(outcomes.keys.filter { $0 != own }.sorted()), let gap = dice.pick(sample.gaps)
      else { return [] }
      let made = sample.inserting(wrapped(words(key, other.authority)), at: inBody ? gap : end)
      var copy = Copy(made.lines)
      if isContradicted {
        copy.contradicted = ["outcome"]
        copy.place = made.place
      }
      return [copy]
    }
  }

  /// Returns a kind that removes the sentence of the outcome or of its consequence, or replaces it with another's.
  private static func changedOutcome(
    _ name: String, _ expectation: Expectation, _ pattern: String,
    _ words: @escaping @Sendable (_ other: String) -> String
  ) -> DamageKind {
    DamageKind("outcome: \(name)", expectation) { sample, _, dice in
      guard let own = sample.truth.grades["outcome"], let found = sample.text.ranges(matching: pattern).first,
        let key = dice.pick(outcomes.keys.filter { $0 != own }.sorted())
      else { return [] }
      var copy = Copy(Array(sample.text.replacingCharacters(in: found, with: words(key)).utf8))
      if !words(key).isEmpty {
        let line = sample.text[..<found.lowerBound].count { $0 == "\n" } + 1
        copy.contradicted = ["outcome"]
        copy.place = max(1, line - 4)...(line + 6)
      }
      return [copy]
    }
  }

  private static let nextInspection = "(The next full area SEND|A monitoring) inspection will be[^.]*\\."

  static let outcomesInSentences: [DamageKind] = list {
    outcome("another’s sentence too", .ambiguous, isContradicted: true) { other, _ in outcomes[other] ?? "" }
    outcome("another’s sentence in the body", .ambiguous, isContradicted: true, inBody: true) { other, _ in
      outcomes[other] ?? ""
    }
    outcome("another’s next inspection too", .ambiguous, isContradicted: true) { other, _ in years[other] ?? "" }
    changedOutcome("another’s next inspection", .ambiguous, nextInspection) { years[$0] ?? "" }
    changedOutcome("next inspection lost", .harmless, nextInspection) { _ in "" }
    changedOutcome(
      "the sentence lost", .ambiguous, "The local area partnership’s arrangements[^.]*\\.|There are widespread[^.]*\\."
    ) {
      _ in ""
    }
    outcome("of the previous inspection", .harmless, inBody: true) { other, _ in
      "At the previous inspection, in 2018, inspectors reported of the partnership: “\(outcomes[other] ?? "")”"
    }
    outcome("of another area", .harmless, inBody: true) { other, authority in
      "In the area of \(authority), inspectors found \(other) in the same year."
    }
    outcome("the three that there are", .harmless, inBody: true) { _, _ in
      "Inspections of this kind have one of three outcomes: typically positive experiences and outcomes; inconsistent experiences and outcomes; widespread and/or systemic failings."
    }
    outcome("a remark on some children", .harmless, inBody: true) { _, _ in
      "For some children, late plans lead to inconsistent help from week to week."
    }
    DamageKind.lines("outcome: its heading lost", .ambiguous) { lines, _, _ in
      lines.firstIndex { $0.letters == "inspectionoutcome" }.map { place in
        lines.indices.filter { $0 != place }.map { lines[$0] }
      }
    }
    DamageKind.lines("outcome: cut in its sentence", .ambiguous) { lines, _, _ in
      lines.firstIndex { $0.letters == "inspectionoutcome" }.map { Array(lines.prefix($0 + 2)) }
    }
  }

  /// Returns a kind that changes a letter's own words for its days.
  private static func letter(
    _ name: String, _ expectation: Expectation, _ words: @escaping @Sendable (Dates) -> String
  ) -> DamageKind {
    DamageKind("letter: \(name)", expectation) { sample, _, _ in
      let pattern = "This inspection took place from [^.]*\\."
      guard let found = sample.text.ranges(matching: pattern).first, let start = sample.truth.start,
        let end = sample.truth.end
      else { return [] }
      let new = words(Dates(label: "", start: start, end: end))
      return [Copy(Array(sample.text.replacingCharacters(in: found, with: new).utf8))]
    }
  }

  static let lettersOfAreas: [DamageKind] = list {
    letter("on one line", .ambiguous) { "This inspection took place from \($0.from) to \($0.to)." }
    letter("days joined by a dash", .ambiguous) { "This inspection took place from \($0.from) – \($0.to)." }
    letter("between and", .ambiguous) { "This inspection took place between \($0.from) and \($0.to)." }
    letter("a line end in the first day", .ambiguous) {
      "This inspection took place from \($0.from.replacing(" ", with: "\n")) to \($0.to)."
    }
    letter("second day unreadable", .ambiguous) { "This inspection took place from \($0.from) to ## #### ####." }
    letter("second day lost", .ambiguous) { "This inspection took place from \($0.from)." }
    letter("an earlier inspection before", .ambiguous) {
      "An earlier inspection took place from 3 June 2007 to 7 June 2007. This inspection took place from \($0.from) to \($0.to)."
    }
    letter("an earlier inspection behind", .ambiguous) {
      "This inspection took place from \($0.from) to \($0.to). The one before took place from 3 June 2007 to 7 June 2007."
    }
    letter("the sentence lost", .ambiguous) { _ in "" }
    DamageKind.lines("letter: the day of writing lost", .ambiguous) { lines, sample, _ in
      sample.framework.front.opensWithDate ? Array(lines.dropFirst()) : nil
    }
    DamageKind.lines("letter: another day first", .ambiguous) { lines, sample, _ in
      sample.framework.front.opensWithDate ? ["Our reference: 2031-04-03/17", ""] + lines : nil
    }
  }

  /// Returns a kind that changes the line of the publication date.
  private static func published(
    _ name: String, _ expectation: Expectation, _ words: @escaping @Sendable (_ line: String) -> [String]
  ) -> DamageKind {
    .lines("published: \(name)", expectation) { lines, sample, _ in
      guard sample.truth.published != nil,
        let place = lines.prefix(60).firstIndex(where: { $0.contains(/^\s*(Report published|Published):/) })
      else { return nil }
      var lines = lines
      lines.replaceSubrange(place...place, with: words(lines[place]))
      return lines
    }
  }

  static let publishedDays: [DamageKind] = list {
    published("lost", .ambiguous) { _ in [] }
    published("unreadable", .ambiguous) { line in ["\(line.prefix(9)): ## ####"] }
    published("day unreadable", .ambiguous) { [$0.replacing(/:\s*\d+/, with: ": ??")] }
    published("year cut", .ambiguous) { [String($0.dropLast(2))] }
    published("month and year alone", .ambiguous) { [$0.replacing(/:\s*\d+\s/, with: ": ")] }
    published("on the next line", .harmless) { $0.replacing(": ", with: ":\n").components(separatedBy: "\n") }
    published("of the previous report before", .ambiguous) { ["Previous report published: 3 August 2007", $0] }
    published("of the previous report behind", .ambiguous) { [$0, "Previous report published: 3 August 2007"] }
    published("of the previous report, own lost", .ambiguous) { _ in ["Previous report published: 3 August 2007"] }
    published("a day of printing, own lost", .ambiguous) { _ in ["Printed: 3 August 2031"] }
    published("with an ordinal", .harmless) { [$0.replacing(/(\d+)\s/) { "\($0.output.1)th " }] }
    published("in upper case", .harmless) { [$0.uppercased()] }
  }
}
