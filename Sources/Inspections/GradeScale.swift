/// The words a framework answers with, best first.
///
/// Words of different scales are never equated: `adequate` of one is not `requires improvement to be good` of another.
public struct GradeScale: Sendable, Hashable {
  /// The grades, best first.
  public var grades: [Grade]

  /// Makes a scale from its grades, best first.
  public init(grades: [Grade]) {
    self.grades = grades
  }

  /// The grade with this key, if the scale has it.
  public func grade(_ key: String) -> Grade? { grades.first { $0.key == key } }

  /// How many steps the grade stands above the bottom of the scale, counting from 1; nil for a word not on it.
  public func steps(of key: String) -> Int? {
    grades.firstIndex { $0.key == key }.map { grades.count - $0 }
  }
}

/// One step of a scale.
public struct Grade: Sendable, Hashable {
  /// The part a grade plays on its scale; it chooses the colour of a badge.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The best grade.
    case top
    /// The second of four.
    case second
    /// The third of four, from the frameworks that say "requires improvement".
    case third
    /// The third of four, from the frameworks that said "adequate".
    case adequate
    /// The worst grade.
    case bottom
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

  /// Makes a grade from its parts.
  public init(
    key: String, label: String, number: Int? = nil, role: Role, forms: [String] = [], meaning: String? = nil
  ) {
    self.key = key
    self.label = label
    self.number = number
    self.role = role
    self.forms = forms
    self.meaning = meaning
  }
}
