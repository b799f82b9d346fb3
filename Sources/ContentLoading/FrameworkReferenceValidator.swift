internal import Diagnostics
internal import Inspections

/// Checks references between frameworks: their target must exist, and only the later framework may name the earlier.
enum FrameworkReferenceValidator {
  /// Returns the mistakes of one framework as problems of its file, which had none.
  static func problems(
    of framework: Framework, in root: YAMLMapping, among frameworks: [String: Framework]
  ) -> [Diagnostic] {
    for id in framework.succeeds {
      guard let earlier = frameworks[id] else {
        root.report("no framework has the id “\(id)”", at: "succeeds")
        continue
      }
      if let service = framework.service, let other = earlier.service, service != other {
        root.report("“\(id)” is of the service “\(other.name)”: give both one id and name", at: "service")
      } else if isLater(earlier, than: framework) || earlier.succeeds.contains(framework.id) {
        root.report("“\(id)” is not earlier than “\(framework.id)”", at: "succeeds")
      }
    }
    let places = root.mappings("judgements", keys: FrameworkKeys.judgement)
    for (judgement, place) in zip(framework.judgements, places) {
      for reference in judgement.kin {
        if let message = message(reference, of: judgement, in: framework, frameworks) {
          place.report(message, at: "kin")
        }
      }
    }
    return root.problems
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
