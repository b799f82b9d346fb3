internal import Diagnostics
internal import Inspections

/// Checks references between frameworks: their target must exist, and only the later framework may name the earlier.
enum FrameworkReferenceValidator {
  /// A mistake and its location: a key of the file, or of one of its judgements.
  private struct Mistake {
    var message: String
    var judgement: Int?
    var key: String
  }

  /// Returns the mistakes of one framework as problems of its file.
  static func problems(
    of framework: Framework, in source: SourceText, among frameworks: [String: Framework]
  ) -> [Diagnostic] {
    let mistakes = successions(framework, frameworks) + kinships(framework, frameworks)
    guard !mistakes.isEmpty else { return [] }
    let document = YAMLDocument(source)
    guard let root = document.root(keys: FrameworkKeys.root) else { return [] }
    let judgements = root.mappings("judgements", keys: FrameworkKeys.judgement)
    for mistake in mistakes {
      (mistake.judgement.map { judgements[$0] } ?? root).report(mistake.message, at: mistake.key)
    }
    return document.problems
  }

  private static func successions(_ framework: Framework, _ frameworks: [String: Framework]) -> [Mistake] {
    framework.succeeds.compactMap { id in
      guard let earlier = frameworks[id] else {
        return Mistake(message: "no framework has the id “\(id)”", key: "succeeds")
      }
      if let service = framework.service, let other = earlier.service, service != other {
        return Mistake(message: "“\(id)” is of the service “\(other.name)”: give both one id and name", key: "service")
      }
      guard isLater(earlier, than: framework) || earlier.succeeds.contains(framework.id) else { return nil }
      return Mistake(message: "“\(id)” is not earlier than “\(framework.id)”", key: "succeeds")
    }
  }

  private static func kinships(_ framework: Framework, _ frameworks: [String: Framework]) -> [Mistake] {
    framework.judgements.enumerated().flatMap { index, judgement in
      judgement.kin.compactMap { reference in
        message(reference, of: judgement, in: framework, frameworks).map {
          Mistake(message: $0, judgement: index, key: "kin")
        }
      }
    }
  }

  private static func message(
    _ reference: JudgementReference, of judgement: JudgementDefinition, in framework: Framework,
    _ frameworks: [String: Framework]
  ) -> String? {
    guard let other = frameworks[reference.framework] else { return "no framework has the id “\(reference.framework)”" }
    guard let kin = other.judgement(reference.judgement) else {
      return "no judgement of “\(other.id)” has the id “\(reference.judgement)”"
    }
    let own = JudgementReference(framework: framework.id, judgement: judgement.id)
    if isLater(other, than: framework) { return "“\(reference)” is later: name “\(own)” there instead" }
    // Only if the years don't say which framework is later can both name each other without that mistake; report one.
    if kin.kin.contains(own), !isLater(framework, than: other), framework.id > other.id {
      return "“\(reference)” names “\(own)” as its kin already; say it once"
    }
    return nil
  }

  private static func isLater(_ framework: Framework, than other: Framework) -> Bool {
    guard let began = framework.began, let before = other.began else { return false }
    return began > before
  }
}
