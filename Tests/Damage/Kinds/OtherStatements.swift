import Foundation
import Inspections

/// Statements of grades that are not this inspection's: of other times, other bodies, comparisons, quotations. They
/// must not change the result.
extension DamageKind {
  /// The subjects of a remark: a judgement of the text, a grade that it does not have, another authority.
  struct Remark {
    let subject: String
    let grade: String
    let other: String
  }

  /// Returns a kind with a sentence that gives a judgement another grade, but is not a judgement of this inspection.
  private static func harmless(
    _ name: String, _ words: @escaping @Sendable (Remark) -> String
  ) -> DamageKind {
    .inserted("other statement: \(name)", .harmless) { sample, other, dice in
      guard sample.framework.scale.grades.count > 3, let judged = dice.pick(sample.judged) else { return nil }
      let subject = judged.title.prefix(1).lowercased() + judged.title.dropFirst()
      let grade = sample.otherGrade(than: judged.grade, &dice).lowercased()
      return wrapped(words(Remark(subject: subject, grade: grade, other: other.authority)))
    }
  }

  private static func headed(
    _ name: String, _ heading: String, _ words: @escaping @Sendable (String, String) -> [String]
  )
    -> DamageKind
  {
    .lines("other statement: \(name)", .harmless) { lines, sample, dice in
      guard sample.framework.scale.grades.count > 3, let judged = dice.pick(sample.judged) else { return nil }
      return lines + ["", heading, ""] + words(judged.title, sample.otherGrade(than: judged.grade, &dice).lowercased())
    }
  }

  static let otherStatements: [DamageKind] = list {
    harmless("at the last inspection") { "At the last inspection, in 2008, \($0.subject) had been judged \($0.grade)." }
    harmless("previously") { "Previously, inspectors had judged \($0.subject) to be \($0.grade)." }
    harmless("was in 2007") { "In 2007 the judgement for \($0.subject) was \($0.grade)." }
    harmless("since the inspection of") {
      "Since the inspection of March 2008, when \($0.subject) were \($0.grade), much has been done."
    }
    harmless("no longer") { "Inspectors saw that \($0.subject) are no longer \($0.grade)." }
    harmless("not") { "This does not mean that \($0.subject) are \($0.grade)." }
    harmless("would be") { "Without this work \($0.subject) would be \($0.grade)." }
    harmless("if not") { "Unless leaders act, \($0.subject) may become \($0.grade)." }
    harmless("aims for") { "Leaders want \($0.subject) to be \($0.grade) by the time of the next inspection." }
    harmless("the council’s own view") { "The council’s own evaluation had judged \($0.subject) to be \($0.grade)." }
    harmless("a visit before") {
      "A visit to the front door two years before found that \($0.subject) were \($0.grade)."
    }
    harmless("in another council") { "In \($0.other), \($0.subject) were judged \($0.grade) in the same year." }
    harmless("compared with councils") {
      "Compared with councils where \($0.subject) are \($0.grade), caseloads are low."
    }
    harmless("a home of the council") {
      "The council’s children’s home was judged \($0.grade) for overall effectiveness in May."
    }
    harmless("the fostering service") { "The fostering service was judged \($0.grade) in its own inspection." }
    harmless("schools") { "Of the schools in the area, 12% are \($0.grade) and the others are better or worse." }
    harmless("a parent’s words") { "One parent said to inspectors: ‘I think that \($0.subject) are \($0.grade).’" }
    harmless("a part: some") { "Some plans are \($0.grade), and others are up to date." }
    harmless("a part: supervision") { "Supervision of newly qualified staff is \($0.grade)." }
    harmless("a part: few") { "In a very small number of cases the response was \($0.grade)." }
    harmless("a quality") { "The quality of life-story work is \($0.grade) in one of the four teams." }
    harmless("practice seen") { "Inspectors saw practice that was \($0.grade) in two of the files they read." }
    harmless("an award") { "The youth service holds an award for \($0.grade) work with volunteers." }
    harmless("the criteria") { "For \($0.subject) to be \($0.grade), the criteria of the handbook must be met." }
    harmless("a quoted report") { "The report on \($0.other) says: “\($0.subject) are \($0.grade)”." }
    headed("previous inspections", "Previous Ofsted inspections") { title, grade in
      ["The previous inspection was in June 2008. It judged services as follows:", "", "• \(title): \(grade)", ""]
    }
    headed("since the last inspection", "Progress since the last inspection") { title, grade in
      ["The last inspection was in June 2008. The judgement for \(title) was \(grade).", ""]
    }
    headed("other inspections", "Other Ofsted inspections of the area’s services") { _, grade in
      ["• The council’s secure home was judged \(grade) in 2007.", "• Its fostering service was \(grade) too.", ""]
    }
  }
}
