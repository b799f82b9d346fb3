public import Inspections

/// A judgement without the text of its evidence.
public struct JudgementSummary: Sendable, Hashable {
  /// The judgement's identifier in its framework; nil where the framework does not know it.
  public let id: String?
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
  /// Why the grade is withheld, where it is.
  public let reason: String?
  /// Whether it is an overall judgement.
  public let isOverall: Bool
  /// How many places state a grade.
  public let statements: Int
}

extension JudgementSummary {
  /// Counts a judgement's evidence and leaves its text behind.
  public init(of judgement: Judgement) {
    self.init(
      id: judgement.id, group: judgement.group, title: judgement.title, printed: judgement.printed,
      grade: judgement.grade, number: judgement.number, status: judgement.status, reason: judgement.reason,
      isOverall: judgement.isOverall, statements: judgement.evidence.count)
  }

  /// What names it within its report: its identifier, or one made of its printed title.
  var key: String { Judgement.key(id, group: group, printed: printed) }

  /// The title behind its group's, as one name: `Safeguarding services, Overall effectiveness`.
  var fullTitle: String { group.map { "\($0), \(title)" } ?? title }
}
