internal import Inspections

/// How many judgements of a report have each grade, best first: what a report says where it has no overall grade.
struct GradeDistribution: Sendable {
  /// The grades that were given, best first, with how often.
  let counts: [(grade: String, label: String, count: Int)]
  /// How many judgements have no grade.
  let withoutGrade: Int

  /// Counts the judgements of a report.
  init(_ judgements: [JudgementSummary], framework: Framework?) {
    var counts: [String: Int] = [:]
    for judgement in judgements {
      if let grade = judgement.grade { counts[grade, default: 0] += 1 }
    }
    let known = framework?.scale.grades.map(\.key) ?? []
    let others = counts.keys.filter { !known.contains($0) }.sorted()
    self.counts = (known + others).compactMap { key in
      counts[key].map { (key, framework?.scale.grade(key)?.label ?? key, $0) }
    }
    withoutGrade = judgements.count { $0.grade == nil }
  }

  /// The label of the one grade that every judgement has, if they are alike.
  var only: String? { counts.count == 1 && withoutGrade == 0 ? counts.first?.label : nil }

  /// `2 good, 13 adequate and 7 inadequate`; nil where nothing was judged.
  var words: String? {
    var parts = counts.map { "\($0.count) \($0.label.lowercased())" }
    if withoutGrade > 0 { parts.append("\(withoutGrade) without a grade") }
    return parts.isEmpty ? nil : DisplayText.list(parts)
  }
}
