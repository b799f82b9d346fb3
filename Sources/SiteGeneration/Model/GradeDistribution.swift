internal import Inspections

/// The number of judgements of a report with each grade, best first; used for reports without an overall grade.
struct GradeDistribution: Sendable {
  /// The grades that were given, best first, with the number of judgements.
  let counts: [(grade: String, label: String, count: Int)]
  /// The number of judgements without a grade.
  let withoutGrade: Int

  /// Counts the judgements of a report.
  init(_ judgements: [Judgement], framework: Framework?) {
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

  /// The label of the grade if all judgements have the same grade.
  var only: String? { counts.count == 1 && withoutGrade == 0 ? counts.first?.label : nil }

  /// `2 good, 13 adequate and 7 inadequate`; nil without judgements.
  var words: String? {
    var parts = counts.map { "\($0.count) \($0.label.lowercased())" }
    if withoutGrade > 0 { parts.append("\(withoutGrade) without a grade") }
    return parts.isEmpty ? nil : DisplayText.list(parts)
  }
}
