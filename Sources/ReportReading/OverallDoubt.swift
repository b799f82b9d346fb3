import Diagnostics
import Inspections

/// Doubts an overall grade that is stated once and better, or worse, than every judgement beside it. It stays as it is
/// read, since it is never worked out from the parts; but no report is known where that is right, and a changed or
/// misread word looks just so.
struct OverallDoubt {
  let framework: Framework
  let source: SourceText

  /// A warning for every such grade.
  func diagnostics(on judgements: [Judgement]) -> [Diagnostic] {
    judgements.filter { $0.isOverall && $0.status == .single }.compactMap { overall in
      let parts = judgements.filter { !$0.isOverall && $0.group == overall.group }.compactMap(steps)
      guard parts.count > 1, let own = steps(overall), let least = parts.min(), let most = parts.max(),
        let line = overall.evidence.first?.line, !(least...most).contains(own)
      else { return nil }
      let side = own > most ? "better" : "worse"
      return source.diagnostic(
        .warning, .unusualOverall,
        "“\(overall.title)” is \(side) than every judgement beside it, and stated once: compare it with the original",
        line: line)
    }
  }

  private func steps(_ judgement: Judgement) -> Int? {
    judgement.grade.flatMap { framework.scale.steps(of: $0) }
  }
}
