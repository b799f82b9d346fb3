public import Diagnostics
public import Inspections

/// A mistake on the site that has been put right, as the publisher recorded it in `Content/corrections.csv`.
public struct Correction: Sendable, Hashable {
  /// The day it was put right.
  public var date: CalendarDate
  /// The report it is about: the name of its file, or its identifier in the data files.
  public var report: String
  /// The thing that was wrong, in words.
  public var what: String
  /// The words before.
  public var was: String
  /// The words now.
  public var now: String
  /// The cause of the mistake, or the reason for the change.
  public var reason: String
  /// The person who reported it, if anyone did and is to be named.
  public var reportedBy: String?
  /// The location of the record.
  public var location: SourceLocation
}

extension Correction {
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
