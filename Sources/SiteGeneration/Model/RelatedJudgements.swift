internal import Inspections

/// Which judgements of different frameworks ask a related question, seen from either side. Only what a framework names is
/// kin: being related does not pass on from one to the next.
struct RelatedJudgements: Sendable {
  /// A judgement with the framework it is part of.
  struct Relative: Sendable {
    let framework: Framework
    let judgement: JudgementDefinition

    /// Its name among all judgements.
    var reference: JudgementReference { JudgementReference(framework: framework.id, judgement: judgement.id) }
  }

  private let relatives: [JudgementReference: [Relative]]

  /// Finds the relatives of every judgement, those of the latest framework first.
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

  /// The judgements of other frameworks that ask a question related to this one's.
  func relatives(of judgement: String, in framework: String) -> [Relative] {
    relatives[JudgementReference(framework: framework, judgement: judgement)] ?? []
  }
}
