internal import Inspections

/// The judgements of different frameworks that ask related questions, found from either side. Only relations that a
/// framework declares count: they are not transitive.
struct RelatedJudgements: Sendable {
  /// A judgement with the framework it is part of.
  struct Relative: Sendable {
    let framework: Framework
    let judgement: JudgementDefinition

    /// The reference that identifies it among all judgements.
    var reference: JudgementReference { JudgementReference(framework: framework.id, judgement: judgement.id) }
  }

  private let relatives: [JudgementReference: [Relative]]

  /// Finds the related judgements of every judgement, those of the latest framework first.
  init(_ frameworks: FrameworkIndex) {
    var relatives: [JudgementReference: [Relative]] = [:]
    for framework in frameworks.byAge.reversed() {
      for judgement in framework.judgements {
        let own = Relative(framework: framework, judgement: judgement)
        for reference in judgement.kin {
          guard let other = frameworks[reference.framework], let kin = other.judgement(reference.judgement) else {
            continue
          }
          relatives[own.reference, default: []].append(Relative(framework: other, judgement: kin))
          relatives[reference, default: []].append(own)
        }
      }
    }
    self.relatives = relatives
  }

  /// Returns the judgements of other frameworks that ask a question related to this judgement's.
  func relatives(of judgement: String, in framework: String) -> [Relative] {
    relatives[JudgementReference(framework: framework, judgement: judgement)] ?? []
  }
}
