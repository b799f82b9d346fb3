public import Inspections

/// A judgement without the text of its evidence.
///
/// A class, since most reports have judgements that say the same as those of others, and share them (`JudgementPool`).
public final class JudgementSummary: Sendable {
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

  init(
    id: String, group: String?, title: String, printed: String, grade: String?, number: Int?,
    status: Judgement.Status, isOverall: Bool, statements: Int
  ) {
    self.id = id
    self.group = group
    self.title = title
    // Most reports print the framework's own title, which then need not be held once for each.
    self.printed = printed == title ? title : printed
    self.grade = grade
    self.number = number
    self.status = status
    self.isOverall = isOverall
    self.statements = statements
  }

  /// Counts a judgement's evidence and leaves its text behind.
  public convenience init(of judgement: Judgement) {
    self.init(
      id: judgement.key, group: judgement.group, title: judgement.title, printed: judgement.printed,
      grade: judgement.grade, number: judgement.number, status: judgement.status, isOverall: judgement.isOverall,
      statements: judgement.evidence.count)
  }

  /// The title behind its group's, as one name: `Safeguarding services, Overall effectiveness`.
  var fullTitle: String { group.map { "\($0), \(title)" } ?? title }
}

extension JudgementSummary: Hashable {
  /// Whether two say the same.
  public static func == (first: JudgementSummary, second: JudgementSummary) -> Bool {
    first.grade == second.grade && first.number == second.number && first.status == second.status
      && first.statements == second.statements && first.isOverall == second.isOverall && first.id == second.id
      && first.group == second.group && first.title == second.title && first.printed == second.printed
  }

  /// Hashes what differs most between two.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(printed)
    hasher.combine(grade)
    hasher.combine(statements)
  }
}
