public import Diagnostics
public import Inspections

/// A grade that a person read where the program shows none: a line of `Content/readings.csv`.
public struct ReviewedReading: Sendable {
  static let columns = ["report", "judgement", "grade", "line", "quotation", "by", "on", "why"]

  let row: CSVDocument.Row
  let review: Review

  /// The name of the report's file, or its SHA-256.
  public var report: String { row.fileName("report") }
  /// The contents of the line and their locations.
  public var digest: String { Self.columns.map { "\(row.location(of: $0)) \(row[$0])" }.joined(separator: "\u{0}") }

  /// Returns the readings of a file, and its problems; a line with a mistake is left out.
  static func load(_ source: SourceText) -> (readings: [ReviewedReading], problems: [Diagnostic]) {
    var judgements: Set<[String]> = []
    return CSVDocument(source, columns: columns).values { row, problems in
      problems += row.empty(columns)
      let (date, line) = (row.date("on", &problems), Int(row["line"]) ?? 0)
      if line < 1 { problems.append(row.error("“\(row["line"])” is not the number of a line", in: "line")) }
      if !judgements.insert([row["report"], row["judgement"]]).inserted {
        problems.append(row.error("this judgement of the report is given twice here", in: "judgement"))
      }
      guard let date else { return nil }
      let review = Review(line: line, quotation: row["quotation"], by: row["by"], date: date, why: row["why"])
      return ReviewedReading(row: row, review: review)
    }
  }

  /// Gives the judgement the grade that a person read.
  ///
  /// - Returns: an objection, and then nothing is changed: other words in the text, or a grade that the program reads
  ///   by itself.
  public func apply(to report: inout Report, _ text: SourceText, _ framework: Framework?) -> Diagnostic? {
    func error(_ message: String, in column: String) -> Diagnostic { row.error(message, in: column, .falseReading) }
    let grade = row["grade"]
    guard let place = report.judgements.firstIndex(where: { $0.key == row["judgement"] }) else {
      let keys = report.judgements.map(\.key).joined(separator: ", ")
      return error("the report has no judgement “\(row["judgement"])”; it has \(keys)", in: "judgement")
    }
    let definition = framework?.judgement(report.judgements[place].key)
    let grades = framework?.scale.part(definition?.scale).grades ?? []
    guard let read = grades.first(where: { $0.key == grade }) else {
      let known = grades.map(\.key).joined(separator: ", ")
      return error("“\(grade)” is no grade of this judgement; it has \(known)", in: "grade")
    }
    guard isQuoted(from: text) else {
      return error("these words don’t begin on line \(review.line) of \(text.path)", in: "quotation")
    }
    let found = report.judgements[place]
    guard [.conflict, .withheld, .missing].contains(found.status) else {
      let message = "the program reads this judgement by itself, as \(found.grade ?? "not judged")"
      var problem = error(message, in: "grade")
      if found.grade == grade { problem.severity = .warning }
      return problem
    }
    report.judgements[place].review = review
    report.judgements[place].review?.found = found.status
    report.judgements[place].status = .reviewed
    report.judgements[place].grade = grade
    report.judgements[place].number = read.number
    return nil
  }

  /// Whether the quotation begins on its line; it may continue on the next lines.
  private func isQuoted(from text: SourceText) -> Bool {
    func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let (line, quotation) = (review.line, words(review.quotation))
    guard line <= text.lineCount else { return false }
    let first = words(text.line(line)).count
    let rest = words((line...min(text.lineCount, line + quotation.count)).map(text.line).joined(separator: " "))
    return rest.ranges(of: quotation).contains { rest.distance(from: rest.startIndex, to: $0.lowerBound) < first }
  }
}
