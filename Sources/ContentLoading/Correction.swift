public import Diagnostics
public import Inspections

/// Something that was wrong on the site and has been put right, as the publisher recorded it in
/// `Content/corrections.csv`.
public struct Correction: Sendable, Hashable {
  /// The day it was put right.
  public var date: CalendarDate
  /// The report it is about: the name of its file, or its identifier in the data files.
  public var report: String
  /// What was wrong.
  public var what: String
  /// What stood there.
  public var was: String
  /// What stands there now.
  public var now: String
  /// How it came to be wrong, or why it was changed.
  public var reason: String
  /// Who told of it, if anybody did and is to be named.
  public var reportedBy: String?
  /// Where it is recorded.
  public var location: SourceLocation
}
