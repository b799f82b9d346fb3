/// A grade's column in the overview of one row an authority that analysts of children's services share: which of a
/// framework's judgements stands in it is the framework's data.
public enum OverviewColumn: String, Sendable, Hashable, CaseIterable {
  case overallEffectiveness
  case leaders
  case helpAndProtection
  /// Children in care, or children in care and care leavers together where they were judged together.
  case inCare
  /// Care leavers by themselves.
  case careLeavers
}
