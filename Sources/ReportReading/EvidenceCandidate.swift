import Inspections

/// A statement of a grade for a judgement, before it is weighed.
struct EvidenceCandidate {
  /// The strength of a statement.
  enum Weight {
    /// It states the judgement by its title.
    case statement
    /// It confirms another statement, and proves nothing alone.
    case support
    /// Its layout, or its title, leaves open which judgement it means.
    case order
    /// It is of another time or body, and only explains why a grade is withheld.
    case elsewhere
    /// It counts only if it contradicts the others.
    case remark
  }

  /// The index of the judgement.
  let judgement: Int
  /// The stated grade.
  let grade: StatedGrade
  let kind: Evidence.Kind
  var weight: Weight
  /// The index of the line of the grade's words.
  let line: Int
  /// The words of title and grade, on one line.
  let text: String
  /// The title as printed, if it is printed there.
  let printedTitle: String?
  /// Whether title and grade are on one line or in one sentence, so that no line between them can be lost.
  var isOneStatement = false
  /// The first line of its list of grades, if only the order of the list determines the judgement.
  var list: Int?
  /// The judgements that it may be about where its group is not known.
  var shared: [Int] = []
  /// The reason why it states nothing by itself, as a clause.
  var reason: String?
  /// The damaged words that were repaired to words of the framework, if any.
  var repaired: String?

  /// Returns the same statement with another weight.
  func weighing(_ weight: Weight) -> EvidenceCandidate {
    var candidate = self
    candidate.weight = weight
    return candidate
  }
}
