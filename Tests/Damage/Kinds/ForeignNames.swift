import Foundation

/// Names of other authorities where a report may print them, and its own name damaged.
extension DamageKind {
  private static func front(
    _ name: String, _ expectation: Expectation, behindTitle: Bool = false,
    _ words: @escaping @Sendable (_ other: Sample) -> [String]
  ) -> DamageKind {
    DamageKind("foreign name: \(name)", expectation) { sample, other, _ in
      guard let title = sample.title else { return [] }
      var lines = sample.lines
      lines.insert(contentsOf: words(other), at: behindTitle ? title.upperBound : title.lowerBound)
      return [Copy(lines)]
    }
  }

  /// Returns a kind that changes the report's own name as the front prints it.
  private static func named(
    _ name: String, _ expectation: Expectation,
    _ change: @escaping @Sendable (_ name: String, _ dice: inout Dice) -> String?
  ) -> DamageKind {
    DamageKind("name: \(name)", expectation) { sample, _, dice in
      let front = sample.lines.prefix(sample.bodyStart).joined(separator: "\n")
      let rest = sample.lines.dropFirst(sample.bodyStart).joined(separator: "\n")
      guard let new = change(sample.authority, &dice), new != sample.authority else { return [] }
      let pattern = sample.authority.split(separator: " ").map(NSRegularExpression.escaped).joined(separator: "\\s+")
      guard let found = front.ranges(matching: pattern).last else { return [] }
      return [Copy(Array((front.replacingCharacters(in: found, with: new) + "\n" + rest).utf8))]
    }
  }

  static let foreignNames: [DamageKind] = list {
    front("inspectors seconded from", .ambiguous) { ["Inspectors seconded from", $0.authority] }
    front("an address block", .ambiguous) { [$0.authority, "County Hall", "1 High Street", "Anytown AN1 1AA", ""] }
    front("a running head", .ambiguous) {
      ["Inspection of \($0.authority) local authority children’s services", "12 to 23 May 2025", "", "10", ""]
    }
    front("a quoted title", .ambiguous) {
      ["See also: Inspection of \($0.authority) local authority children’s services", ""]
    }
    front("a bare quoted title", .ambiguous) { ["Area SEND inspection of \($0.authority) Local Area Partnership", ""] }
    front("a committee’s cover", .ambiguous) {
      ["\($0.authority)", "Cabinet, 12 June 2024", "Agenda item 9", "Report of the Director", ""]
    }
    front("a covering letter", .ambiguous) {
      ["Dear colleague,", "", "Please find enclosed the report that \($0.authority) asked for.", ""]
    }
    front("printed by", .ambiguous) { ["Printed by \($0.authority)"] }
    front("a file name", .ambiguous) { ["\($0.truth.slug)-ilacs-2024.pdf", ""] }
    front("an address of the web", .ambiguous) { ["https://www.\($0.truth.slug).gov.uk/reports", ""] }
    front("behind the title", .ambiguous, behindTitle: true) { ["Inspectors seconded from \($0.authority)"] }
    front("alone behind the title", .ambiguous, behindTitle: true) { [$0.authority] }
    front("joint with, behind the title", .ambiguous, behindTitle: true) { ["carried out with \($0.authority)", ""] }
    front("alone before the title", .ambiguous) { [$0.authority] }
    DamageKind("foreign name: beside the title", .ambiguous) { sample, other, _ in
      guard let title = sample.title else { return [] }
      var lines = sample.lines
      lines[title.lowerBound] += "                    \(other.authority)"
      return [Copy(lines)]
    }
    DamageKind("foreign name: beside the dates", .ambiguous) { sample, other, _ in
      guard let dates = sample.dates else { return [] }
      var lines = sample.lines
      lines[dates.upperBound - 1] += "          \(other.authority)"
      return [Copy(lines)]
    }
    DamageKind("foreign name: running heads", .harmless) { sample, other, _ in
      var lines = sample.lines
      for gap in sample.gaps.reversed() where gap % 5 == 0 {
        lines.insert(
          contentsOf: [
            "", "Inspection of \(other.authority) local authority children’s services", "", "\(gap / 40 + 2)", "",
          ],
          at: gap)
      }
      return [Copy(lines)]
    }
    DamageKind.inserted("foreign name: in a sentence", .harmless) { _, other, _ in
      wrapped("Leaders learn from \(other.authority), which inspectors visited in the same month.")
    }
    DamageKind.inserted("foreign name: a heading", .harmless) { _, other, _ in [other.authority] }
    DamageKind("foreign name: the own name lost", .ambiguous) { sample, other, _ in
      let text = sample.text.replacing(sample.authority, with: "").replacing(
        sample.authority.split(separator: " ").joined(separator: "\n"), with: "")
      guard text != sample.text else { return [] }
      return [Copy(Array((text + "\n\nWith thanks to \(other.authority).\n").utf8))]
    }
  }

  static let damagedNames: [DamageKind] = list {
    named("in upper case", .harmless) { name, _ in name.uppercased() }
    named("a line end in it", .harmless) { name, _ in name.replacing(" ", with: "\n") }
    named("two blanks in it", .harmless) { name, _ in name.replacing(" ", with: "  ") }
    named("no-break blanks in it", .harmless) { name, _ in name.replacing(" ", with: "\u{A0}") }
    named("without its blanks", .harmless) { name, _ in name.replacing(" ", with: "") }
    named("a blank lost", .harmless) { name, _ in
      name.firstIndex(of: " ").map { name.replacingCharacters(in: $0...$0, with: "") }
    }
    named("a hyphen and line end in it", .harmless) { name, _ in
      name.count > 8 ? String(name.prefix(4)) + "-\n" + name.dropFirst(4) : nil
    }
    named("a soft hyphen in it", .harmless) { name, _ in String(name.prefix(4)) + "\u{AD}" + name.dropFirst(4) }
    named("a zero-width blank in it", .harmless) { name, _ in String(name.prefix(5)) + "\u{200B}" + name.dropFirst(5) }
    named("a footnote digit", .harmless) { name, _ in name + "1" }
    named("“Council” behind it", .harmless) { name, _ in name.contains("Council") ? nil : name + " Council" }
    named("“local authority” behind it", .ambiguous) { name, _ in name + " local authority" }
    named("“the council of” before it", .ambiguous) { name, _ in "the Council of the " + name }
    named("a letter misread", .ambiguous) { name, dice in
      var letters = Array(name)
      let place = dice.below(letters.count)
      letters[place] = "#"
      return String(letters)
    }
    named("a letter for another", .ambiguous) { name, _ in name.replacing("m", with: "rn").replacing("l", with: "1") }
    named("cut in half", .ambiguous) { name, _ in String(name.prefix(name.count / 2)) }
    named("last word lost", .ambiguous) { name, _ in name.contains(" ") ? name.droppingLastWord : nil }
    named("in quotes", .ambiguous) { name, _ in "‘\(name)’" }
  }
}
