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
}

extension ReportDigests {
  init(
    of report: Report, id: String, counts: ReportCounts, judgements: [Judgement], points: [Recommendation]
  ) {
    var source = report.source
    source.sha256 = ""
    source.encoding = ""
    source.lines = 0
    source.pageStarts = []
    // The home page of a site with one report counts its recommendations by timescale.
    shown = Fingerprint(
      of: "shown", id, source, report.framework, report.title, report.kind, report.licence, report.authority,
      report.inspection, judgements.map(\.shown), counts.recommendations, counts.due, counts.findings > 0,
      points.map(\.timescale))
    counted = Fingerprint(of: "counted", shown, counts, judgements.map(\.status))
    let listed = points.map { point in
      var point = point
      point.line = 0
      return point
    }
    self.points = Fingerprint(
      of: "points", id, report.framework, report.title, report.kind, report.licence, report.authority,
      report.inspection, listed)
  }
}

extension ReportDigests {
  /// Returns digests that also change with an authority's description.
  func combined(with authority: Report.AuthorityReference) -> ReportDigests {
    func combined(_ digest: Fingerprint) -> Fingerprint { Fingerprint(of: "described", digest, authority) }
    return ReportDigests(shown: combined(shown), counted: combined(counted), points: combined(points))
  }
}

extension Judgement {
  /// The judgement as lists show it: without the number of statements of its grade, and without its status unless there
  /// is no grade or a person read it.
  fileprivate var shown: Judgement {
    var shown = summary
    if grade != nil, status != .reviewed { shown.status = .agreed }
    shown.reason = nil
    shown.unquoted = 0
    return shown
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
