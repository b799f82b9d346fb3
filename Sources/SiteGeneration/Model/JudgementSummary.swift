public import Inspections

/// A judgement without the text of its evidence.
public struct JudgementSummary: Sendable, Hashable {
  /// The judgement's identifier in its framework; nil if the framework does not know it.
  public let id: String?
  /// The title of its group, for frameworks that have groups.
  public let group: String?
  /// The framework's title for it.
  public let title: String
  /// The title as the report prints it.
  public let printed: String
  /// The grade's key on the framework's scale, if there is a grade.
  public let grade: String?
  /// The number of the grade, if the framework has numbers.
  public let number: Int?
  /// The certainty of the reading.
  public let status: Judgement.Status
  /// The reason why the grade is withheld, if it is.
  public let reason: String?
  /// Whether it is an overall judgement of the report.
  public let isOverall: Bool
  /// The number of passages that state a grade.
  public let statements: Int
}

extension JudgementSummary {
  /// Creates a summary with the number of pieces of evidence, but not their text.
  public init(of judgement: Judgement) {
    self.init(
      id: judgement.id, group: judgement.group, title: judgement.title, printed: judgement.printed,
      grade: judgement.grade, number: judgement.number, status: judgement.status, reason: judgement.reason,
      isOverall: judgement.isOverall, statements: judgement.evidence.count)
  }

  /// The key within the report: its identifier, or one made of its printed title.
  var key: String { Judgement.key(id, group: group, printed: printed) }

  /// The title after its group's: `Safeguarding services, Overall effectiveness`.
  var fullTitle: String { group.map { "\($0), \(title)" } ?? title }
}
