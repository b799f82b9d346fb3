import Inspections
package import ReportReading

/// Titles of judgements with one word replaced, dropped or added, where they are printed.
package struct Paraphrase: Sendable {
  /// The place where a title is changed.
  package enum Place: String, Sendable, CaseIterable { case table, body, both }

  /// The change to one of its words.
  package enum Change: String, Sendable, CaseIterable { case replaced, dropped, added }

  /// A copy of a text in which one title is changed.
  package struct Copy: Sendable {
    package let id: String
    package let place: Place
    package let change: Change
    package let title: String
    package let bytes: [UInt8]
  }

  /// The results of some copies.
  package struct Tally: Sendable {
    package var copies = 0
    /// The number of copies in which the changed title’s grade is published under its identifier.
    package var placed = 0
    /// The number of copies in which it is published as printed.
    package var asPrinted = 0
    package var wrong = 0
    /// The number of the other titles’ grades, and how many of them are published under their identifiers.
    package var others = 0
    package var othersPlaced = 0

    package init() {}
  }

  private static let synonyms = [
    "impact": "effect", "leaders": "managers", "social": "children’s", "work": "casework", "practice": "work",
    "families": "parents", "experiences": "lives", "progress": "development", "need": "require", "help": "support",
    "protection": "safety", "care": "public care", "leavers": "leavers from care", "looked": "cared",
    "achieving": "reaching",
    "permanence": "permanent homes", "adoption": "adoptive", "performance": "results", "leadership": "direction",
    "management": "managing", "governance": "oversight", "overall": "general", "effectiveness": "quality",
    "capacity": "ability", "improvement": "improving", "improve": "improving", "young": "younger", "safe": "secure",
    "quality": "standard", "provision": "services", "contribution": "part", "health": "medical", "agencies": "bodies",
    "ambition": "aims", "prioritisation": "priorities", "assurance": "control", "partnership": "joint",
    "equality": "fairness",
    "diversity": "difference", "healthy": "well", "staying": "keeping", "enjoying": "liking", "positive": "good",
    "economic": "financial", "outcomes": "results", "board": "partnership", "local": "area",
  ]
  private static let added = ["all", "local", "the council’s", "other", "different"]

  /// Returns a title with one of its words changed.
  static func changed(_ title: String, _ change: Change, _ dice: inout Dice) -> String? {
    var words = title.split(separator: " ").map(String.init)
    let places = words.indices.filter { words[$0].count > 2 && words[$0].first?.isLetter == true }
    guard places.count > 1, let place = dice.pick(places) else { return nil }
    switch change {
    case .replaced: words[place] = synonyms[words[place].letters] ?? "other"
    case .dropped: words.remove(at: place)
    case .added: words.insert(dice.pick(added) ?? "all", at: place)
    }
    return words.joined(separator: " ")
  }

  /// Returns the copies of a text: each title that has a grade, in each place, by each change.
  package static func copies(of sample: Sample) -> [Copy] {
    var copies: [Copy] = []
    for id in sample.truth.grades.keys.sorted() {
      for place in Place.allCases {
        for change in Change.allCases {
          var dice = Dice(sample.name, id, place.rawValue, change.rawValue)
          guard let (title, lines) = changed(sample, id, place, change, &dice) else { continue }
          copies.append(
            Copy(id: id, place: place, change: change, title: title, bytes: Array(lines.joined(separator: "\n").utf8)))
        }
      }
    }
    return copies
  }

  private static func changed(
    _ sample: Sample, _ id: String, _ place: Place, _ change: Change, _ dice: inout Dice
  ) -> (String, [String])? {
    var edits: [(Range<Int>, [String])] = []
    var title: String?
    if place != .body {
      for table in sample.tables {
        for row in table.rows where row.id == id {
          guard let new = changed(row.titleText, change, &dice), let range = sample.titleLines(of: row, in: table)
          else {
            return nil
          }
          title = new
          // A row on one line keeps its grade there.
          let grade =
            range.count == row.title.count && sample.lines[range.lowerBound].contains("\t")
            ? "\t" + row.gradeText : ""
          edits.append((range, grade.isEmpty ? wrapped(new, at: 44) : [new + grade]))
        }
      }
    }
    if place != .table, let heading = sample.headings.first(where: { $0.id == id }) {
      guard let (words, rest) = sample.parts(of: heading), let new = changed(words, change, &dice) else { return nil }
      title = title ?? new
      edits.append((heading.range.lowerBound..<(heading.gradeLine + 1), wrapped(new + rest.0, at: 64) + rest.1))
    }
    guard let title, place != .both || edits.count > 1 else { return nil }
    var lines = sample.lines
    for (range, new) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      lines.replaceSubrange(range, with: new)
    }
    return (title, lines)
  }

  /// Reads the copies of some texts.
  package static func run(
    _ samples: [Sample], reader: ReportParser
  ) -> (tallies: [String: Tally], failures: [(Copy, String, [String])]) {
    var tallies: [String: Tally] = [:]
    var failures: [(Copy, String, [String])] = []
    for sample in samples {
      for copy in copies(of: sample) {
        var tally = tallies["\(copy.place.rawValue), \(copy.change.rawValue)"] ?? Tally()
        tally.copies += 1
        tally.others += sample.truth.grades.count - 1
        if let report = reader.read(copy.bytes, path: sample.name, sha256: "").report {
          let lies = sample.truth.lies(of: report, titles: sample.titles, contradicted: [], near: nil)
          if !lies.isEmpty {
            tally.wrong += 1
            failures.append((copy, sample.name, lies))
          }
          for judgement in report.judgements where judgement.grade != nil {
            if judgement.id == copy.id { tally.placed += 1 } else if judgement.id != nil { tally.othersPlaced += 1 }
            if judgement.id == nil { tally.asPrinted += 1 }
          }
        }
        tallies["\(copy.place.rawValue), \(copy.change.rawValue)"] = tally
      }
    }
    return (tallies, failures)
  }
}

extension Sample {
  /// Returns the lines of a row's title.
  fileprivate func titleLines(of row: Row, in table: Table) -> Range<Int>? {
    table.range.first { place in
      place + row.title.count <= lines.count
        && (Array(lines[place..<(place + row.title.count)]) == row.title
          || row.title.count == 1 && lines[place].hasPrefix(row.title[0] + "\t"))
    }.map { $0..<($0 + row.title.count) }
  }

  /// Returns a heading's title, and the text after it: on the same lines, and on lines below.
  fileprivate func parts(of heading: Heading) -> (String, (String, [String]))? {
    let above = lines[heading.range.lowerBound..<heading.gradeLine].filter { !$0.isEmpty }
    let last = lines[heading.gradeLine]
    if last.first?.isUppercase == true, !above.isEmpty { return (above.joined(separator: " "), ("", ["", last])) }
    let whole = (above + [last]).joined(separator: " ")
    for mark in [":", " is that it", " that it"] {
      if let found = whole.ranges(of: mark).last {
        return (String(whole[..<found.lowerBound]), (String(whole[found.lowerBound...]), []))
      }
    }
    return nil
  }
}
