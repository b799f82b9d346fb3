/// What the inspectors judged under one title, with every place of the report that says so.
public struct Judgement: Sendable, Hashable {
  /// How sure the reading is.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Two or more places of the report state the same grade.
    case agreed
    /// One place states it.
    case single
    /// Places of the report disagree: there is no grade.
    case conflict
    /// Something states a grade, but it may belong to another judgement, body or time: there is no grade.
    case withheld
    /// The report says that this was not judged.
    case notJudged
    /// The framework expects it, and nothing states it.
    case missing
    /// The program shows no grade, and a person has read one.
    case reviewed
  }

  /// The judgement's identifier in its framework, unique there: `safeguarding.overall-effectiveness`; nil where the
  /// report judges something that the framework does not know.
  public var id: String?
  /// The title of the group it stands in, for frameworks that have groups.
  public var group: String?
  /// The framework's title for it, or the printed one where the framework has none.
  public var title: String
  /// The title as this report prints it.
  public var printed: String
  /// The grade's key on the framework's scale; nil unless the status is `agreed`, `single` or `reviewed`.
  public var grade: String?
  /// The number of the grade, where the framework has numbers.
  public var number: Int?
  /// How sure the reading is.
  public var status: Status
  /// Why the grade is withheld, as a clause: `another row of the table has no grade`; nil for every other status, but a reviewed one.
  public var reason: String?
  /// Who read the grade, where a person did.
  public var review: Review?
  /// Whether it is the framework's overall judgement, or one of several.
  public var isOverall: Bool
  /// Every statement of the grade, in the order of the text.
  public var evidence: [Evidence]

  /// What names it within its report: its identifier, or one made of its printed title where it has none.
  public var key: String { Self.key(id, group: group, printed: printed) }

  /// What names a judgement within its report.
  public static func key(_ id: String?, group: String?, printed: String) -> String {
    id ?? "printed." + Slug.make(from: [group, printed].compactMap { $0 }.joined(separator: " "))
  }

  /// Creates a judgement from its parts.
  public init(
    id: String?, group: String? = nil, title: String, printed: String, grade: String? = nil, number: Int? = nil,
    status: Status, reason: String? = nil, isOverall: Bool = false, evidence: [Evidence] = []
  ) {
    self.id = id
    self.group = group
    self.title = title
    self.printed = printed
    self.grade = grade
    self.number = number
    self.status = status
    self.reason = reason
    self.isOverall = isOverall
    self.evidence = evidence
  }
}

/// How a person read a grade where the program shows none.
public struct Review: Sendable, Hashable {
  /// The line on which the words begin, counted from 1.
  public var line: Int
  /// The words of the report.
  public var quotation: String
  /// Who read them.
  public var by: String
  /// The day on which they were read.
  public var date: CalendarDate
  /// Why they give the grade.
  public var why: String
  /// What the program found by itself.
  public var found = Judgement.Status.missing

  /// Creates a review from its parts.
  public init(line: Int, quotation: String, by: String, date: CalendarDate, why: String) {
    self.line = line
    self.quotation = quotation
    self.by = by
    self.date = date
    self.why = why
  }
}

/// One place of a report that states a grade.
public struct Evidence: Sendable, Hashable {
  /// What kind of place it is. Places of different kinds are independent of one another.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The table on the front page.
    case frontTable
    /// The sentence that gives the overall judgement.
    case headline
    /// A heading of the body, or the line under it.
    case heading
    /// The record of findings at the end.
    case record
    /// The opening sentence of the judgement's own section.
    case prose
  }

  /// What kind of place it is.
  public var kind: Kind
  /// The line of the grade's words, counted from 1.
  public var line: Int
  /// The words of the report, on one line.
  public var text: String
  /// The key of the grade it states.
  public var grade: String
  /// The damaged word that was read as a word of the framework, if any.
  public var repaired: String?

  /// Creates evidence from its parts.
  public init(kind: Kind, line: Int, text: String, grade: String, repaired: String? = nil) {
    self.kind = kind
    self.line = line
    self.text = text
    self.grade = grade
    self.repaired = repaired
  }
}
