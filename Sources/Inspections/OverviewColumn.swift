/// A column of the overview with one row for each authority that analysts of children's services share. The framework's
/// data assigns judgements to columns.
public enum OverviewColumn: String, Sendable, Hashable, CaseIterable {
  case overallEffectiveness
  case leaders
  case helpAndProtection
  /// Children in care, or children in care and care leavers together where they were judged together.
  case inCare
  /// Care leavers by themselves.
  case careLeavers
}
