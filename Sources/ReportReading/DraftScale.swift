import Inspections

/// The words that may be grades: those of the known frameworks, and others that inspectorates use.
struct DraftScale {
  private var phrases = PhraseTrie<String>()
  private let scales: [[Grade]]

  init(_ frameworks: [Framework]) {
    let usual = [
      "Exceptional", "Outstanding", "Excellent", "Very good", "Strong", "Good", "Reasonably good", "Satisfactory",
      "Adequate", "Requires improvement", "Not sufficiently good", "Weak", "Poor", "Unsatisfactory", "Inadequate",
      "Met", "Not met",
    ].map { Grade(key: $0.lowercased(), label: $0, role: .score) }
    scales = frameworks.map { $0.scale.part(nil).grades }.filter { !$0.isEmpty } + [usual]
    for scale in scales {
      for grade in scale {
        for form in [grade.key, grade.label] + grade.forms { phrases.add(form, grade.key) }
      }
    }
  }

  /// Returns the grade that ends a line, or begins on it and ends a later one, by its keys on all scales that have it.
  func grade(onLine line: Int, in text: ReportText) -> (keys: Set<String>, start: Int, lastLine: Int)? {
    for word in text.words(onLine: line) where phrases.mayBegin(with: word.hash) {
      var cursor = WordCursor(text, line: line, position: word.start)
      guard let keys = phrases.longestMatch(&cursor), text.isTrivial(cursor.rest) else {
        continue
      }
      return (Set(keys), word.start, cursor.lineIndex)
    }
    return nil
  }

  /// Returns the shortest known scale with all of some grades, or else these grades in the usual order, with colours.
  func grades(holding stated: [Set<String>]) -> [Grade] {
    guard !stated.isEmpty else { return [] }
    let holding = scales.dropLast().filter { scale in
      stated.allSatisfy { !$0.isDisjoint(with: scale.map(\.key)) }
    }
    let keys = Set(stated.compactMap { $0.min() })
    if let known = holding.min(by: { $0.count < $1.count }) { return known }
    let found = scales.joined().reduce(into: [Grade]()) { found, grade in
      if keys.contains(grade.key), !found.contains(where: { $0.key == grade.key }) { found.append(grade) }
    }
    return zip(found, Grade.Role.all(of: found.count)).map { grade, role in
      var grade = grade
      grade.role = role
      return grade
    }
  }
}
