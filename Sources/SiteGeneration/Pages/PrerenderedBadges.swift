internal import Inspections

/// The badges of all grades of all frameworks, rendered once.
struct PrerenderedBadges: Sendable {
  private let grades: [String: [String: [UInt8]]]
  private let templates: SiteTemplates

  /// Renders the badges of all grades of all frameworks.
  init(frameworks: FrameworkIndex, templates: SiteTemplates) {
    var grades: [String: [String: [UInt8]]] = [:]
    for framework in frameworks.all {
      for grade in framework.scale.grades {
        grades[framework.id, default: [:]][grade.key] = templates.filled(
          Badge(
            role: grade.role.rawValue, words: grade.label, pips: GradePips.drawing(of: grade, on: framework.scale),
            place: GradePips.words(for: grade, on: framework.scale).map { ", \($0)" } ?? ""))
      }
    }
    self.grades = grades
    self.templates = templates
  }

  /// Returns the badge of a grade, or the note shown instead.
  func badge(_ grade: String?, _ status: Judgement.Status, framework: String) -> [UInt8] {
    guard let grade else {
      return templates.filled(Badge(words: DisplayText.status(status, statements: 0), missing: status))
    }
    let badge = grades[framework]?[grade] ?? templates.filled(Badge(words: grade))
    let mark = DisplayText.status(.reviewed, statements: 0)
    return status == .reviewed ? badge + [UInt8](markup: " <span class=\"statement-note\">\(mark)</span>") : badge
  }

  /// Returns a judgement's badge.
  func badge(_ judgement: Judgement, framework: String) -> [UInt8] {
    badge(judgement.grade, judgement.status, framework: framework)
  }
}

/// The rank of a grade on its scale, as filled squares and as words.
enum GradePips {
  /// Whether a scale's steps are counted. A scale of fewer than four steps answers with sentences rather than grades,
  /// and counting those would say more than the inspectorate does.
  /// More than nine squares can't be counted at a glance.
  static func isCounted(_ scale: GradeScale) -> Bool { (4...9).contains(scale.grades.count) }

  /// Returns the squares, hidden from screen readers, which get the words; empty for a scale that isn't counted.
  static func drawing(of grade: Grade, on scale: GradeScale) -> [UInt8] {
    let scale = scale.part(grade.scale)
    guard isCounted(scale), let steps = scale.steps(of: grade.key) else { return [] }
    let count = scale.grades.count
    let width = count * 8 - 2
    var drawing: [UInt8] = []
    drawing.append(
      markup: "<svg class=\"pips\" width=\"\(width)\" height=\"12\" aria-hidden=\"true\"><path d=\"")
    for step in 0..<count {
      drawing.append(markup: step < steps ? "M\(step * 8) 1h6v10h-6z" : "M\(step * 8) 9h6v2h-6z")
    }
    drawing.append("\"/></svg>")
    return drawing
  }

  /// Returns the rank in words, `second highest of four`; nil for a scale that isn't counted.
  static func words(for grade: Grade, on scale: GradeScale) -> String? {
    let scale = scale.part(grade.scale)
    guard isCounted(scale), let steps = scale.steps(of: grade.key) else { return nil }
    let ordinals = ["", "", "second ", "third ", "fourth ", "fifth "]
    let numbers = ["four", "five", "six", "seven"]
    let count = scale.grades.count
    let of = count - 4 < numbers.count ? numbers[count - 4] : String(count)
    if steps == 1 { return "lowest of \(of)" }
    let place = count - steps + 1
    return "\(place < ordinals.count ? ordinals[place] : "\(place)th ")highest of \(of)"
  }
}
