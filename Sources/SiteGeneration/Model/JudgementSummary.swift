public import Inspections

/// A judgement without the text of its evidence.
public struct JudgementSummary: Sendable, Hashable {
  /// The judgement's identifier in its framework.
  public let id: String
  /// The title of the group it stands in, for frameworks that have groups.
  public let group: String?
  /// The framework's title for it.
  public let title: String
  /// The title as the report prints it.
  public let printed: String
  /// The grade's key on the framework's scale, where there is one.
  public let grade: String?
  /// The number of the grade, where the framework has numbers.
  public let number: Int?
  /// How sure the reading is.
  public let status: Judgement.Status
  /// Whether it is an overall judgement.
  public let isOverall: Bool
  /// How many places state a grade.
  public let statements: Int
}

extension JudgementSummary {
  /// Counts a judgement's evidence and leaves its text behind.
  public init(of judgement: Judgement) {
    self.init(
      id: judgement.key, group: judgement.group, title: judgement.title, printed: judgement.printed,
      grade: judgement.grade, number: judgement.number, status: judgement.status, isOverall: judgement.isOverall,
      statements: judgement.evidence.count)
  }

  /// The title behind its group's, as one name: `Safeguarding services, Overall effectiveness`.
  var fullTitle: String { group.map { "\($0), \(title)" } ?? title }
}
