import Foundation

/// Titles of reports changed: words added, left out, in another order, damaged.
extension DamageKind {
  private static func titled(
    _ name: String, _ expectation: Expectation,
    _ change: @escaping @Sendable (_ title: String, _ dice: inout Dice) -> String?
  ) -> DamageKind {
    DamageKind("title: \(name)", expectation) { sample, _, dice in
      guard let range = sample.title, let new = change(sample.lines[range].joined(separator: " "), &dice) else {
        return []
      }
      var lines = sample.lines
      lines.replaceSubrange(range, with: new.components(separatedBy: "\n").flatMap { wrapped($0, at: 60) })
      return lines == sample.lines ? [] : [Copy(lines)]
    }
  }

  private static func swapping(_ name: String, _ expectation: Expectation, _ old: String, _ new: String) -> DamageKind {
    titled(name, expectation) { title, _ in title.contains(old) ? title.replacing(old, with: new) : nil }
  }

  static let titles: [DamageKind] = list {
    swapping("“Full inspection of”", .harmless, "nspection of", "nspection of the whole of")
    swapping("“Short inspection of”", .harmless, "Inspection of", "Short inspection of")
    swapping("“Report on the inspection of”", .harmless, "Inspection of", "Report on the inspection of")
    swapping("without “local authority”", .harmless, " local authority", "")
    swapping("“children’s social care”", .harmless, "children’s services", "children’s social care services")
    swapping("straight apostrophe", .harmless, "’", "'")
    swapping("without apostrophe", .harmless, "’", "")
    swapping("a blank for the apostrophe", .harmless, "’", " ")
    swapping("“council’s” added", .harmless, "local authority", "council’s")
    swapping("“and” as a sign", .harmless, " and ", " & ")
    swapping("a word doubled", .harmless, " of ", " of of ")
    swapping("Inspection misread", .harmless, "nspection", "nspecti0n")
    swapping("services misread", .harmless, "ervices", "crvices")
    swapping("Reinspection without hyphen", .harmless, "Re-inspection", "Reinspection")
    swapping("framework in brackets", .harmless, "Inspection of", "Inspection (under the new framework) of")
    titled("a framework’s letters behind", .harmless) { title, _ in title + " (final report)" }
    titled("in upper case", .harmless) { title, _ in title.uppercased() }
    titled("in lower case", .harmless) { title, _ in title.lowercased() }
    titled("on one line", .harmless) { title, _ in title.replacing("\n", with: " ") }
    titled("a word a line", .harmless) { title, _ in title.replacing(" ", with: "\n") }
    titled("“Ofsted report:” before", .harmless) { title, _ in "Ofsted report: " + title }
    titled("a Markdown heading", .harmless) { title, _ in "# " + title }
    titled("in bold", .harmless) { title, _ in "**" + title + "**" }
    titled("last word lost", .ambiguous) { title, _ in title.droppingLastWord }
    titled("first word lost", .ambiguous) { title, _ in title.split(separator: " ").dropFirst().joined(separator: " ") }
    titled("a word left out", .ambiguous) { title, dice in
      var words = title.split(separator: " ")
      words.remove(at: dice.below(words.count))
      return words.joined(separator: " ")
    }
    titled("two words changed over", .ambiguous) { title, dice in
      var words = title.split(separator: " ")
      guard words.count > 3 else { return nil }
      let place = dice.below(words.count - 1)
      words.swapAt(place, place + 1)
      return words.joined(separator: " ")
    }
    titled("letters lost", .ambiguous) { title, dice in
      String(title.filter { !$0.isLowercase || !dice.oneIn(9) })
    }
    titled("lost", .ambiguous) { _, _ in "" }
    titled("cut in half", .ambiguous) { title, _ in String(title.prefix(title.count / 2)) }
    titled("of another framework", .ambiguous) { _, _ in "Joint targeted area inspection of" }
  }
}
