internal import Diagnostics
public import Inspections

/// A report as the site showed it on a day: a line of `Content/published.csv`, which only `sitegen record` writes. It
/// replaces the earlier line about the same address, or about the address that the report has moved from.
public struct PublishedReport: Sendable, Hashable {
  /// The columns of the file.
  public static let columns = ["date", "report", "former", "file", "sha256", "judgements"]

  /// The day it was recorded; nil if it is not recorded yet.
  public var date: CalendarDate?
  /// The path of its page: `exampleshire/2010-11-29-ofsted-slac`.
  public var address: String
  /// The path of its page before, if that was another.
  public var former: String?
  /// The name of its file.
  public var file: String
  /// The digest of its file; empty for a report that was removed.
  public var sha256: String
  /// The grade that was shown of each judgement, by its key, or the reason why there was none.
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

extension PublishedReport {
  /// Returns the lines of a file, in its order, and its problems; a line with a mistake is left out.
  static func load(_ source: SourceText) -> (reports: [PublishedReport], problems: [Diagnostic]) {
    CSVDocument(source, columns: columns).values { row, problems in
      let (date, address, former) = (row.date("date", &problems), row["report"], row.text("former"))
      problems += row.empty(["date"])
      for column in former == nil ? ["report"] : ["report", "former"] where !isAddress(row[column]) {
        problems.append(row.error("“\(row[column])” is no address AUTHORITY/START-FRAMEWORK", in: column))
      }
      let judgements = row.list("judgements").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
      if let wrong = judgements.first(where: { $0.count < 2 }) {
        problems.append(row.error("“\(wrong.joined())” has no “=” between a judgement and its grade", in: "judgements"))
        return nil
      }
      return PublishedReport(
        date: date, address: address, former: former, file: row["file"], sha256: row["sha256"],
        judgements: Dictionary(judgements.map { ($0[0], $0[1]) }) { first, _ in first })
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { Slug.isWellFormed(String($0)) }
  }
}
