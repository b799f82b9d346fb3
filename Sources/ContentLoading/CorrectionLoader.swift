internal import Diagnostics
internal import Inspections

/// Reads the record of corrected mistakes, `Content/corrections.csv`.
enum CorrectionLoader {
  /// The columns, in the order of the shipped file. Only the last may be empty.
  static let columns = ["date", "report", "what", "was", "is", "reason", "reported_by"]

  /// Returns the corrections of a file, in its order, and its problems; a line with a mistake is left out.
  static func load(_ source: SourceText) -> (corrections: [Correction], problems: [Diagnostic]) {
    CSVDocument(source, columns: columns).values { row, problems in
      problems += row.empty(columns.dropLast())
      guard let date = row.date("date", &problems) else { return nil }
      return Correction(
        date: date, report: row["report"], what: row["what"], was: row["was"], now: row["is"], reason: row["reason"],
        reportedBy: row.text("reported_by"), location: row.location(of: "report"))
    }
  }
}
