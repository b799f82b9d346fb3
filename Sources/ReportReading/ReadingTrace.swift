internal import Inspections

/// The structure found in a text: the meaning of each heading, and the lines that nothing was read from.
public struct ReadingTrace: Sendable {
  /// A heading or title as printed.
  public struct Heading: Sendable {
    /// The line it begins on, counted from 1.
    public let line: Int
    /// Its words.
    public let text: String
    /// Its meaning: `judgement safeguarding.overall-effectiveness`, `section, improvements`.
    public let meaning: String
    /// The part of the report it is in.
    public let zone: String
    /// The framework's title that it was matched to by likeness, with the figure, and which came second; nil where it
    /// is one of the framework's own.
    public let match: String?
  }

  /// The headings, in the order of the text.
  public let headings: [Heading]
  /// The numbers of lines that were taken for running heads, page numbers and the like.
  public let furniture: [Int]
  /// The numbers and words of the lines that went into no judgement, finding or recommendation.
  public let unparsedLines: [(line: Int, text: String)]

  init(_ text: ReportText, outline: Outline, blocks: [Block], bodies: ResponsibleBodies, framework: Framework) {
    headings = outline.entries.map { entry in
      Heading(
        line: text.lines[entry.heading.firstLine].number, text: entry.heading.printed,
        meaning: Self.words(for: entry.meaning, framework), zone: entry.zone.rawValue,
        match: entry.heading.nearest.map(Self.words))
    }
    furniture = text.lines.filter(\.isFurniture).map(\.number)
    let used = Set(blocks.flatMap(\.ranges).map(\.upperBound))
    unparsedLines = text.lines.indices.filter { index in
      let line = text.lines[index]
      return line.isText && !line.range.isEmpty && outline.roles[index] == .text
        && !used.contains(line.range.upperBound) && !bodies.lines.contains(index)
    }
    .map { (text.lines[$0].number, text.string(text.lines[$0].range)) }
  }

  private static func words(for meaning: Outline.Meaning, _ framework: Framework) -> String {
    switch meaning {
    case .judgement(.some(let index)): "judgement \(framework.judgements[index].id)"
    case .unknown: "a judgement that the framework does not know"
    case .judgement(.none): "a judgement whose group is not known"
    case .group(let index): "group \(framework.groups[index].id)"
    case .section(let index): "section, \(framework.sections[index].role.rawValue)"
    case .record: "record of findings"
    case .timescale(let index): "timescale of \(framework.timescales[index].months) months"
    }
  }

  /// `0.88 like “Children in care”, then 0.47 like “Care leavers”`.
  private static func words(for match: TitleIndex.Match) -> String {
    func words(_ title: String, _ likeness: Double) -> String {
      let hundredths = Int((likeness * 100).rounded(.down))
      return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) like “\(title)”"
    }
    let best = words(match.title, match.likeness)
    return match.runnerUp.map { "\(best), then \(words($0.title, $0.likeness))" } ?? best
  }
}
