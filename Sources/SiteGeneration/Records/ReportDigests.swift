public import Fingerprinting
internal import Inspections
public import Records

/// What tells whether anything has changed that the rest of the site shows of a report.
public struct ReportDigests: Sendable {
  /// The digest of what lists show: whose it is, when, and its grades; not the text, nor how often a grade is stated.
  public let shown: Fingerprint
  /// The digest of that and of what is counted: how sure each grade is, paragraphs, doubts.
  public let counted: Fingerprint
  /// The digest of what lists of points show.
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
    // The front page of a site with one report counts its points by timescale.
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

extension JudgementSummary {
  /// The judgement as a list shows it: a grade is a grade, however often it is stated, but for
  /// one that a person read.
  fileprivate var shown: JudgementSummary {
    JudgementSummary(
      id: id, group: group, title: title, printed: printed, grade: grade, number: number,
      status: grade == nil || status == .reviewed ? status : .agreed, reason: nil, isOverall: isOverall, statements: 0)
  }
}

extension ReportDigests: Recordable {
  /// Writes the digests.
  public func write(to record: inout RecordWriter) { record.put(shown, counted, points) }

  /// Reads digests that were written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(shown: try record.read(), counted: try record.read(), points: try record.read())
  }
}
