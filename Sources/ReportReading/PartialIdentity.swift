public import Inspections

/// The facts that are known of a file that could not be read as a report.
public struct PartialIdentity: Sendable, Hashable {
  /// The title as printed.
  public var title: String?
  /// The authority that it is about, if that is certain.
  public var authority: Report.AuthorityReference?
  /// When the inspection took place.
  public var inspection: Report.Inspection
  /// The publisher's own facts about it.
  public var header: FrontMatter
}
