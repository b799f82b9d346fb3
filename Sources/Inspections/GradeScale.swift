/// The grades of a framework, best first; the grades of further scales follow, each scale best first.
///
/// Words of different scales are never equated: `adequate` of one is not `requires improvement to be good` of another.
public struct GradeScale: Sendable, Hashable {
  /// The grades, best first.
  public var grades: [Grade]

  /// Creates a scale from its grades, best first.
  public init(grades: [Grade]) {
    self.grades = grades
  }

  /// Returns the grade with this key, if the scale has it.
  public func grade(_ key: String) -> Grade? { grades.first { $0.key == key } }

  /// Returns the scale that a grade is on, without the framework's others; the usual scale for an unknown grade.
  public func part(with key: String) -> GradeScale { part(grade(key)?.scale) }

  /// Returns one of the framework's scales: the usual one, or the one with this identifier.
  public func part(_ scale: String?) -> GradeScale { GradeScale(grades: grades.filter { $0.scale == scale }) }

  /// The grades without scores.
  public var words: [Grade] { grades.filter { $0.role != .score } }

  /// Returns the rank of a grade from the bottom of its scale, counted from 1; nil for a word not on it.
  public func steps(of key: String) -> Int? {
    let grades = part(with: key).grades
    return grades.firstIndex { $0.key == key }.map { grades.count - $0 }
  }
}

/// One step of a scale.
public struct Grade: Sendable, Hashable {
  /// The role of a grade on its scale; it determines the colour of a badge.
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
    /// One of too many grades for colours, such as a score out of 36.
    case score

    /// Returns the roles of this many grades, best first.
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
  /// The role on the scale.
  public var role: Role
  /// Other printed forms of the grade, such as `require improvement`; matched without regard to case.
  public var forms: [String]
  /// The meaning of the grade, in the project's own words.
  public var meaning: String?
  /// The identifier of the scale it is on, for a framework with several; nil on its usual one.
  public var scale: String?

  /// Creates a grade.
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
