import Foundation

/// Tables whose titles and grades are no longer in their places.
extension DamageKind {
  /// Returns rows as most reports print them: a title, a blank line, its grade, a blank line.
  static func stacked(_ rows: [Row]) -> [String] { rows.flatMap { stacked($0) } }

  static func titles(_ rows: some Sequence<Row>) -> [String] { rows.flatMap { $0.title + [""] } }

  static func grades(_ rows: some Sequence<Row>) -> [String] { rows.flatMap { $0.grade + [""] } }

  /// Returns each grade before its title.
  private static func backwards(_ rows: some Sequence<Row>) -> [String] {
    rows.flatMap { $0.grade + [""] + $0.title + [""] }
  }

  private static func stacked(_ row: Row) -> [String] {
    row.title + (row.title.isEmpty ? [] : [""]) + row.grade + (row.grade.isEmpty ? [] : [""])
  }

  /// Returns a kind that removes one part of one row.
  private static func losing(
    _ name: String, _ place: @escaping @Sendable (Int) -> Int, _ change: @escaping @Sendable (inout Row) -> Void
  ) -> DamageKind {
    .table(name, .ambiguous) { rows, _ in
      var rows = rows
      change(&rows[place(rows.count)])
      return stacked(rows)
    }
  }

  static let tablesSlipped: [DamageKind] = list {
    losing("first grade lost", { _ in 0 }, { $0.grade = [] })
    losing("middle grade lost", { $0 / 2 }, { $0.grade = [] })
    losing("last grade lost", { $0 - 1 }, { $0.grade = [] })
    losing("first title lost", { _ in 0 }, { $0.title = [] })
    losing("middle title lost", { $0 / 2 }, { $0.title = [] })
    losing("last title lost", { $0 - 1 }, { $0.title = [] })
    losing("a row lost", { $0 / 2 }, { $0 = Row(id: "", title: [], grade: []) })
    losing("a title’s last line lost", { $0 / 2 }, { $0.title.removeLast() })
    losing("a title’s first line lost", { $0 / 2 }, { $0.title.removeFirst() })
    losing("last title’s last word lost", { $0 - 1 }, { $0.title = [$0.titleText.droppingLastWord] })
    losing("a grade unreadable", { $0 / 2 }, { $0.grade = ["#####"] })
    losing("last grade unreadable", { $0 - 1 }, { $0.grade = ["▯▯▯▯"] })
    losing("a grade is a page number", { $0 / 2 }, { $0.grade = ["7"] })
    losing("a grade is a dash", { $0 / 2 }, { $0.grade = ["–"] })
    losing("a grade is a reference", { $0 / 2 }, { $0.grade = ["See paragraph 14"] })
    losing("a grade cut short", { $0 / 2 }, { $0.grade = [String($0.gradeText.prefix(3))] })
    DamageKind.table("grades a row up, last without", .ambiguous) { rows, _ in shifted(rows, by: 1) }
    DamageKind.table("grades two rows up, last two without", .ambiguous, rows: 4) { rows, _ in shifted(rows, by: 2) }
    DamageKind.table("grades a row down, first without", .ambiguous) { rows, _ in shifted(rows, by: -1) }
    DamageKind.table("grades a row down, the last loose below", .ambiguous) { rows, _ in
      (shifted(rows, by: -1) ?? []) + (rows.last?.grade ?? []) + [""]
    }
    DamageKind.table("grades a row up, the first loose above", .ambiguous) { rows, _ in
      rows[0].grade + [""] + (shifted(rows, by: 1) ?? [])
    }
    DamageKind.table("grades a row up, a page number last", .ambiguous) { rows, _ in
      (shifted(rows, by: 1) ?? []) + ["1"]
    }
    DamageKind.table("grades a row up, “Not applicable” last", .ambiguous) { rows, _ in
      (shifted(rows, by: 1) ?? []) + ["Not applicable"]
    }
    DamageKind.table("half the grades a row up", .ambiguous, rows: 4) { rows, _ in
      let half = rows.count / 2
      return stacked(Array(rows[..<half])) + (shifted(Array(rows[half...]), by: 1) ?? [])
    }
    DamageKind.table("each grade before its title", .ambiguous) { rows, _ in backwards(rows) }
    DamageKind.table("each grade on the line before its title", .ambiguous) { rows, _ in
      rows.flatMap { $0.grade + $0.title }
    }
    DamageKind.table("each grade before its title, first lost", .ambiguous) { rows, _ in
      Array(backwards(rows).dropFirst(rows[0].grade.count + 1))
    }
    DamageKind.table("each grade before its title, last title lost", .ambiguous) { rows, _ in
      backwards(rows.dropLast()) + (rows.last?.grade ?? [])
    }
    DamageKind.table("one grade before its title", .ambiguous) { rows, dice in
      let place = dice.below(rows.count)
      return rows.indices.flatMap {
        $0 == place ? rows[$0].grade + [""] + rows[$0].title + [""] : stacked(rows[$0])
      }
    }
    DamageKind.table("loose grade above", .ambiguous) { rows, dice in [other(rows, &dice), ""] + stacked(rows) }
    DamageKind.table("loose grade below", .ambiguous) { rows, dice in stacked(rows) + [other(rows, &dice), ""] }
    DamageKind.table("loose grade between rows", .ambiguous) { rows, dice in
      let half = rows.count / 2
      return stacked(Array(rows[..<half])) + [other(rows, &dice), ""] + stacked(Array(rows[half...]))
    }
    DamageKind.table("loose grade above, last grade lost", .ambiguous) { rows, dice in
      var rows = rows
      rows[rows.count - 1].grade = []
      return [other(rows, &dice), ""] + stacked(rows)
    }
    DamageKind.table("two titles, then their grades", .ambiguous) { rows, dice in
      let place = dice.below(rows.count - 1)
      let pair = rows[place...(place + 1)]
      return stacked(Array(rows[..<place])) + titles(pair) + grades(pair)
        + stacked(Array(rows[(place + 2)...]))
    }
    DamageKind.table("two titles, then their grades, the other way", .ambiguous) { rows, dice in
      let place = dice.below(rows.count - 1)
      let pair = rows[place...(place + 1)]
      return stacked(Array(rows[..<place])) + titles(pair)
        + grades(pair.reversed()) + stacked(Array(rows[(place + 2)...]))
    }
    DamageKind.table("a grade parted by the next title", .ambiguous) { rows, _ in
      guard let place = rows.dropLast().firstIndex(where: { $0.gradeText.contains(" ") }) else { return nil }
      let words = rows[place].gradeText.split(separator: " ", maxSplits: 1).map(String.init)
      return stacked(Array(rows[..<place])) + rows[place].title + ["", words[0]] + rows[place + 1].title
        + ["", words[1], ""] + rows[place + 1].grade + [""] + stacked(Array(rows[(place + 2)...]))
    }
    DamageKind.table("a title parted by the grade before", .ambiguous) { rows, _ in
      guard let place = rows.dropFirst().firstIndex(where: { $0.title.count > 1 }) else { return nil }
      var rows = rows
      let first = rows[place].title.removeFirst()
      return stacked(Array(rows[..<(place - 1)])) + rows[place - 1].title + [first] + rows[place - 1].grade + [""]
        + stacked(Array(rows[place...]))
    }
    DamageKind.table("only the first row left", .ambiguous) { rows, _ in stacked([rows[0]]) }
    DamageKind.table("only titles left", .ambiguous) { rows, _ in titles(rows) }
    DamageKind.table("only grades left", .ambiguous) { rows, _ in grades(rows) }
    DamageKind.table("cut after the second row", .ambiguous) { rows, _ in stacked(Array(rows[..<2])) }
    DamageKind.table("cut in the third title", .ambiguous) { rows, _ in
      stacked(Array(rows[..<2])) + [String(rows[2].titleText.prefix(18))]
    }
  }

  /// Returns each title with the grade of a later row, the last without; of an earlier row if `count` is negative.
  static func shifted(_ rows: [Row], by count: Int) -> [String]? {
    stacked(
      rows.indices.map { place in
        let from = place + count
        return Row(id: "", title: rows[place].title, grade: rows.indices.contains(from) ? rows[from].grade : [])
      })
  }

  /// Returns a grade of the table; one that the first row does not have, if there is one.
  private static func other(_ rows: [Row], _ dice: inout Dice) -> String {
    dice.pick(rows.map(\.gradeText).filter { $0 != rows[0].gradeText }) ?? "Good"
  }
}
