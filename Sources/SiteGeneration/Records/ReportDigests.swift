internal import Inspections
public import Records

/// Digests that show whether any part of a report that the rest of the site shows has changed.
public struct ReportDigests: Sendable {
  /// The digest of the data in lists: authority, dates and grades, without the text and the number of statements.
  public let shown: Fingerprint
  /// The digest of `shown` and all counts: the certainty of each grade, findings, issues.
  public let counted: Fingerprint
  /// The digest of the data in lists of recommendations.
  public let points: Fingerprint

  static let none = ReportDigests(
    shown: Fingerprint(of: []), counted: Fingerprint(of: []), points: Fingerprint(of: []))
}

extension ReportDigests {
  init(of report: ReportSummary) {
    let (counts, judgements) = (report.counts, report.judgements)
    var source = report.source
    source.sha256 = ""
    source.encoding = ""
    source.lines = 0
    source.pageStarts = []
    // The home page of a site with one report counts its recommendations by timescale.
    shown = Fingerprint(
      of: "shown", report.id, source, report.framework, report.title, report.kind, report.licence, report.authority,
      report.inspection, judgements.map(\.shown), counts.recommendations, counts.due, counts.paragraphs.total > 0,
      report.recommendations.map(\.timescale))
    counted = Fingerprint(of: "counted", shown, counts, judgements.map(\.status))
    let list = report.recommendations.map { point in
      var point = point
      point.line = 0
      return point
    }
    points = Fingerprint(
      of: "points", report.id, report.framework, report.title, report.kind, report.licence, report.authority,
      report.inspection, RecommendationList(points: list))
  }
}

extension ReportDigests {
  /// Returns digests that also change with an authority's description.
  func combined(with authority: Report.AuthorityReference) -> ReportDigests {
    func combined(_ digest: Fingerprint) -> Fingerprint { Fingerprint(of: "described", digest, authority) }
    return ReportDigests(shown: combined(shown), counted: combined(counted), points: combined(points))
  }
}

extension JudgementSummary {
  /// The judgement as lists show it: without the number of statements of its grade, and without its status unless there
  /// is no grade or a person read it.
  fileprivate var shown: JudgementSummary {
    JudgementSummary(
      id: id, group: group, title: title, printed: printed, grade: grade, number: number,
      status: grade == nil || status == .reviewed ? status : .agreed, reason: nil, isOverall: isOverall, statements: 0)
  }
}

extension ReportDigests: Recordable {
  /// Writes the digests.
  public func write(to record: inout RecordWriter) { record.put(shown, counted, points) }

  /// Reads recorded digests.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(shown:counted:points:))
  }
}
