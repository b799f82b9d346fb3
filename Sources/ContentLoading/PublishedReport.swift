internal import Diagnostics
public import Inspections

/// What the site showed of a report on a day: a line of `Content/published.csv`, which only `sitegen record` writes. It
/// takes the place of the line before it that is about the same address, or about the one the report has moved from.
public struct PublishedReport: Sendable, Hashable {
  /// The columns of the file.
  public static let columns = ["date", "report", "former", "file", "sha256", "judgements"]

  /// The day it was recorded; nil for what nobody has recorded yet.
  public var date: CalendarDate?
  /// Where it was: `exampleshire/2010-11-29-ofsted-slac`.
  public var address: String
  /// Where it was before, if that was elsewhere.
  public var former: String?
  /// The name of its file.
  public var file: String
  /// The digest of its file; empty for a report that was taken away.
  public var sha256: String
  /// What was shown of each judgement, by its key: the grade, or why there was none.
  public var judgements: [String: String]

  /// Creates a line from its parts.
  public init(
    date: CalendarDate? = nil, address: String, former: String? = nil, file: String = "", sha256: String = "",
    judgements: [String: String] = [:]
  ) {
    self.date = date
    self.address = address
    self.former = former
    self.file = file
    self.sha256 = sha256
    self.judgements = judgements
  }
}

/// Reads `Content/published.csv`.
enum PublishedReportLoader {
  /// The lines of a file, in its order, and what is wrong with it; a line with a mistake is left out.
  static func load(_ source: SourceText) -> (reports: [PublishedReport], problems: [Diagnostic]) {
    let table = CSVDocument(source, columns: PublishedReport.columns)
    var problems = table.problems
    let reports = table.rows.compactMap { row -> PublishedReport? in
      let known = problems.count
      let (date, address, former) = (row.date("date", &problems), row["report"], row.text("former"))
      if row["date"].isEmpty { problems.append(row.error("the column “date” is empty", in: "date")) }
      for column in former == nil ? ["report"] : ["report", "former"] where !isAddress(row[column]) {
        problems.append(row.error("“\(row[column])” is no address AUTHORITY/START-FRAMEWORK", in: column))
      }
      let judgements = row.list("judgements").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
      if let wrong = judgements.first(where: { $0.count < 2 }) {
        problems.append(row.error("“\(wrong.joined())” has no “=” between a judgement and its grade", in: "judgements"))
      }
      guard problems.count == known else { return nil }
      return PublishedReport(
        date: date, address: address, former: former, file: row["file"], sha256: row["sha256"],
        judgements: Dictionary(judgements.map { ($0[0], $0[1]) }) { first, _ in first })
    }
    return (reports, problems)
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { Slug.isWellFormed(String($0)) }
  }
}
