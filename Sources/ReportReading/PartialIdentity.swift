public import Inspections

/// What can be told of a file that could not be read as a report.
public struct PartialIdentity: Sendable, Hashable {
  /// The title as printed.
  public var title: String?
  /// Whose services it is about, where that is certain.
  public var authority: Report.AuthorityReference?
  /// When the inspection took place.
  public var inspection: Report.Inspection
  /// What its publisher says of it.
  public var header: FrontMatter
}
