internal import Diagnostics
public import Inspections

/// What stays of a report for the pages and files that need many: everything but its paragraphs and its evidence.
///
/// A class, since every row of every table holds one. Its judgements and points are decoded when they are first asked
/// for: a build that changes nothing that lists them needs neither, and one that changes a grade no points.
public final class ReportSummary: Sendable {
  /// The file it was read from.
  public let source: Report.Source
  /// The identifier of its framework.
  public let framework: String
  /// The title as printed.
  public let title: String
  /// What kind of event it tells of.
  public let kind: Report.Kind
  /// Which licence it is under, by its own notice or else by its header; nil where neither names one.
  public let licence: Licence?
  /// Whose services were inspected.
  public let authority: Report.AuthorityReference
  /// When the inspection took place and who led it.
  public let inspection: Report.Inspection
  /// How many judgements, recommendations and doubts it has.
  public let counts: ReportCounts
  /// The digests of what the rest of the site shows of the report.
  public let digests: ReportDigests

  let storedJudgements: Stored<[JudgementSummary]>
  let storedPoints: Stored<RecommendationList>

  /// The last part of its address: `2010-11-29-ofsted-slac`. A report without dates is known by its file's hash.
  public let folderName: String
  /// The name that the data files know it by: `exampleshire-2010-11-29-ofsted-slac`.
  public let id: String
  /// Its folder on the site, with a slash at its end. Like the other names it is asked for in every row of every table.
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

  /// Keeps what many pages need of a report.
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

  /// The judgements, in the framework's order.
  public var judgements: [JudgementSummary] { storedJudgements.value }
  /// What must improve, in the order of the text.
  public var recommendations: [Recommendation] { storedPoints.value.points }
  /// The address of each of those on the report's page: `r1f3a9c04`, whatever stands before it.
  var pointAnchors: [String] { Anchor.digests("r", of: recommendations.map(\.text)) }
  /// How many paragraphs there are, by where their number comes from.
  public var paragraphs: ParagraphCounts { counts.paragraphs }
  /// How many doubts there are about the reading.
  public var doubts: Int { counts.doubts }

  /// Whether anything must improve by a day that is known.
  var hasDue: Bool { counts.due > 0 }

  /// The name of the file it was read from, without the folders that only say where it was built.
  public var fileName: String {
    source.path.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? source.path
  }

  /// The day it counts for in listings: the first day on site, or else the day of publication.
  public var date: CalendarDate? { inspection.start ?? inspection.published }

  /// Whether it has judgements, told without fetching them.
  var hasJudgements: Bool { counts.judgements.contains { $0 > 0 } }

  /// The last day that is known of it: many reports don't print when they were published.
  var lastDay: CalendarDate? { inspection.published ?? inspection.end ?? date }

  /// The overall judgement, where the report has just one.
  public var onlyOverall: JudgementSummary? {
    guard let first = judgements.firstIndex(where: \.isOverall),
      judgements.lastIndex(where: \.isOverall) == first
    else { return nil }
    return judgements[first]
  }

  /// The judgement that stands for the whole where only one can: the only overall one, or the only one.
  var headline: JudgementSummary? { onlyOverall ?? (judgements.count == 1 ? judgements[0] : nil) }

  /// The judgements that stand for the whole in a short listing: the overall ones, or all of them.
  public var highlights: [JudgementSummary] {
    let overalls = judgements.filter(\.isOverall)
    return overalls.isEmpty ? judgements : overalls
  }
}

/// What is counted in a report.
public struct ReportCounts: Sendable, Hashable {
  /// The judgements by what is known of each, in the order of `Judgement.Status.allCases`.
  public var judgements: [Int]
  /// The points to improve.
  public var recommendations: Int
  /// Those of them with a day by which they must be done.
  public var due: Int
  /// The paragraphs, by where their number comes from.
  public var paragraphs: ParagraphCounts
  /// The doubts about the reading.
  public var doubts: Int

  /// How many judgements have a status.
  public subscript(status: Judgement.Status) -> Int {
    zip(Judgement.Status.allCases, judgements).first { $0.0 == status }?.1 ?? 0
  }
}

extension ReportCounts {
  /// Counts what is in a report.
  public init(of report: Report) {
    self.init(
      judgements: Judgement.Status.allCases.map { status in report.judgements.count { $0.status == status } },
      recommendations: report.recommendations.count, due: report.recommendations.count { $0.due != nil },
      paragraphs: ParagraphCounts(of: report.findings), doubts: report.diagnostics.count { $0.severity != .note })
  }
}

/// How many paragraphs a report has, by where their number comes from.
public struct ParagraphCounts: Sendable, Hashable {
  /// With a number printed where it belongs.
  public var printed = 0
  /// With a number printed inside a sentence and put back.
  public var displaced = 0
  /// With a number told by the numbers around it.
  public var inferred = 0
  /// Without a number.
  public var unnumbered = 0

  /// Counts the paragraphs of a report.
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

  /// All of them.
  public var total: Int { printed + displaced + inferred + unnumbered }
}
