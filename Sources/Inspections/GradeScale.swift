/// The words a framework answers with, best first; those of further scales follow, each best first.
///
/// Words of different scales are never equated: `adequate` of one is not `requires improvement to be good` of another.
public struct GradeScale: Sendable, Hashable {
  /// The grades, best first.
  public var grades: [Grade]

  /// Creates a scale from its grades, best first.
  public init(grades: [Grade]) {
    self.grades = grades
  }

  /// The grade with this key, if the scale has it.
  public func grade(_ key: String) -> Grade? { grades.first { $0.key == key } }

  /// The scale that a grade is on, without the framework's others; the framework's usual one for a word on none.
  public func part(with key: String) -> GradeScale { part(grade(key)?.scale) }

  /// One of the framework's scales: the usual one, or the one with this identifier.
  public func part(_ scale: String?) -> GradeScale { GradeScale(grades: grades.filter { $0.scale == scale }) }

  /// The grades without scores.
  public var words: [Grade] { grades.filter { $0.role != .score } }

  /// How many steps the grade stands above the bottom of its scale, counting from 1; nil for a word not on it.
  public func steps(of key: String) -> Int? {
    let grades = part(with: key).grades
    return grades.firstIndex { $0.key == key }.map { grades.count - $0 }
  }
}

/// One step of a scale.
public struct Grade: Sendable, Hashable {
  /// The part a grade plays on its scale; it chooses the colour of a badge.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The best grade.
    case top
    /// The second of four, and of more.
    case second
    /// The third of six.
    case middle
    /// The third of four, from the frameworks that say "requires improvement".
    case third
    /// The third of four, from the frameworks that said "adequate".
    case adequate
    /// The worst grade.
    case bottom
    /// One of so many that colours would not tell them apart, such as a score out of 36.
    case score

    /// The parts of so many grades, best first.
    public static func all(of count: Int) -> [Role] {
      switch count {
      case 1: [.top]
      case 2: [.top, .bottom]
      case 3: [.top, .third, .bottom]
      case 4: [.top, .second, .third, .bottom]
      case 5: [.top, .second, .adequate, .third, .bottom]
      case 6: [.top, .second, .middle, .adequate, .third, .bottom]
      default: Array(repeating: .score, count: count)
      }
    }
  }

  /// The canonical words, lower case: `requires improvement to be good`. Unique on the scale.
  public var key: String
  /// The words as a reader sees them: `Requires improvement to be good`.
  public var label: String
  /// The number the report prints for it, if the framework has numbers: 4 for the older `inadequate`.
  public var number: Int?
  /// The part it plays on the scale.
  public var role: Role
  /// Other words that print the same grade, such as `require improvement`; matched without regard to case.
  public var forms: [String]
  /// What the grade means, in the project's own words.
  public var meaning: String?
  /// The identifier of the scale it is on, for a framework with several; nil on its usual one.
  public var scale: String?

  /// Creates a grade from its parts.
  public init(
    key: String, label: String, number: Int? = nil, role: Role, forms: [String] = [], meaning: String? = nil,
    scale: String? = nil
  ) {
    self.key = key
    self.label = label
    self.number = number
    self.role = role
    self.forms = forms
    self.meaning = meaning
    self.scale = scale
  }
}
