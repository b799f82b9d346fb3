/// The inspectors' judgement under one title, with every statement of it in the report.
public struct Judgement: Sendable, Hashable {
  /// The certainty of the reading.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Two or more places of the report state the same grade.
    case agreed
    /// One place states it.
    case single
    /// Places of the report disagree: there is no grade.
    case conflict
    /// A statement of the grade may belong to another judgement, body or time: there is no grade.
    case withheld
    /// The report says that it was not judged.
    case notJudged
    /// The framework expects it, but the report does not state it.
    case missing
    /// The program shows no grade, but a person has read one.
    case reviewed
  }

  /// The judgement's identifier, unique in its framework: `safeguarding.overall-effectiveness`; nil for a judgement
  /// that the framework does not know.
  public var id: String?
  /// The title of its group, for frameworks that have groups.
  public var group: String?
  /// The framework's title for it, or the printed one where the framework has none.
  public var title: String
  /// The title as this report prints it.
  public var printed: String
  /// The grade's key on the framework's scale; nil unless the status is `agreed`, `single` or `reviewed`.
  public var grade: String?
  /// The number of the grade, where the framework has numbers.
  public var number: Int?
  /// The certainty of the reading.
  public var status: Status
  /// The reason for withholding, as a clause: `another row of the table has no grade`; nil unless withheld or reviewed.
  public var reason: String?
  /// The reading of the grade by a person, if any.
  public var review: Review?
  /// Whether it is the framework's overall judgement, or one of several.
  public var isOverall: Bool
  /// Every statement of the grade, in the order of the text.
  public var evidence: [Evidence]
  /// The number of statements of the grade that are not in `evidence`; only a summary leaves any out.
  public var unquoted = 0

  /// The number of statements of the grade.
  public var statements: Int { evidence.count + unquoted }

  /// The title after its group's: `Safeguarding services, Overall effectiveness`.
  public var fullTitle: String { group.map { "\($0), \(title)" } ?? title }

  /// The judgement without its evidence and the words of a person's reading.
  public var summary: Judgement {
    var summary = self
    summary.unquoted = statements
    summary.evidence = []
    summary.review = nil
    return summary
  }

  /// The key within its report: the identifier, or one made from the printed title where it has none.
  public var key: String { Self.key(id, group: group, printed: printed) }

  /// Returns the key of a judgement within its report.
  public static func key(_ id: String?, group: String?, printed: String) -> String {
    id ?? "printed." + Slug.make(from: [group, printed].compactMap { $0 }.joined(separator: " "))
  }

  /// Creates a judgement.
  public init(
    id: String?, group: String? = nil, title: String, printed: String, grade: String? = nil, number: Int? = nil,
    status: Status, reason: String? = nil, isOverall: Bool = false, evidence: [Evidence] = []
  ) {
    self.id = id
    self.group = group
    self.title = title
    // The same words are kept once: a large site holds many thousands.
    self.printed = printed == title ? title : printed
    self.grade = grade
    self.number = number
    self.status = status
    self.reason = reason
    self.isOverall = isOverall
    self.evidence = evidence
  }
}

/// A person's reading of a grade where the program shows none.
public struct Review: Sendable, Hashable {
  /// The line on which the words begin, counted from 1.
  public var line: Int
  /// The words of the report.
  public var quotation: String
  /// The name of the person who read them.
  public var by: String
  /// The day on which they were read.
  public var date: CalendarDate
  /// The reason why they give the grade.
  public var why: String
  /// The status that the program found by itself.
  public var found = Judgement.Status.missing

  /// Creates a review.
  public init(line: Int, quotation: String, by: String, date: CalendarDate, why: String) {
    self.line = line
    self.quotation = quotation
    self.by = by
    self.date = date
    self.why = why
  }
}

/// A statement of a grade in a report.
public struct Evidence: Sendable, Hashable {
  /// The kind of statement. Statements of different kinds are independent of one another.
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

  /// The kind of statement.
  public var kind: Kind
  /// The line of the grade's words, counted from 1.
  public var line: Int
  /// The words of the report, on one line.
  public var text: String
  /// The key of the grade it states.
  public var grade: String
  /// The damaged word that was repaired to a word of the framework, if any.
  public var repaired: String?

  /// Creates evidence.
  public init(kind: Kind, line: Int, text: String, grade: String, repaired: String? = nil) {
    self.kind = kind
    self.line = line
    self.text = text
    self.grade = grade
    self.repaired = repaired
  }
}

extension [Judgement] {
  /// The overall judgement, if there is exactly one.
  public var onlyOverall: Judgement? {
    guard let place = firstIndex(where: \.isOverall), place == lastIndex(where: \.isOverall) else { return nil }
    return self[place]
  }
}
