internal import Diagnostics
internal import Inspections

/// Reads the record of corrected mistakes, `Content/corrections.csv`.
enum CorrectionLoader {
  /// The columns, in the order of the shipped file. Only the last may be empty.
  static let columns = ["date", "report", "what", "was", "is", "reason", "reported_by"]

  /// Returns the corrections of a file, in its order, and its problems; a line with a mistake is left out.
  static func load(_ source: SourceText) -> (corrections: [Correction], problems: [Diagnostic]) {
    let table = CSVDocument(source, columns: columns)
    var problems = table.problems
    let corrections = table.rows.compactMap { row -> Correction? in
      let empty = columns.dropLast().filter { row[$0].isEmpty }
      problems += empty.map { row.error("the column “\($0)” is empty", in: $0) }
      guard empty.isEmpty, let date = row.date("date", &problems) else { return nil }
      return Correction(
        date: date, report: row["report"], what: row["what"], was: row["was"], now: row["is"], reason: row["reason"],
        reportedBy: row.text("reported_by"), location: row.location(of: "report"))
    }
    return (corrections, problems)
  }
}
