internal import Inspections

/// Checks the parts of a framework against each other. Each part is matched to its location in the file by position,
/// which is sound because a framework is checked only if all its parts could be read.
enum FrameworkValidator {
  /// Adds a problem to the file for every mistake.
  static func check(_ framework: Framework, _ root: YAMLMapping) {
    if !Slug.isWellFormed(framework.id) {
      root.report("“\(framework.id)” is not an identifier: use a to z, 0 to 9 and single hyphens", at: "id")
    }
    if let service = framework.service, !Slug.isWellFormed(service.id) {
      root.report("“\(service.id)” is not an identifier: use a to z, 0 to 9 and single hyphens", at: "service")
    }
    if let began = framework.began, let ended = framework.ended, ended < began {
      root.report("“\(framework.id)” ends before it begins", at: "ended")
    }
    if framework.succeeds.contains(framework.id) { root.report("a framework can’t succeed itself", at: "succeeds") }
    checkFront(framework.front, root)
    checkScale(framework, root)
    checkGroups(framework, root)
    checkJudgements(framework, root)
    checkHeadlines(framework, root)
  }

  private static func checkFront(_ front: FrontPage, _ root: YAMLMapping) {
    guard let place = root.mapping("front", keys: FrameworkKeys.front) else { return }
    if front.dateLabels.isEmpty, !front.patterns.contains(where: { $0.contains("{dates}") }) {
      place.report(
        "“date-labels” is empty and no pattern has {dates}: nothing says when the inspection was", at: "titles")
    }
    for pattern in front.patterns {
      checkPattern(pattern, with: PatternFact.allCases.filter { $0 != .grade }, place, at: "patterns")
    }
  }

  private static func checkPattern(_ pattern: String, with facts: [PatternFact], _ place: YAMLMapping, at key: String) {
    let pieces = pattern.split(separator: " ")
    for piece in pieces where piece.contains("{") && PatternFact(placeholder: piece).map(facts.contains) != true {
      let known = facts.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      place.report("“\(piece)” is no fact that is allowed here; set off by blanks, \(known) may be used", at: key)
    }
    if pieces.first.map({ $0.hasPrefix("{") || $0.hasPrefix("…") }) ?? true {
      place.report("a pattern begins with a word, or with “|” for the beginning of a line", at: key)
    }
  }

  private static func checkScale(_ framework: Framework, _ root: YAMLMapping) {
    var grades: [String: String] = [:]
    var places = root.mappings("scale", keys: FrameworkKeys.grade)
    var ids: Set<String> = []
    for scale in root.mappings("scales", keys: FrameworkKeys.scale) {
      checkIdentifier(scale.text("id"), &ids, scale)
      if let range = FrameworkLoader.range(scale) {
        places += range.map { _ in scale }
      } else {
        places += scale.mappings("grades", keys: FrameworkKeys.grade)
      }
    }
    for (grade, place) in zip(framework.scale.grades, places) {
      if grade.key != grade.key.lowercased() {
        place.report("the key of a grade is lower case: “\(grade.key.lowercased())”", at: "key")
      }
      if grades[grade.key] == grade.key {
        place.report("the grade “\(grade.key)” is given twice on the scale", at: "key")
        continue
      }
      for (form, key) in [(grade.key, "key"), (grade.label, "label")] + grade.forms.map({ ($0, "forms") }) {
        let owner = grades[form.lowercased(), default: grade.key]
        grades[form.lowercased()] = owner
        if owner != grade.key { place.report("“\(form)” is a form of “\(owner)” too", at: key) }
      }
    }
  }

  private static func checkGroups(_ framework: Framework, _ root: YAMLMapping) {
    var ids: Set<String> = []
    for (group, place) in zip(framework.groups, root.mappings("groups", keys: FrameworkKeys.group)) {
      checkIdentifier(group.id, &ids, place)
    }
  }

  private static func checkJudgements(_ framework: Framework, _ root: YAMLMapping) {
    var ids: Set<String> = []
    let places = root.mappings("judgements", keys: FrameworkKeys.judgement)
    for (judgement, place) in zip(framework.judgements, places) {
      checkIdentifier(judgement.id, &ids, place)
      if let group = judgement.group, framework.group(group) == nil {
        place.report("no group has the id “\(group)”", at: "group")
      }
      if let whole = judgement.splitOf, framework.judgement(whole) == nil {
        place.report("no judgement has the id “\(whole)”", at: "split-of")
      }
      if let scale = judgement.scale, framework.scale.part(scale).grades.isEmpty {
        place.report("no scale has the id “\(scale)”", at: "scale")
      }
      if let since = judgement.since, let until = judgement.until, until < since {
        place.report("“\(judgement.id)” ends before it begins", at: "until")
      }
      if judgement.kin.contains(where: { $0.framework == framework.id }) {
        place.report("kin are judgements of other frameworks; within one there is “split-of”", at: "kin")
      }
    }
  }

  private static func checkHeadlines(_ framework: Framework, _ root: YAMLMapping) {
    let places = root.mappings("headlines", keys: FrameworkKeys.headline)
    for (headline, place) in zip(framework.headlines, places) {
      if framework.judgement(headline.judgement) == nil {
        place.report("no judgement has the id “\(headline.judgement)”", at: "judgement")
      }
      if headline.isPattern { checkPattern(headline.phrase, with: [.grade], place, at: "phrase") }
      if headline.reach != .anywhere, !headline.isPattern {
        place.report("only a phrase with {grade} in it may say where it is looked for", at: "where")
      }
      if let grade = headline.grade, !framework.scale.grades.contains(where: { $0.key == grade }) {
        place.report("no grade of the scale has the key “\(grade)”", at: "grade")
      }
    }
  }

  /// Checks that an identifier is unique, and made of slugs with dots between them.
  private static func checkIdentifier(_ id: String, _ ids: inout Set<String>, _ place: YAMLMapping) {
    if !id.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ Slug.isWellFormed(String($0)) }) {
      place.report("“\(id)” is not an identifier: use a to z, 0 to 9, single hyphens and dots", at: "id")
    }
    if !ids.insert(id).inserted { place.report("the id “\(id)” is given twice", at: "id") }
  }
}
