internal import Diagnostics
public import Inspections

/// A report without its findings and evidence, for the pages and files that show many reports.
///
/// A class, since every row of every table holds a summary. Its judgements and recommendations are decoded on first
/// use: a build that changes no list of them decodes none.
public final class ReportSummary: Sendable {
  /// The report without its lists.
  let report: Report
  /// The numbers of recommendations, findings and issues.
  public let counts: ReportCounts
  /// The digests of the parts of the report that the rest of the site shows.
  public let digests: ReportDigests
  let storedJudgements: Stored<[Judgement]>
  let points: Stored<[Recommendation]>

  /// The last part of its path: `2010-11-29-ofsted-slac`. A report without a start date gets its file's hash instead.
  public let folderName: String
  /// The identifier in the data files: `exampleshire-2010-11-29-ofsted-slac`.
  public let id: String
  /// The report's folder on the site, with a trailing slash; stored, since every row of every table uses it.
  let folder: String

  /// Creates a summary of a report whose long parts were left out; computes the digests if they are not known.
  init(
    _ report: Report, counts: ReportCounts, digests: ReportDigests? = nil, judgements: Stored<[Judgement]>,
    points: Stored<[Recommendation]>
  ) {
    let slug = SitePaths.pathComponent(for: report.authority.slug)
    let start = report.inspection.start?.iso ?? "undated-\(report.source.sha256.prefix(8))"
    folderName = SitePaths.pathComponent(for: "\(start)-\(report.framework)")
    let id = "\(slug)-\(folderName)"
    self.id = id
    folder = "authorities/\(slug)/\(folderName)/"
    self.report = report
    self.counts = counts
    self.digests =
      digests
      ?? ReportDigests(of: report, id: id, counts: counts, judgements: judgements.value, points: points.value)
    storedJudgements = judgements
    self.points = points
  }

  /// Creates the summary of a report.
  public convenience init(of report: Report) {
    var summary = report
    summary.inspection.published = report.inspection.published ?? report.source.header.published
    (summary.judgements, summary.findings, summary.recommendations, summary.diagnostics) = ([], [], [], [])
    self.init(
      summary, counts: ReportCounts(of: report), judgements: Stored(report.judgements.map(\.summary)),
      points: Stored(report.recommendations))
  }

  /// Returns the summary with digests that also change with the description of its authority.
  func described(as authority: Report.AuthorityReference) -> ReportSummary {
    authority == self.authority
      ? self
      : ReportSummary(
        report, counts: counts, digests: digests.combined(with: authority), judgements: storedJudgements, points: points
      )
  }

  /// The file that the report was read from.
  public var source: Report.Source { report.source }
  /// The identifier of its framework.
  public var framework: String { report.framework }
  /// The title as printed.
  public var title: String { report.title }
  /// The kind of inspection event.
  public var kind: Report.Kind { report.kind }
  /// The licence settled from the report's own notice and its front matter; nil if neither names a licence.
  public var licence: Licence? { report.licence }
  /// The authority whose services were inspected.
  public var authority: Report.AuthorityReference { report.authority }
  /// The inspection's dates and lead inspector.
  public var inspection: Report.Inspection { report.inspection }
  /// The judgements, in the framework's order.
  public var judgements: [Judgement] { storedJudgements.value }
  /// The recommendations, in the order of the text.
  public var recommendations: [Recommendation] { points.value }
  /// The recommendations' anchors on the report's page, such as `r1f3a9c04`, which don't depend on earlier ones.
  var pointAnchors: [String] { Anchor.digests("r", of: recommendations.map(\.text)) }
  /// Whether any recommendation has a known due date.
  var hasDue: Bool { counts.due > 0 }

  /// The name of the source file, without the folders, which only depend on where the site was built.
  public var fileName: String {
    source.path.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? source.path
  }

  /// The date for listings: the first day on site, or else the day of publication.
  public var date: CalendarDate? { inspection.start ?? inspection.published }

  /// Whether the report has judgements.
  var hasJudgements: Bool { counts.judgements.contains { $0 > 0 } }

  /// The date that the full-text search sorts by, as digits, `20110124`; or `0`, since a page without a date would be
  /// left out of sorted hits.
  var searchDate: String { (inspection.published ?? date)?.iso.filter { $0 != "-" } ?? "0" }

  /// The last known date: many reports don't print when they were published.
  var lastDay: CalendarDate? { inspection.published ?? inspection.end ?? date }

  /// The overall judgement, if the report has exactly one.
  public var onlyOverall: Judgement? { judgements.onlyOverall }

  /// The judgement that represents the whole report, if it is clear: the only overall judgement, or the only judgement.
  var headline: Judgement? { onlyOverall ?? (judgements.count == 1 ? judgements[0] : nil) }

  /// The judgements that represent the report in a short listing: the overall judgements, or else all of them.
  public var highlights: [Judgement] {
    let overalls = judgements.filter(\.isOverall)
    return overalls.isEmpty ? judgements : overalls
  }
}

/// Numbers of the parts of a report.
public struct ReportCounts: Sendable, Hashable {
  /// The numbers of judgements by their status, in the order of `Judgement.Status.allCases`.
  public var judgements: [Int]
  /// The number of recommendations.
  public var recommendations: Int
  /// The number of recommendations with a due date.
  public var due: Int
  /// The numbers of findings by the origin of their numbers, in the order of `Finding.Numbering.allCases`.
  public var paragraphs: [Int]
  /// The number of warnings and errors about the report's text.
  public var doubts: Int

  /// The number of findings.
  public var findings: Int { paragraphs.reduce(0, +) }

  /// Returns the number of judgements with a status.
  public subscript(status: Judgement.Status) -> Int {
    zip(Judgement.Status.allCases, judgements).first { $0.0 == status }?.1 ?? 0
  }

  /// Returns the number of findings whose numbers have an origin.
  public subscript(numbering: Finding.Numbering) -> Int {
    zip(Finding.Numbering.allCases, paragraphs).first { $0.0 == numbering }?.1 ?? 0
  }
}

extension ReportCounts {
  /// Counts the parts of a report.
  public init(of report: Report) {
    self.init(
      judgements: Judgement.Status.allCases.map { status in report.judgements.count { $0.status == status } },
      recommendations: report.recommendations.count,
      due: report.recommendations.count { $0.due != nil },
      paragraphs: Finding.Numbering.allCases.map { origin in report.findings.count { $0.numbering == origin } },
      doubts: report.diagnostics.count { $0.severity != .note })
  }
}
