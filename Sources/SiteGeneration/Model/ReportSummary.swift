internal import Diagnostics
public import Inspections

/// A report without its findings and evidence, for the pages and files that show many reports.
///
/// A class, since every row of every table holds a summary. Its judgements and recommendations are decoded on first
/// use: a build that changes no list of them decodes neither, and one that changes a grade decodes no recommendations.
public final class ReportSummary: Sendable {
  /// The file that the report was read from.
  public let source: Report.Source
  /// The identifier of its framework.
  public let framework: String
  /// The title as printed.
  public let title: String
  /// The kind of inspection event.
  public let kind: Report.Kind
  /// The licence settled from the report's own notice and its front matter; nil if neither names a licence.
  public let licence: Licence?
  /// The authority whose services were inspected.
  public let authority: Report.AuthorityReference
  /// The inspection's dates and lead inspector.
  public let inspection: Report.Inspection
  /// The numbers of judgements, recommendations, findings and issues.
  public let counts: ReportCounts
  /// The digests of the parts of the report that the rest of the site shows.
  public let digests: ReportDigests

  let storedJudgements: Stored<[JudgementSummary]>
  let storedPoints: Stored<RecommendationList>

  /// The last part of its path: `2010-11-29-ofsted-slac`. A report without a start date gets its file's hash instead.
  public let folderName: String
  /// The identifier in the data files: `exampleshire-2010-11-29-ofsted-slac`.
  public let id: String
  /// The report's folder on the site, with a trailing slash; stored, since every row of every table uses it.
  let folder: String

  init(
    source: Report.Source, framework: String, title: String, kind: Report.Kind, licence: Licence?,
    authority: Report.AuthorityReference, inspection: Report.Inspection, counts: ReportCounts,
    digests: ReportDigests, judgements: Stored<[JudgementSummary]>, points: Stored<RecommendationList>
  ) {
    self.source = source
    self.framework = framework
    self.title = title
    self.kind = kind
    self.licence = licence
    self.authority = authority
    self.inspection = inspection
    self.counts = counts
    self.digests = digests
    storedJudgements = judgements
    storedPoints = points
    let slug = SitePaths.pathComponent(for: authority.slug)
    let start = inspection.start?.iso ?? "undated-\(source.sha256.prefix(8))"
    folderName = SitePaths.pathComponent(for: "\(start)-\(framework)")
    id = "\(slug)-\(folderName)"
    folder = "authorities/\(slug)/\(folderName)/"
  }

  /// Creates the summary of a report.
  public convenience init(of report: Report) {
    self.init(report, ReportDigests(of: ReportSummary(report, .none)))
  }

  private convenience init(_ report: Report, _ digests: ReportDigests) {
    var inspection = report.inspection
    inspection.published = report.inspection.published ?? report.source.header.published
    self.init(
      source: report.source, framework: report.framework, title: report.title, kind: report.kind,
      licence: report.licence, authority: report.authority, inspection: inspection,
      counts: ReportCounts(of: report), digests: digests,
      judgements: Stored(report.judgements.map(JudgementSummary.init(of:))),
      points: Stored(RecommendationList(points: report.recommendations)))
  }

  /// Returns the summary with digests that also change with the description of its authority.
  func described(as authority: Report.AuthorityReference) -> ReportSummary {
    authority == self.authority
      ? self
      : ReportSummary(
        source: source, framework: framework, title: title, kind: kind, licence: licence, authority: self.authority,
        inspection: inspection, counts: counts, digests: digests.combined(with: authority),
        judgements: storedJudgements, points: storedPoints)
  }

  /// The judgements, in the framework's order.
  public var judgements: [JudgementSummary] { storedJudgements.value }
  /// The recommendations, in the order of the text.
  public var recommendations: [Recommendation] { storedPoints.value.points }
  /// The recommendations' anchors on the report's page, such as `r1f3a9c04`, which don't depend on earlier ones.
  var pointAnchors: [String] { Anchor.digests("r", of: recommendations.map(\.text)) }
  /// The numbers of findings, by the origin of their numbers.
  public var paragraphs: ParagraphCounts { counts.paragraphs }
  /// The number of warnings and errors about the report's text.
  public var doubts: Int { counts.doubts }

  /// Whether any recommendation has a known due date.
  var hasDue: Bool { counts.due > 0 }

  /// The name of the source file, without the folders, which only depend on where the site was built.
  public var fileName: String {
    source.path.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? source.path
  }

  /// The date for listings: the first day on site, or else the day of publication.
  public var date: CalendarDate? { inspection.start ?? inspection.published }

  /// Whether the report has judgements; does not decode them.
  var hasJudgements: Bool { counts.judgements.contains { $0 > 0 } }

  /// The last known date: many reports don't print when they were published.
  var lastDay: CalendarDate? { inspection.published ?? inspection.end ?? date }

  /// The overall judgement, if the report has exactly one.
  public var onlyOverall: JudgementSummary? {
    guard let first = judgements.firstIndex(where: \.isOverall),
      judgements.lastIndex(where: \.isOverall) == first
    else { return nil }
    return judgements[first]
  }

  /// The judgement that represents the whole report, if it is clear: the only overall judgement, or the only judgement.
  var headline: JudgementSummary? { onlyOverall ?? (judgements.count == 1 ? judgements[0] : nil) }

  /// The judgements that represent the report in a short listing: the overall judgements, or else all of them.
  public var highlights: [JudgementSummary] {
    let overalls = judgements.filter(\.isOverall)
    return overalls.isEmpty ? judgements : overalls
  }
}

/// Numbers of the parts of a report.
public struct ReportCounts: Sendable, Hashable {
  /// The numbers of judgements by status, in the order of `Judgement.Status.allCases`.
  public var judgements: [Int]
  /// The number of recommendations.
  public var recommendations: Int
  /// The number of recommendations with a due date.
  public var due: Int
  /// The numbers of findings, by the origin of their numbers.
  public var paragraphs: ParagraphCounts
  /// The number of warnings and errors about the report's text.
  public var doubts: Int

  /// Returns the number of judgements with a status.
  public subscript(status: Judgement.Status) -> Int {
    zip(Judgement.Status.allCases, judgements).first { $0.0 == status }?.1 ?? 0
  }
}

extension ReportCounts {
  /// Counts the parts of a report.
  public init(of report: Report) {
    self.init(
      judgements: Judgement.Status.allCases.map { status in report.judgements.count { $0.status == status } },
      recommendations: report.recommendations.count, due: report.recommendations.count { $0.due != nil },
      paragraphs: ParagraphCounts(of: report.findings), doubts: report.diagnostics.count { $0.severity != .note })
  }
}

/// The numbers of a report's findings, by the origin of the number printed before each.
public struct ParagraphCounts: Sendable, Hashable {
  /// Findings with a number printed in the expected position.
  public var printed = 0
  /// Findings with a number that was printed inside a sentence and moved back.
  public var displaced = 0
  /// Findings with a number inferred from the numbers around it.
  public var inferred = 0
  /// Findings without a number.
  public var unnumbered = 0

  /// Counts the findings of a report.
  public init(of findings: [Finding]) {
    for finding in findings {
      switch finding.numbering {
      case .printed: printed += 1
      case .displaced: displaced += 1
      case .inferred: inferred += 1
      case .none: unnumbered += 1
      }
    }
  }

  /// The number of all findings.
  public var total: Int { printed + displaced + inferred + unnumbered }
}
