/// A kind of damage: the changes to a text, and the expected result.
package struct DamageKind: Sendable {
  /// The expected result of a copy. No kind may publish a fact that the original does not state.
  package enum Expectation: String, Sendable {
    /// At least 98 in 100 of the original's grades are published.
    case harmless
    /// As harmless, and the lists have as many items as before.
    case harmlessToLists
    /// Grades may be withheld; a contradicted one is, or has a warning.
    case ambiguous
    /// No grade is published, and an error says why.
    case unreadable
  }

  /// A damaged copy.
  package struct Copy: Sendable {
    package var bytes: [UInt8]
    /// Judgements of which the copy states two grades.
    package var contradicted: Set<String> = []
    /// The lines of the contradicting statement.
    package var place: ClosedRange<Int>?
    /// Other contents that the copy as a whole may be read as; if empty, only the original's.
    package var truths: [Truth] = []

    init(_ bytes: [UInt8], truths: [Truth] = []) {
      self.bytes = bytes
      self.truths = truths
    }

    init(_ lines: [String], truths: [Truth] = []) {
      self.init(Array(lines.joined(separator: "\n").utf8), truths: truths)
    }
  }

  package typealias Damage = @Sendable (_ sample: Sample, _ other: Sample, _ dice: inout Dice) -> [Copy]

  package let name: String
  package let expectation: Expectation
  /// The damaged copies of a text; none if the text can't be damaged in this way.
  package let copies: Damage

  init(_ name: String, _ expectation: Expectation, copies: @escaping Damage) {
    self.name = name
    self.expectation = expectation
    self.copies = copies
  }

  /// Returns damage to the lines of a text as a whole.
  static func lines(
    _ name: String, _ expectation: Expectation,
    _ damage: @escaping @Sendable (_ lines: [String], _ sample: Sample, _ dice: inout Dice) -> [String]?
  ) -> DamageKind {
    DamageKind(name, expectation) { sample, _, dice in
      damage(sample.lines, sample, &dice).map { $0 == sample.lines ? [] : [Copy($0)] } ?? []
    }
  }

  /// Returns damage to the text as one string.
  static func text(
    _ name: String, _ expectation: Expectation,
    _ damage: @escaping @Sendable (_ text: String, _ dice: inout Dice) -> String?
  ) -> DamageKind {
    DamageKind(name, expectation) { sample, _, dice in
      damage(sample.text, &dice).map { [Copy(Array($0.utf8))] }?.filter { $0.bytes != Array(sample.text.utf8) } ?? []
    }
  }

  /// Returns damage to the bytes of a text.
  static func bytes(
    _ name: String, _ expectation: Expectation,
    _ damage: @escaping @Sendable (_ text: String, _ dice: inout Dice) -> [UInt8]?
  ) -> DamageKind {
    DamageKind(name, expectation) { sample, _, dice in damage(sample.text, &dice).map { [Copy($0)] } ?? [] }
  }

  /// Returns damage that replaces the lines of a table. Each table of three rows or more gives a copy.
  static func table(
    _ name: String, _ expectation: Expectation, rows least: Int = 3,
    _ damage: @escaping @Sendable (_ rows: [Row], _ dice: inout Dice) -> [String]?
  ) -> DamageKind {
    DamageKind(name, expectation) { sample, _, dice in
      sample.tables.compactMap { table in
        guard table.rows.count >= least, let new = damage(table.rows, &dice) else { return nil }
        var lines = sample.lines
        lines.replaceSubrange(table.range, with: new)
        return lines == sample.lines ? nil : Copy(lines)
      }
    }
  }

  /// Returns damage that inserts lines after a paragraph of the body.
  static func inserted(
    _ name: String, _ expectation: Expectation,
    _ words: @escaping @Sendable (_ sample: Sample, _ other: Sample, _ dice: inout Dice) -> [String]?
  ) -> DamageKind {
    DamageKind(name, expectation) { sample, other, dice in
      guard let gap = dice.pick(sample.gaps), let new = words(sample, other, &dice) else { return [] }
      var lines = sample.lines
      lines.insert(contentsOf: [""] + new + [""], at: gap)
      return [Copy(lines)]
    }
  }
}
