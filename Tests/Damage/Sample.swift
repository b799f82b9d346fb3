import Foundation
package import Inspections
package import ReportReading

/// A row of a table: a title over or before its grade, each of one or more lines.
package struct Row: Sendable, Equatable {
  package var id: String
  package var title: [String]
  package var grade: [String]

  var titleText: String { title.joined(separator: " ") }
  var gradeText: String { grade.joined(separator: " ") }
}

/// A table of titles and grades.
package struct Table: Sendable {
  var range: Range<Int>
  var rows: [Row]
}

/// A heading of the body that states a grade.
package struct Heading: Sendable {
  var id: String
  var range: Range<Int>
  /// The line on which the grade begins.
  var gradeLine: Int
}

/// An undamaged text, its facts, and their lines.
package struct Sample: Sendable {
  package let name: String
  package let text: String
  package let truth: Truth
  let framework: Framework
  let lines: [String]
  /// The tables with a grade for each row: the front's, the record's.
  let tables: [Table]
  let headings: [Heading]
  /// The line on which the overall judgement's sentence begins.
  let headline: Int?
  /// The lines of the report's title.
  let title: Range<Int>?
  /// The line that begins with the label of the inspection's dates, and those it goes on over.
  let dates: Range<Int>?
  /// The line of the lead inspector on the front.
  let lead: Int?
  /// The blank lines behind the paragraphs of the body.
  let gaps: [Int]
  /// The first line behind the report's front: what comes behind is its body.
  let bodyStart: Int
  /// The differences between the reading and the truth.
  package private(set) var differences: [String] = []
  /// The name as the report prints it.
  let authority: String

  /// Finds the lines of a text's facts by what was read from it; `truth` overrides the facts that were read.
  package init(name: String, text: String, report: Report, framework: Framework, truth: Truth? = nil) {
    self.name = name
    self.text = text
    self.framework = framework
    self.truth = truth ?? Truth(report)
    authority = report.authority.printed
    let lines = text.components(separatedBy: "\n")
    self.lines = lines
    let finder = PlaceFinder(lines: lines, framework: framework)
    tables = [Evidence.Kind.frontTable, .record].flatMap { finder.tables(of: report, $0) }
    headings = finder.headings(of: report)
    headline = report.judgements.flatMap(\.evidence).first { $0.kind == .headline }.map { $0.line - 1 }
    title = finder.range(of: report.title, within: 80)
    let first = finder.headerEnd
    let label = /^\s*(Inspection|Review|Re-inspection) dates?:/
    let sentence = /^(This inspection took place|Between)\s/
    dates = (first..<min(lines.count, 140)).first { lines[$0].contains(label) || lines[$0].contains(sentence) }
      .map { $0..<($0 + (lines[$0].contains(/[0-9]{4}/) ? 1 : 2)) }
    let leadLabel = /^\s*(Lead|Reporting) inspector:/
    lead = (first..<min(lines.count, 80)).first { lines[$0].contains(leadLabel) }
    let frontEnd = [tables.first?.range.upperBound, title?.upperBound, dates?.upperBound].compactMap { $0 }.max() ?? 30
    bodyStart = frontEnd
    let held = tables.map(\.range)
    gaps = lines.indices.filter { place in
      guard place > frontEnd + 8, place + 1 < lines.count, lines[place].isEmpty, lines[place - 1].hasSuffix(".") else {
        return false
      }
      return lines[place - 1].count < 120 && !held.contains { $0.contains(place) }
    }
  }

  /// Creates a sample from a fixture; nil if the reader finds no report in it.
  package init?(_ fixture: Fixture, reader: ReportParser, frameworks: [Framework]) {
    guard let report = reader.read(Array(fixture.text.utf8), path: fixture.name, sha256: "").report,
      let framework = frameworks.first(where: { $0.id == report.framework })
    else { return nil }
    self.init(
      name: fixture.name, text: fixture.text, report: report, framework: framework, truth: fixture.truth)
    differences = Truth(report).differences(from: fixture.truth)
  }

  /// The framework's titles by identifier.
  var titles: [String: String] { Dictionary(uniqueKeysWithValues: framework.judgements.map { ($0.id, $0.title) }) }

  /// The titles of the judgements that have a grade, by identifier; those that occur twice are left out.
  var judged: [(id: String, title: String, grade: String)] {
    let titles = framework.judgements.map(\.title)
    return framework.judgements.compactMap { definition in
      guard let grade = truth.grades[definition.id], titles.filter({ $0 == definition.title }).count == 1 else {
        return nil
      }
      return (definition.id, definition.title, grade)
    }
  }

  /// Returns the label of another grade of the scale.
  func otherGrade(than grade: String, _ dice: inout Dice) -> String {
    dice.pick(framework.scale.grades.filter { $0.key != grade })?.label ?? "Inadequate"
  }

  /// Returns the label of a grade.
  func label(_ grade: String) -> String { framework.scale.grades.first { $0.key == grade }?.label ?? grade }

  /// Inserts lines behind a paragraph of a judgement's section; returns nil if it has no section.
  func inserting(_ new: [String], inSectionOf id: String) -> (lines: [String], place: ClosedRange<Int>)? {
    guard let heading = headings.first(where: { $0.id == id }),
      let gap = gaps.first(where: { $0 > heading.range.upperBound + 1 })
    else { return nil }
    return inserting(new, at: gap)
  }

  /// Inserts lines before one of the lines, and returns their numbers too.
  func inserting(_ new: [String], at gap: Int) -> (lines: [String], place: ClosedRange<Int>) {
    var lines = lines
    lines.insert(contentsOf: [""] + new + [""], at: gap)
    return (lines, (gap + 1)...(gap + new.count + 2))
  }
}
