import Inspections

/// The parts of a report, and every title and grade with the part it is in.
struct Outline {
  /// A part of a report; it decides what a grade in it can mean.
  enum Zone: String {
    /// The front page: title block, table of judgements, headline.
    case front
    /// The report itself.
    case body
    /// The record of findings.
    case record
    /// Text in which no grade is a judgement of this inspection: the scale's meaning, earlier inspections, notices.
    case silent = "where no grade counts"
  }

  /// The role of a line.
  enum LineRole: Equatable {
    /// Words of a paragraph or list, or nothing.
    case text
    /// The heading at an index of `entries`.
    case heading(Int)
    /// Part of a heading, a grade, a table, or the list of contents.
    case consumed
  }

  /// A heading with its meaning.
  struct Entry {
    /// The heading as found.
    let heading: Heading
    /// The part of the report that it opens.
    let meaning: Meaning
    /// The part of the report it is in.
    let zone: Zone
    /// The index of the group it is in.
    let group: Int?
    /// The judgements that it may be about where its group is not known.
    var shared: [Int] = []

    /// Whether its title is as near to another judgement's.
    var isUnclear: Bool { heading.nearest?.isNarrow ?? false }

    /// The judgements that it may be about: one, or those that its title is as near to.
    var candidates: [Int] {
      if case .judgement(.some(let index)) = meaning, !isUnclear { return [index] }
      guard isUnclear, let match = heading.nearest else { return shared }
      return (match.terms + (match.runnerUp?.terms ?? [])).compactMap { term in
        if case .judgement(let index, _) = term { index } else { nil }
      }
    }
  }

  /// The part of a report that a heading opens.
  enum Meaning: Equatable {
    /// A judgement; nil where its group is unclear.
    case judgement(Int?)
    /// A group.
    case group(Int)
    /// A section.
    case section(Int)
    /// The record of findings.
    case record
    /// A timescale.
    case timescale(Int)
    /// A row of a table with a title that the framework does not know.
    case unknown
  }

  /// A grade on its own.
  struct LooseGrade {
    let mention: GradeMention
    let zone: Zone
  }

  var roles: [LineRole]
  var entries: [Entry] = []
  var looseGrades: [LooseGrade] = []
  /// The index of the first line after the front page.
  var frontEnd: Int
  /// The lines on which no grade is a judgement of this inspection.
  var isSilent: [Bool]

  /// Whether a line does not continue a sentence of the line above.
  func isApart(_ index: Int, in text: ReportText) -> Bool {
    guard index > 0, text.lines[index - 1].isText, roles[index - 1] == .text else { return true }
    return text.bytes[text.lines[index - 1].range].last.map { [0x2E, 0x3A, 0x3F].contains($0) } ?? true
  }
}

extension Framework {
  /// Returns the section that a heading opens, if it opens one.
  func section(of meaning: Outline.Meaning) -> SectionDefinition? {
    if case .section(let index) = meaning { sections[index] } else { nil }
  }
}
