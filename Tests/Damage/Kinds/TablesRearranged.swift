import Foundation

/// Tables whose columns, lines or rows were put together in another way.
extension DamageKind {
  private static func padded(_ words: String, _ width: Int) -> String {
    words + String(repeating: " ", count: max(2, width - words.count))
  }

  private static func width(_ rows: [Row]) -> Int { (rows.flatMap(\.title).map(\.count).max() ?? 0) + 6 }

  /// Returns `pdftotext -layout`’s print: each grade beside a line of its title, some lines higher or lower.
  private static func layout(_ rows: [Row], gradeOnLine line: (Row) -> Int, skew: Int = 0) -> [String] {
    var titles: [String] = []
    var places: [Int] = []
    for row in rows {
      places.append(titles.count + line(row) + skew)
      titles += row.title + [""]
    }
    let least = min(0, places.min() ?? 0)
    titles = Array(repeating: "", count: -least) + titles
    places = places.map { $0 - least }
    titles += Array(repeating: "", count: max(0, (places.max() ?? 0) - titles.count + 1))
    for (row, place) in zip(rows, places) { titles[place] = padded(titles[place], width(rows)) + row.gradeText }
    return titles
  }

  private static func joined(_ name: String, _ expectation: Expectation, _ separator: String) -> DamageKind {
    .table(name, expectation) { rows, _ in oneLine(rows) { $0 + separator + $1 } }
  }

  /// Returns each row on a line of its own.
  private static func oneLine(_ rows: some Collection<Row>, _ line: (_ title: String, _ grade: String) -> String)
    -> [String]
  {
    rows.map { line($0.titleText, $0.gradeText) } + [""]
  }

  static let tablesRearranged: [DamageKind] = list {
    DamageKind.table("all titles, then all grades", .ambiguous) { rows, _ in
      titles(rows) + grades(rows)
    }
    DamageKind.table("all grades, then all titles", .ambiguous) { rows, _ in
      grades(rows) + titles(rows)
    }
    DamageKind.table("all titles, then the grades but one", .ambiguous) { rows, _ in
      titles(rows) + grades(rows.dropFirst())
    }
    DamageKind.table("all titles but one, then all grades", .ambiguous) { rows, _ in
      titles(rows.dropLast()) + grades(rows)
    }
    DamageKind.table("all titles, then all grades in another order", .ambiguous) { rows, dice in
      titles(rows) + grades(rows.shuffled(using: &dice))
    }
    DamageKind.table("all titles, then all grades, without blanks", .ambiguous) { rows, _ in
      rows.flatMap(\.title) + rows.flatMap(\.grade)
    }
    DamageKind.table("columns under their heads", .ambiguous) { rows, _ in
      ["Judgement", ""] + titles(rows) + ["Grade", ""] + grades(rows)
    }
    DamageKind.table("grades on one line behind the titles", .ambiguous) { rows, _ in
      titles(rows) + [rows.map(\.gradeText).joined(separator: " "), ""]
    }
    DamageKind.table("titles on one line before the grades", .ambiguous) { rows, _ in
      [rows.map(\.titleText).joined(separator: " "), ""] + grades(rows)
    }
    DamageKind.table("all in one paragraph", .ambiguous) { rows, _ in
      wrapped(rows.map { $0.titleText + " " + $0.gradeText }.joined(separator: " ")) + [""]
    }
    joined("title and grade joined by a blank", .harmless, " ")
    joined("by a tab", .harmless, "\t")
    joined("by blanks", .harmless, "        ")
    joined("by a colon", .harmless, ": ")
    joined("by a dash", .harmless, " – ")
    joined("by dots", .harmless, " ........ ")
    joined("by a bar", .harmless, " | ")
    joined("by quotes", .ambiguous, "\",\"")
    DamageKind.table("a Markdown table", .harmless) { rows, _ in
      ["| Judgement | Grade |", "| --- | --- |"] + oneLine(rows) { "| \($0) | \($1) |" }
    }
    DamageKind.table("a Markdown table, last cell empty", .ambiguous) { rows, _ in
      ["| Judgement | Grade |", "| --- | --- |"]
        + oneLine(rows.dropLast()) { "| \($0) | \($1) |" }.dropLast()
        + oneLine(rows.suffix(1)) { title, _ in "| \(title) |  |" }
    }
    DamageKind.table("grade beside the first line of its title", .harmless) { rows, _ in layout(rows) { _ in 0 } }
    DamageKind.table("grade beside the last line of its title", .harmless) { rows, _ in
      layout(rows) { $0.title.count - 1 }
    }
    DamageKind.table("grades a line above", .ambiguous) { rows, _ in layout(rows, gradeOnLine: { _ in 0 }, skew: -1) }
    DamageKind.table("grades two lines above", .ambiguous) { rows, _ in layout(rows, gradeOnLine: { _ in 0 }, skew: -2)
    }
    DamageKind.table("grades a line below", .ambiguous) { rows, _ in
      layout(rows, gradeOnLine: { $0.title.count - 1 }, skew: 1)
    }
    DamageKind.table("grades two lines below", .ambiguous) { rows, _ in
      layout(rows, gradeOnLine: { $0.title.count - 1 }, skew: 2)
    }
    DamageKind.table("grades beside the row above", .ambiguous) { rows, _ in
      let grades = rows.map(\.gradeText)
      return [padded("", width(rows)) + grades[0]]
        + rows.indices.map {
          $0 + 1 < rows.count ? padded(rows[$0].titleText, width(rows)) + grades[$0 + 1] : rows[$0].titleText
        } + [""]
    }
    DamageKind.table("grades beside the row below", .ambiguous) { rows, _ in
      let grades = rows.map(\.gradeText)
      return rows.indices.map {
        $0 > 0 ? padded(rows[$0].titleText, width(rows)) + grades[$0 - 1] : rows[$0].titleText
      } + [padded("", width(rows)) + (grades.last ?? ""), ""]
    }
    DamageKind.table("each grade on the next title’s line", .ambiguous) { rows, _ in
      rows[0].title
        + (1..<rows.count).flatMap { ["", rows[$0 - 1].gradeText + " " + rows[$0].titleText] }
        + ["", rows.last?.gradeText ?? "", ""]
    }
    DamageKind.table("grades in the first column", .ambiguous) { rows, _ in
      oneLine(rows) { padded($1, 34) + $0 }
    }
    DamageKind.table("grade between the lines of its title", .ambiguous) { rows, _ in
      rows.flatMap { row in
        row.title.count > 1 ? [row.title[0]] + row.grade + Array(row.title[1...]) + [""] : stacked([row])
      }
    }
    DamageKind.table("two rows side by side", .ambiguous) { rows, _ in
      stride(from: 0, to: rows.count, by: 2).flatMap { place -> [String] in
        guard place + 1 < rows.count else { return stacked([rows[place]]) }
        let (left, right) = (rows[place], rows[place + 1])
        return [padded(left.titleText, 90) + right.titleText, padded(left.gradeText, 90) + right.gradeText, ""]
      }
    }
    DamageKind.table("without blank lines", .harmless) { rows, _ in rows.flatMap { $0.title + $0.grade } + [""] }
    DamageKind.table("blank lines between all lines", .harmless) { rows, _ in
      rows.flatMap { ($0.title + $0.grade).flatMap { [$0, ""] } }
    }
    DamageKind.table("three blank lines between rows", .harmless) { rows, _ in
      rows.flatMap { stacked([$0]) + ["", ""] }
    }
    DamageKind.table("rows in reverse order", .harmless) { rows, _ in stacked(rows.reversed()) }
    DamageKind.table("rows in another order", .harmless) { rows, dice in stacked(rows.shuffled(using: &dice)) }
    DamageKind.table("titles on one line each", .harmless) { rows, _ in
      stacked(rows.map { Row(id: "", title: [$0.titleText], grade: [$0.gradeText]) })
    }
    DamageKind.table("a word a line in titles", .harmless) { rows, _ in
      stacked(rows.map { Row(id: "", title: wrapped($0.titleText, at: 12), grade: $0.grade) })
    }
    DamageKind.table("grades broken over lines", .harmless) { rows, _ in
      stacked(rows.map { Row(id: "", title: $0.title, grade: wrapped($0.gradeText, at: 11)) })
    }
    DamageKind.table("a page break between rows", .harmless) { rows, _ in
      stacked(Array(rows[..<2])) + ["1", "", "\u{0C}" + rows[2].title[0]] + rows[2].title.dropFirst()
        + [""] + rows[2].grade + [""] + stacked(Array(rows[3...]))
    }
    DamageKind.table("a page break between a title and its grade", .harmless) { rows, _ in
      stacked([rows[0]]) + rows[1].title + ["", "1", "", "\u{0C}" + rows[1].grade[0]] + rows[1].grade.dropFirst()
        + [""] + stacked(Array(rows[2...]))
    }
    DamageKind.table("a page number behind every grade", .harmless) { rows, _ in
      rows.enumerated().flatMap { stacked([$1]) + ["\($0 + 4)", ""] }
    }
    DamageKind.table("heads between rows", .harmless) { rows, _ in
      stacked(Array(rows[..<2])) + ["Judgement", "", "Grade", ""] + stacked(Array(rows[2...]))
    }
    DamageKind.table("the table twice", .harmless) { rows, _ in stacked(rows) + stacked(rows) }
    DamageKind.table("the table twice, the second a row up", .ambiguous) { rows, _ in
      stacked(rows) + (shifted(rows, by: 1) ?? [])
    }
    DamageKind.table("the table twice, the first a row up", .ambiguous) { rows, _ in
      (shifted(rows, by: 1) ?? []) + stacked(rows)
    }
    DamageKind.table("every line of the table twice", .ambiguous) { rows, _ in stacked(rows).flatMap { [$0, $0] } }
    DamageKind.table("every grade twice", .ambiguous) { rows, _ in rows.flatMap { stacked([$0]) + $0.grade + [""] } }
    DamageKind.table("footnote digits on grades", .harmless) { rows, _ in
      rows.enumerated().flatMap { stacked([Row(id: "", title: $1.title, grade: [$1.gradeText + "\($0 % 3 + 1)"])]) }
    }
    DamageKind.table("footnote marks on grades", .harmless) { rows, _ in
      rows.enumerated().flatMap { stacked([Row(id: "", title: $1.title, grade: [$1.gradeText + " [\($0 + 1)]"])]) }
    }
    DamageKind.table("stars on grades", .harmless) { rows, _ in
      stacked(rows.map { Row(id: "", title: $0.title, grade: ["**" + $0.gradeText + "**"]) })
    }
    DamageKind.table("full stops behind grades", .harmless) { rows, _ in
      stacked(rows.map { Row(id: "", title: $0.title, grade: [$0.gradeText + "."]) })
    }
    DamageKind.table("numbered titles", .harmless) { rows, _ in
      rows.enumerated().flatMap { place, row in
        stacked([Row(id: "", title: ["\(place + 1). " + row.titleText.drop { !$0.isLetter }], grade: row.grade)])
      }
    }
  }
}
