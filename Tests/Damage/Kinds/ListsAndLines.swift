import Foundation

/// Lists in another print, and single lines lost, doubled, swapped or torn at random.
extension DamageKind {
  private static func bullet(_ name: String, _ expectation: Expectation, _ new: String) -> DamageKind {
    .lines("bullets: \(name)", expectation) { lines, _, _ in
      lines.map { $0.replacing(/^(\s*)(◼|•|▪)\s+/) { "\($0.output.1)\(new) " } }
    }
  }

  private static func isGradeLine(_ line: String) -> Bool {
    let line = line.lowercased()
    return line.count < 70
      && ["outstanding", "good", "adequate", "requires improvement"].contains { line.contains($0) }
  }

  private static func places(_ lines: [String], _ sample: Sample, _ dice: inout Dice) -> Int {
    dice.below(dice.oneIn(2) ? max(2, min(lines.count, sample.bodyStart + 2)) : lines.count - 1)
  }

  static let lists: [DamageKind] = list {
    bullet("dashes", .ambiguous, "-")
    bullet("dots", .harmlessToLists, "•")
    bullet("squares", .harmlessToLists, "◼")
    bullet("small squares", .harmlessToLists, "▪")
    bullet("private characters", .harmlessToLists, "\u{F0B7}")
    bullet("U+0083", .harmlessToLists, "\u{83}")
    bullet("U+0084", .harmlessToLists, "\u{84}")
    bullet("stars", .ambiguous, "*")
    bullet("the letter o", .ambiguous, "o")
    bullet("lost", .ambiguous, "")
    bullet("question marks", .ambiguous, "?")
    DamageKind.lines("bullets: alone on their lines", .harmlessToLists) { lines, _, _ in
      lines.flatMap { line -> [String] in
        guard let found = line.firstMatch(of: /^\s*(◼|•|▪)\s+/) else { return [line] }
        return [String(found.output.1), "", String(line[found.range.upperBound...])]
      }
    }
    DamageKind.lines("bullets: a blank line before each", .harmlessToLists) { lines, _, _ in
      lines.flatMap { $0.contains(/^\s*(◼|•|▪)\s/) ? ["", $0] : [$0] }
    }
    DamageKind.lines("bullets: a page break before one", .harmlessToLists) { lines, sample, dice in
      let bullets = lines.indices.filter { lines[$0].contains(/^\s*(◼|•|▪)\s/) }
      guard let place = dice.pick(bullets.dropFirst()) else { return nil }
      var lines = lines
      lines[place] = "\u{0C}" + lines[place]
      lines.insert(contentsOf: ["", "4", ""], at: place)
      return lines
    }
    DamageKind.lines("bullets: a page break in one", .harmlessToLists) { lines, _, dice in
      let bullets = lines.indices.filter {
        lines[$0].contains(/^\s*(◼|•|▪)\s.{60}/) && $0 + 1 < lines.count && !lines[$0 + 1].isEmpty
          && !lines[$0 + 1].contains(/^\s*(◼|•|▪)\s/)
      }
      guard let place = dice.pick(bullets) else { return nil }
      var lines = lines
      lines[place + 1] = "\u{0C}" + lines[place + 1].trimmingCharacters(in: .whitespaces)
      lines.insert(contentsOf: ["", "4", ""], at: place + 1)
      return lines
    }
    DamageKind.lines("bullets: not indented", .harmlessToLists) { lines, _, _ in
      lines.map { $0.hasPrefix("  ") ? $0.trimmingCharacters(in: .whitespaces) : $0 }
    }
  }

  static let randomLines: [DamageKind] = list {
    DamageKind.lines("a line lost", .ambiguous) { lines, sample, dice in
      var lines = lines
      lines.remove(at: places(lines, sample, &dice))
      return lines
    }
    DamageKind.lines("three lines lost", .ambiguous) { lines, sample, dice in
      var lines = lines
      let place = places(lines, sample, &dice)
      lines.removeSubrange(place..<min(place + 3, lines.count))
      return lines
    }
    DamageKind.lines("a line of the front lost", .ambiguous) { lines, sample, dice in
      var lines = lines
      lines.remove(at: dice.below(sample.bodyStart))
      return lines
    }
    DamageKind.lines("a line doubled", .ambiguous) { lines, sample, dice in
      var lines = lines
      let place = places(lines, sample, &dice)
      lines.insert(lines[place], at: place)
      return lines
    }
    DamageKind.lines("two lines changed over", .ambiguous) { lines, sample, dice in
      var lines = lines
      let place = places(lines, sample, &dice)
      lines.swapAt(place, place + 1)
      return lines
    }
    DamageKind.lines("a line moved", .ambiguous) { lines, sample, dice in
      var lines = lines
      let place = places(lines, sample, &dice)
      // With a grade in another’s place, the text is another report.
      guard !isGradeLine(lines[place]) else { return nil }
      lines.insert(lines.remove(at: place), at: dice.below(min(lines.count, sample.bodyStart + 20)))
      return lines
    }
    DamageKind.lines("titles before grades in part", .ambiguous) { lines, sample, dice in
      var lines = lines
      let place = places(lines, sample, &dice)
      let end = min(place + 20, lines.count)
      let block = lines[place..<end].filter { !$0.isEmpty }
      lines.replaceSubrange(
        place..<end, with: block.filter { !isGradeLine($0) } + [""] + block.filter(isGradeLine) + [""])
      return lines
    }
    DamageKind.lines("lines shuffled in part", .ambiguous) { lines, sample, dice in
      guard sample.headings.count > 2 else { return nil }
      var lines = lines
      let place = places(lines, sample, &dice)
      let range = place..<min(place + 12, lines.count)
      let order = range.filter { !isGradeLine(lines[$0]) }
      let shuffled = order.map { lines[$0] }.shuffled(using: &dice)
      for (place, line) in zip(order, shuffled) where !sample.tables.contains(where: { $0.range.contains(place) }) {
        lines[place] = line
      }
      return lines
    }
    DamageKind.lines("letters of grades misread", .ambiguous) { lines, _, dice in
      let slips = [("i", "l"), ("o", "0"), ("m", "rn"), ("d", "cl"), ("e", "c"), ("u", "ii"), ("g", "q"), ("G", "C")]
      return lines.map { line in
        guard isGradeLine(line), dice.oneIn(2), let slip = dice.pick(slips), let found = line.ranges(of: slip.0).last
        else { return line }
        return line.replacingCharacters(in: found, with: slip.1)
      }
    }
    DamageKind.lines("words of grades broken", .ambiguous) { lines, _, dice in
      lines.flatMap { line -> [String] in
        guard isGradeLine(line), dice.oneIn(2), let blank = line.lastIndex(of: " "),
          line.distance(from: blank, to: line.endIndex) > 5
        else { return [line] }
        let cut = line.index(blank, offsetBy: 4)
        return [line[..<cut] + "-", String(line[cut...])]
      }
    }
    DamageKind.lines("noise between lines", .ambiguous) { lines, _, dice in
      lines.flatMap { dice.oneIn(12) ? ["~ . ' ,", $0] : [$0] }
    }
    DamageKind.lines("letters lost everywhere", .ambiguous) { lines, _, dice in
      lines.map { String($0.filter { !$0.isLowercase || !dice.oneIn(40) }) }
    }
  }
}
