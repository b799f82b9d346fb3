import Foundation
import Inspections

/// Tables of other times, other bodies and no time at all beside the report's own.
extension DamageKind {
  /// Returns the rows with another grade each.
  private static func changed(_ rows: [Row], _ sample: Sample, _ dice: inout Dice) -> [Row] {
    rows.map { row in
      let key = sample.truth.grades[row.id] ?? ""
      return Row(id: row.id, title: row.title, grade: [sample.otherGrade(than: key, &dice)])
    }
  }

  private enum Place { case before, after, end }

  /// Returns a kind with a table of the same titles and other grades, under lines that say what it is.
  private static func second(
    _ name: String, _ expectation: Expectation, _ place: Place, only count: Int? = nil,
    own: @escaping @Sendable ([Row]) -> [Row] = { $0 }, under head: @escaping @Sendable (_ other: Sample) -> [String]
  ) -> DamageKind {
    DamageKind(name, expectation) { sample, other, dice in
      guard let table = sample.tables.first, table.rows.count > 1 else { return [] }
      var rows = changed(table.rows, sample, &dice)
      if let count { rows = Array(rows.suffix(count)) }
      let new = head(other) + [""] + stacked(rows)
      var lines = sample.lines
      let gap = sample.gaps.first
      if place == .end { lines += [""] + new }
      // Behind all tables: what comes below a head in the middle of a record may be of its time.
      let end = sample.tables.last?.range.upperBound ?? table.range.upperBound
      if place == .after { lines.insert(contentsOf: [""] + new, at: gap ?? end) }
      lines.replaceSubrange(table.range, with: (place == .before ? new : []) + stacked(own(table.rows)))
      return [Copy(lines)]
    }
  }

  private static func withoutLast(_ rows: [Row]) -> [Row] { Array(rows.dropLast()) }

  private static func lastUnreadable(_ rows: [Row]) -> [Row] {
    var rows = rows
    rows[rows.count - 1].grade = ["#####"]
    return rows
  }

  /// Adds a box of another establishment: one of the report's titles, or a bare “Overall effectiveness”, with a grade.
  private static func box(
    _ name: String, _ expectation: Expectation, ownLost: Bool = false, _ head: [String], title: String
  ) -> DamageKind {
    DamageKind(name, expectation) { sample, _, dice in
      guard let gap = sample.gaps.last, sample.framework.scale.grades.count > 3 else { return [] }
      let overall = sample.framework.judgements.first(where: \.isOverall).flatMap { sample.truth.grades[$0.id] }
      let new = head + ["", title, "", sample.otherGrade(than: overall ?? "good", &dice)]
      var lines = sample.inserting(new, at: gap).lines
      if ownLost {
        guard let table = sample.tables.first, table.range.lowerBound < gap else { return [] }
        lines.replaceSubrange(table.range, with: stacked(Array(table.rows.dropLast())))
      }
      return [Copy(lines)]
    }
  }

  /// Returns the scale, as reports explain it.
  private static func legend(_ sample: Sample, meanings: Bool) -> [String] {
    sample.framework.scale.grades.flatMap { grade in
      [grade.label]
        + (meanings ? wrapped("A service of which inspectors could say that it is \(grade.label.lowercased()).") : [])
        + [""]
    }
  }

  private static func ticked(
    _ name: String, _ cell: @escaping @Sendable (_ label: String, _ isChosen: Bool) -> String, onOneLine: Bool
  ) -> DamageKind {
    DamageKind(name, .ambiguous) { sample, _, _ in
      guard let table = sample.tables.first else { return [] }
      var lines = sample.lines
      lines.replaceSubrange(
        table.range,
        with: table.rows.flatMap { row -> [String] in
          let key = sample.truth.grades[row.id] ?? ""
          let cells = sample.framework.scale.grades.map { cell($0.label, $0.key == key) }
          return row.title + (onOneLine ? [cells.joined(separator: "  ")] : cells) + [""]
        })
      return [Copy(lines)]
    }
  }

  static let secondTables: [DamageKind] = list {
    second("previous table behind", .harmless, .after) { _ in ["Judgements at the previous inspection"] }
    second("previous table at the end", .harmless, .end) { _ in ["Previous inspection (March 2009)"] }
    second("outcome of the last inspection behind", .harmless, .after) { _ in
      ["Outcome of the last inspection, which took place in June 2008"]
    }
    second("previous table before", .ambiguous, .before) { _ in ["Judgements at the previous inspection"] }
    second("previous table before, plain words", .ambiguous, .before) { _ in ["How services were graded in 2008:"] }
    second("previous table, own row lost", .ambiguous, .after, own: withoutLast) { _ in
      ["Judgements at the previous inspection"]
    }
    second("previous table at the end, own row lost", .ambiguous, .end, own: withoutLast) { _ in
      ["Grades in the last report"]
    }
    second("previous table, own grade unreadable", .ambiguous, .after, own: lastUnreadable) { _ in
      ["Judgements at the previous inspection"]
    }
    second("previous table, own table lost", .ambiguous, .after, own: { _ in [] }) { _ in
      ["Judgements at the previous inspection"]
    }
    second("previous row alone, own row lost", .ambiguous, .after, only: 1, own: withoutLast) { _ in
      ["At the inspection of May 2009"]
    }
    second("table of another authority behind", .harmless, .end) { ["Inspection of \($0.authority)", "Grades"] }
    second("table of another authority, own row lost", .ambiguous, .end, own: withoutLast) {
      ["The judgements for \($0.authority), for comparison"]
    }
    second("table of another authority before", .ambiguous, .before) { ["\($0.authority): grades of the neighbour"] }
    second("self-evaluation behind", .ambiguous, .after) { _ in ["The council’s own evaluation of itself"] }
    second("self-evaluation, own row lost", .ambiguous, .after, own: withoutLast) { _ in
      ["The council’s self-assessment, as sent to inspectors"]
    }
    second("targets behind", .ambiguous, .end) { _ in ["What the council aims for by the next inspection"] }
    second("targets, own row lost", .ambiguous, .end, own: withoutLast) { _ in ["Target grades for the next inspection"]
    }
    second("second table without a word, own row lost", .ambiguous, .end, own: withoutLast) { _ in [] }
    DamageKind("a column of previous grades", .ambiguous) { sample, _, dice in
      guard let table = sample.tables.first else { return [] }
      let previous = changed(table.rows, sample, &dice)
      var lines = sample.lines
      lines.replaceSubrange(
        table.range,
        with: ["Judgement\tThis inspection\tLast inspection"]
          + zip(table.rows, previous).map { "\($0.titleText)\t\($0.gradeText)\t\($1.gradeText)" } + [""])
      return [Copy(lines)]
    }
    DamageKind("a column of previous grades first", .ambiguous) { sample, _, dice in
      guard let table = sample.tables.first else { return [] }
      let previous = changed(table.rows, sample, &dice)
      var lines = sample.lines
      lines.replaceSubrange(
        table.range,
        with: ["Judgement", "Last inspection", "This inspection", ""]
          + zip(table.rows, previous).flatMap { row, old -> [String] in
            row.title + [""] + old.grade + [""] + row.grade + [""]
          })
      return [Copy(lines)]
    }
    DamageKind("previous grade in brackets", .ambiguous) { sample, _, dice in
      guard let table = sample.tables.first else { return [] }
      let previous = changed(table.rows, sample, &dice)
      var lines = sample.lines
      lines.replaceSubrange(
        table.range,
        with: zip(table.rows, previous).flatMap { $0.title + ["", "\($0.gradeText) (previously \($1.gradeText))", ""] })
      return [Copy(lines)]
    }
    box(
      "children’s home box", .harmless, ["Inspection of the council’s children’s home, May 2009"],
      title: "Overall effectiveness")
    box(
      "children’s home box, own row lost", .ambiguous, ownLost: true,
      ["Inspection of the council’s children’s home, May 2009"], title: "Overall effectiveness")
    box("fostering box", .harmless, ["Fostering service"], title: "Overall effectiveness")
    box(
      "fostering box, own row lost", .ambiguous, ownLost: true, ["The fostering service, inspected separately"],
      title: "Overall effectiveness")
    box("adoption agency box", .harmless, ["Voluntary adoption agency"], title: "Leadership and management")
    box("secure home box", .ambiguous, ["Secure children’s home"], title: "The quality of care")
    box(
      "school box, own row lost", .ambiguous, ownLost: true, ["Residential special school"],
      title: "Overall effectiveness")
    DamageKind.inserted("legend in the body", .harmless) { sample, _, _ in
      sample.framework.scale.grades.isEmpty
        ? nil : ["What the inspection judgements mean", ""] + legend(sample, meanings: true)
    }
    DamageKind.inserted("bare legend in the body", .ambiguous) { sample, _, _ in
      sample.framework.scale.grades.isEmpty ? nil : legend(sample, meanings: false)
    }
    DamageKind("legend behind the table", .ambiguous) { sample, _, _ in
      sample.tables.first.map { table in
        [Copy(sample.inserting(["Grades"] + legend(sample, meanings: false), at: table.range.upperBound).lines)]
      } ?? []
    }
    DamageKind("legend before the table", .ambiguous) { sample, _, _ in
      sample.tables.first.map { table in
        [Copy(sample.inserting(legend(sample, meanings: false), at: table.range.lowerBound).lines)]
      } ?? []
    }
    DamageKind("legend for the last grade", .ambiguous) { sample, _, _ in
      guard let table = sample.tables.first else { return [] }
      var lines = sample.lines
      lines.replaceSubrange(
        table.range,
        with: stacked(Array(table.rows.dropLast())) + (table.rows.last?.title ?? []) + [""]
          + legend(sample, meanings: false))
      return [Copy(lines)]
    }
    ticked("tick boxes", { ($1 ? "✓ " : "") + $0 }, onOneLine: false)
    ticked("tick boxes behind", { $0 + ($1 ? " ☑" : " ☐") }, onOneLine: false)
    ticked("tick boxes on one line", { ($1 ? "[x] " : "[ ] ") + $0 }, onOneLine: true)
    ticked("crosses on one line", { ($1 ? "☒ " : "☐ ") + $0 }, onOneLine: true)
    ticked("ticks lost", { label, _ in label }, onOneLine: false)
    ticked("ticks lost on one line", { label, _ in label }, onOneLine: true)
  }
}
