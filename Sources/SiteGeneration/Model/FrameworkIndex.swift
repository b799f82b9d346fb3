internal import Inspections

/// The frameworks by their identifiers, with fallbacks for unknown identifiers, and the judgements of different
/// frameworks that ask related questions.
struct FrameworkIndex: Sendable {
  /// A judgement with the framework it is part of.
  struct Relative: Sendable {
    let framework: Framework
    let judgement: JudgementDefinition

    /// The reference that identifies it among all judgements.
    var reference: JudgementReference { JudgementReference(framework: framework.id, judgement: judgement.id) }
  }

  private let frameworks: [String: Framework]
  private var relatives: [JudgementReference: [Relative]] = [:]

  /// Indexes the frameworks; if two have the same identifier, the first is used.
  ///
  /// Only relations that a framework declares count, from either side: they are not transitive.
  init(_ frameworks: [Framework]) {
    self.frameworks = Dictionary(frameworks.map { ($0.id, $0) }) { first, _ in first }
    for framework in byAge.reversed() {
      for judgement in framework.judgements {
        let own = Relative(framework: framework, judgement: judgement)
        for reference in judgement.kin {
          guard let other = self[reference.framework], let kin = other.judgement(reference.judgement) else { continue }
          relatives[own.reference, default: []].append(Relative(framework: other, judgement: kin))
          relatives[reference, default: []].append(own)
        }
      }
    }
  }

  /// Returns the framework, if it is known.
  subscript(id: String) -> Framework? { frameworks[id] }

  /// All frameworks, in the order of their identifiers.
  var all: [Framework] { frameworks.values.sorted { $0.id < $1.id } }

  /// All frameworks, oldest first; frameworks without a starting year last.
  var byAge: [Framework] {
    all.sorted { ($0.began ?? .max, $0.ended ?? .max, $0.id) < ($1.began ?? .max, $1.ended ?? .max, $1.id) }
  }

  /// Returns the judgements of other frameworks that ask a question related to this judgement's, those of the latest
  /// framework first.
  func relatives(of judgement: String, in framework: String) -> [Relative] {
    relatives[JudgementReference(framework: framework, judgement: judgement)] ?? []
  }

  /// Returns the full name.
  func name(_ id: String) -> String { frameworks[id]?.name ?? id }

  /// Returns the name for tables and badges.
  func shortName(_ id: String) -> String { frameworks[id]?.shortName ?? id }

  /// Returns the name of the inspectorate.
  func inspectorate(_ id: String) -> String { frameworks[id]?.inspectorate ?? "The inspectorate" }

  /// Returns the display name of a grade.
  func label(_ grade: String, in id: String) -> String { frameworks[id]?.scale.grade(grade)?.label ?? grade }

  /// Returns the display name of a judgement's grade, with a note if a person read it; nil without a grade.
  func label(_ judgement: Judgement, in id: String) -> String? {
    judgement.grade.map { label($0, in: id) + (judgement.status == .reviewed ? " (reviewed reading)" : "") }
  }
}
