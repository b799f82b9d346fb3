internal import Inspections

/// The frameworks by their identifiers, with an answer for those that are not known.
struct FrameworkIndex: Sendable {
  private let frameworks: [String: Framework]

  /// Indexes the frameworks; of two with one identifier the first counts.
  init(_ frameworks: [Framework]) {
    self.frameworks = Dictionary(frameworks.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The framework, if it is known.
  subscript(id: String) -> Framework? { frameworks[id] }

  /// All of them, in the order of their identifiers.
  var all: [Framework] { frameworks.values.sorted { $0.id < $1.id } }

  /// All of them, the oldest first; those of an unknown age last.
  var byAge: [Framework] {
    all.sorted { first, second in
      let (left, right) = (first.began ?? .max, second.began ?? .max)
      if left != right { return left < right }
      let (leftEnd, rightEnd) = (first.ended ?? .max, second.ended ?? .max)
      return leftEnd != rightEnd ? leftEnd < rightEnd : first.id < second.id
    }
  }

  /// The full name.
  func name(_ id: String) -> String { frameworks[id]?.name ?? id }

  /// The name for tables and badges.
  func shortName(_ id: String) -> String { frameworks[id]?.shortName ?? id }

  /// Who inspects.
  func inspectorate(_ id: String) -> String { frameworks[id]?.inspectorate ?? "The inspectorate" }

  /// The words a reader sees for a grade.
  func label(_ grade: String, in id: String) -> String { frameworks[id]?.scale.grade(grade)?.label ?? grade }

  /// The words a reader sees for a judgement's grade, and that a person read it where one did; nil where it has none.
  func label(_ judgement: JudgementSummary, in id: String) -> String? {
    judgement.grade.map { label($0, in: id) + (judgement.status == .reviewed ? " (reviewed reading)" : "") }
  }
}
