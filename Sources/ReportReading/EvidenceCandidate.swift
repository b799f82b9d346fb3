import Inspections

/// A place that states a grade for a judgement, before it is weighed.
struct EvidenceCandidate {
  /// How much a place can prove.
  enum Weight {
    /// It states the judgement by its title.
    case statement
    /// It confirms what another place states, and proves nothing alone.
    case support
    /// Its layout, or its title, leaves open which judgement it means.
    case order
    /// It is of another time or body, and tells only why a grade is withheld.
    case elsewhere
    /// It only counts where it contradicts the others.
    case remark
  }

  /// The index of the judgement.
  let judgement: Int
  /// What it states.
  let grade: StatedGrade
  let kind: Evidence.Kind
  var weight: Weight
  /// The index of the line of the grade's words.
  let line: Int
  /// The words of title and grade, on one line.
  let text: String
  /// The title as printed, where the place prints it.
  let printedTitle: String?
  /// Whether title and grade stand on one line or in one sentence, so that no line between them can be lost.
  var isOneStatement = false
  /// The line on which the list of grades begins that this place is one of, where only its order tells the judgement.
  var list: Int?
  /// Why it states nothing by itself, as a clause.
  var reason: String?
  /// The damaged words that were read as words of the framework, if any.
  var repaired: String?

  /// The same place, proving less or more.
  func weighing(_ weight: Weight) -> EvidenceCandidate {
    var witness = self
    witness.weight = weight
    return witness
  }
}
