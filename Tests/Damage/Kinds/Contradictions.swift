import Foundation
import Inspections

/// Statements of this inspection that give a judgement another grade than the one stated elsewhere.
extension DamageKind {
  /// A judgement of the text, and words that contradict it.
  struct Contradiction {
    let id: String
    /// The judgement's title.
    let title: String
    /// The title as the subject of a sentence.
    let subject: String
    /// `is` or `are`.
    let verb: String
    /// Another grade, as a label.
    let grade: String
    var lower: String { grade.lowercased() }
  }

  private static func contradiction(_ sample: Sample, _ dice: inout Dice) -> Contradiction? {
    guard sample.framework.scale.grades.count > 3, let judged = dice.pick(sample.judged) else { return nil }
    let isPlural = judged.title.contains("xperiences") || judged.title.hasPrefix("Children")
    return Contradiction(
      id: judged.id, title: judged.title, subject: judged.title.prefix(1).lowercased() + judged.title.dropFirst(),
      verb: isPlural ? "are" : "is", grade: sample.otherGrade(than: judged.grade, &dice))
  }

  /// Returns a kind that states the grade in the judgement's own section, or else anywhere in the body.
  private static func stated(_ name: String, _ words: @escaping @Sendable (Contradiction) -> [String]) -> DamageKind {
    DamageKind("contradiction: \(name)", .ambiguous) { sample, _, dice in
      guard let said = contradiction(sample, &dice) else { return [] }
      let new = words(said)
      guard
        let made = sample.inserting(new, inSectionOf: said.id)
          ?? dice.pick(sample.gaps).map({ sample.inserting(new, at: $0) })
      else { return [] }
      return [contradicting(made, said.id)]
    }
  }

  private static func sentence(_ name: String, _ words: @escaping @Sendable (Contradiction) -> String) -> DamageKind {
    stated(name) { wrapped(words($0)) }
  }

  private static func contradicting(_ made: (lines: [String], place: ClosedRange<Int>), _ id: String) -> Copy {
    var copy = Copy(made.lines)
    copy.contradicted = [id]
    copy.place = made.place
    return copy
  }

  /// Returns a kind that changes one statement of two in place.
  private static func changed(
    _ name: String,
    _ place: @escaping @Sendable (_ sample: Sample, _ dice: inout Dice) -> (id: String, lines: Range<Int>)?
  ) -> DamageKind {
    DamageKind("contradiction: \(name)", .ambiguous) { sample, _, dice in
      guard let (id, range) = place(sample, &dice), let grade = sample.truth.grades[id] else { return [] }
      var lines = sample.lines
      let words = lines[range].joined(separator: " ")
      let definition = sample.framework.scale.grades.first { $0.key == grade }
      let forms = ([grade] + (definition?.forms ?? [])).sorted { $0.count > $1.count }
      guard let found = forms.lazy.compactMap({ words.range(of: $0, options: [.caseInsensitive, .backwards]) }).first
      else { return [] }
      let new = words.replacingCharacters(in: found, with: sample.otherGrade(than: grade, &dice).lowercased())
      lines.replaceSubrange(range, with: [new])
      return [contradicting((lines, (range.lowerBound + 1)...(range.lowerBound + 2)), id)]
    }
  }

  static let contradictions: [DamageKind] = list {
    stated("a labelled judgement") { ["\($0.title)", "Judgement: \($0.grade)"] }
    stated("a labelled grade") { ["\($0.title)", "Grade: \($0.lower)"] }
    stated("a label on one line") { ["Judgement on \($0.subject): \($0.lower)"] }
    stated("a bullet with a colon") { ["• \($0.title): \($0.lower)"] }
    stated("a bullet with a dash") { ["◼ \($0.title) – \($0.lower)"] }
    stated("a heading doubled") { ["\($0.title): \($0.lower)"] }
    stated("a heading doubled over two lines") { wrapped("\($0.title): \($0.lower)", at: 46) }
    stated("a heading and its grade doubled") { [$0.title, "", $0.grade] }
    stated("a grade in brackets") { ["\($0.title) (\($0.lower))"] }
    stated("a row with blanks") { ["\($0.title)          \($0.grade)"] }
    stated("a row with a tab") { ["\($0.title)\t\($0.grade)"] }
    stated("a row with bars") { ["| \($0.title) | \($0.grade) |"] }
    stated("the grade first") { ["\($0.grade.uppercased()): \($0.title)"] }
    sentence("title is grade") { "\($0.title) \($0.verb) \($0.lower)." }
    sentence("title was judged") { "\($0.title) \($0.verb == "is" ? "was" : "were") judged \($0.lower)." }
    sentence("title has been judged to be") {
      "\($0.title) \($0.verb == "is" ? "has" : "have") been judged to be \($0.lower) at this inspection."
    }
    sentence("inspectors judged") { "Inspectors judged \($0.subject) to be \($0.lower)." }
    sentence("inspectors judge that") { "Inspectors judge that \($0.subject) \($0.verb) \($0.lower)." }
    sentence("we have graded as") { "We have graded \($0.subject) as \($0.lower)." }
    sentence("the judgement for") { "The judgement for \($0.subject) is \($0.lower)." }
    sentence("the judgement of") { "Our judgement of \($0.subject) is that it is \($0.lower)." }
    sentence("the graded judgement for") { "The graded judgement for \($0.subject) is that it is \($0.lower)." }
    sentence("the grade for") { "The grade for \($0.subject) is therefore \($0.lower)." }
    sentence("found to be") { "At this inspection \($0.subject) \($0.verb) found to be \($0.lower)." }
    sentence("remain") { "\($0.title) \($0.verb == "is" ? "remains" : "remain") \($0.lower)." }
    sentence("overall, title") { "Overall, \($0.subject) \($0.verb) \($0.lower)." }
    sentence("in a longer sentence") {
      "Because plans drift and visits are late, \($0.subject) \($0.verb) \($0.lower), and leaders accept this."
    }
    sentence("behind a sentence") {
      "Children told inspectors what they think. In view of all this, inspectors judged \($0.subject) to be \($0.lower)."
    }
    sentence("not as graded but") { "\($0.title) \($0.verb) not as graded on the front but \($0.lower)." }
    sentence("a correction") { "Correction: the grade for \($0.subject) should read \($0.lower)." }
    sentence("limited progress") {
      "\($0.title): the council has made limited progress, and this \($0.verb) \($0.lower)."
    }
    changed("a heading’s grade") { sample, dice in
      // If the only statement of a grade is changed, the contradiction can't be noticed.
      let rows = Set(sample.tables.flatMap(\.rows).map(\.id))
      guard let heading = dice.pick(sample.headings.filter { rows.contains($0.id) }),
        let grade = sample.truth.grades[heading.id]
      else { return nil }
      // The grade may continue on the next line.
      let first = sample.lines[heading.gradeLine].letters
      let isWhole =
        first.contains(grade.letters) || !(first + sample.lines[heading.gradeLine + 1].letters).hasSuffix(grade.letters)
      return (heading.id, heading.gradeLine..<(heading.gradeLine + (isWhole ? 1 : 2)))
    }
    DamageKind("contradiction: a table’s row doubled", .ambiguous) { sample, _, dice in
      guard let table = dice.pick(sample.tables), let row = dice.pick(table.rows),
        let grade = sample.truth.grades[row.id]
      else { return [] }
      let new = row.title + ["", sample.otherGrade(than: grade, &dice), ""]
      return [contradicting(sample.inserting(new, at: table.range.upperBound), row.id)]
    }
    DamageKind("contradiction: a table’s row doubled before it", .ambiguous) { sample, _, dice in
      guard let table = dice.pick(sample.tables), let row = dice.pick(table.rows),
        let grade = sample.truth.grades[row.id]
      else { return [] }
      let new = row.title + ["", sample.otherGrade(than: grade, &dice), ""]
      return [contradicting(sample.inserting(new, at: table.range.lowerBound), row.id)]
    }
    DamageKind("contradiction: a summary at the end", .ambiguous) { sample, _, dice in
      guard let table = dice.pick(sample.tables), let row = dice.pick(table.rows),
        let grade = sample.truth.grades[row.id]
      else { return [] }
      var rows = table.rows
      let changed = sample.otherGrade(than: grade, &dice)
      // Under a title that groups share, the grade of another group's judgement is no contradiction.
      let others = sample.titles.filter { $0.value == sample.titles[row.id] && $0.key != row.id }.keys
      guard !others.contains(where: { sample.truth.grades[$0].map(sample.label) == changed }) else { return [] }
      for place in rows.indices where rows[place].id == row.id { rows[place].grade = [changed] }
      let new = ["", "Summary of judgements", ""] + rows.map { "\($0.titleText)\t\($0.gradeText)" }
      return [contradicting((sample.lines + new, (sample.lines.count + 1)...(sample.lines.count + new.count)), row.id)]
    }
    DamageKind("contradiction: two grades in a cell", .ambiguous) { sample, _, dice in
      guard let table = dice.pick(sample.tables) else { return [] }
      var rows = table.rows
      let place = dice.below(rows.count)
      guard let grade = sample.truth.grades[rows[place].id] else { return [] }
      rows[place].grade.append(sample.otherGrade(than: grade, &dice))
      var lines = sample.lines
      lines.replaceSubrange(table.range, with: stacked(rows))
      return [contradicting((lines, (table.range.lowerBound + 1)...(table.range.upperBound + 2)), rows[place].id)]
    }
    DamageKind("contradiction: a second headline", .ambiguous) { sample, _, dice in
      guard let headline = sample.headline, let overall = sample.framework.judgements.first(where: \.isOverall),
        let grade = sample.truth.grades[overall.id]
      else { return [] }
      let new = sample.lines[headline].replacing(
        sample.label(grade).lowercased(), with: sample.otherGrade(than: grade, &dice).lowercased())
      guard new != sample.lines[headline], new.split(separator: " ").count > 5, let gap = dice.pick(sample.gaps) else {
        return []
      }
      return [contradicting(sample.inserting([new], at: gap), overall.id)]
    }
  }

  /// Returns a kind with a statement about the services as a whole, for texts with an overall judgement.
  private static func overall(
    _ name: String, _ words: @escaping @Sendable (_ place: String, _ grade: String) -> String
  ) -> DamageKind {
    DamageKind("contradiction: \(name)", .ambiguous) { sample, _, dice in
      let framework = sample.framework
      guard let overall = sample.framework.judgements.first(where: \.isOverall), framework.groups.isEmpty,
        framework.judgements.count > 1, framework.scale.grades.count > 3, let gap = sample.gaps.first,
        let grade = sample.truth.grades[overall.id]
      else { return [] }
      let new = wrapped(words(sample.authority, sample.otherGrade(than: grade, &dice).lowercased()))
      return [contradicting(sample.inserting(new, at: gap), overall.id)]
    }
  }

  static let overallContradictions: [DamageKind] = list {
    overall("overall effectiveness is") { "Overall effectiveness is \($1)." }
    overall("the overall judgement is") { "The overall judgement is that children’s services in \($0) are \($1)." }
    overall("services for children are") { "Services for children in \($0) are \($1)." }
    overall("children’s services are") { "Children’s services in \($0) are \($1)." }
    overall("judged overall effectiveness") {
      "Inspectors judged the overall effectiveness of services in \($0) to be \($1)."
    }
  }
}
