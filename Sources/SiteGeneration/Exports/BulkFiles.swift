internal import ContentLoading
internal import Inspections

/// The data files with rows of every authority or report: written authority by authority, in their order, and never held.
public struct BulkFiles: Sendable {
  /// What one authority adds to one of the files.
  public struct Part: Sendable {
    /// The bytes.
    public var bytes: [UInt8]
    /// How many rows they are.
    public var rows: Int
  }

  /// A file that has been written.
  public struct Written: Sendable {
    /// Its path in the output folder.
    public var path: String
    /// How many rows it has.
    public var rows: Int
    /// Its size in bytes.
    public var size: Int
    /// The digest of its bytes, in hexadecimal.
    public var sha256: String

    /// Makes a record from its parts.
    public init(path: String, rows: Int, size: Int, sha256: String) {
      self.path = path
      self.rows = rows
      self.size = size
      self.sha256 = sha256
    }
  }

  /// The file of paragraphs, one JSON object a line.
  static let paragraphs = "data/paragraphs.ndjson"

  /// The files with what each begins with.
  public static let files: [(path: String, head: [UInt8])] = [
    (path(DataTables.judgements), DataTables.judgements.head),
    (path(DataTables.recommendations), DataTables.recommendations.head),
    (path(DataTables.reports), DataTables.reports.head), (path(DataTables.authorities), DataTables.authorities.head),
    (path(DataTables.echoes), DataTables.echoes.head), (path(OverviewTable.table), OverviewTable.table.head),
    (path(BulkTables.evidence), BulkTables.evidence.head), (path(BulkTables.issues), BulkTables.issues.head),
    (paragraphs, []),
  ]

  private static func path<Row>(_ table: CSVTable<Row>) -> String { "data/\(table.name)" }

  /// Whether the text of a report is kept out of the file of paragraphs: an older licence allows the unaltered report
  /// only, and the publisher has not said that more is allowed.
  static func withholdsText(of report: ReportSummary, _ kit: SiteKit) -> Bool {
    report.licence == "non-commercial" && !kit.configuration.publishesAllText
  }

  /// What an authority adds to each of the files, in their order.
  static func parts(
    of body: InspectedBody, _ reports: [(report: Report, outline: ReportOutline, summary: ReportSummary)],
    echoes: [Echo], kit: SiteKit
  ) -> [Part] {
    let (summaries, frameworks) = (reports.map(\.summary), kit.frameworks)
    let judgements = summaries.flatMap { summary in
      summary.judgements.map { JudgementRow(report: summary, judgement: $0, frameworks: frameworks) }
    }
    let recommendations = summaries.flatMap { summary in
      summary.recommendations.enumerated().map {
        RecommendationRow(report: summary, recommendation: $0.element, order: $0.offset + 1)
      }
    }
    let evidence = reports.flatMap { report in
      report.report.judgements.flatMap { judgement in
        judgement.evidence.enumerated().map {
          EvidenceRow(report: report.summary, judgement: judgement, order: $0.offset + 1, evidence: $0.element)
        }
      }
    }
    let issues = reports.flatMap { report in
      report.report.diagnostics.enumerated().map {
        IssueRow(report: report.summary, order: $0.offset + 1, diagnostic: $0.element)
      }
    }
    return [
      part(DataTables.judgements, judgements), part(DataTables.recommendations, recommendations),
      part(DataTables.reports, summaries.map { ReportRow(report: $0, frameworks: frameworks) }),
      part(DataTables.authorities, [AuthorityRow(authority: body)]), part(DataTables.echoes, echoes),
      part(OverviewTable.table, OverviewRow(body, frameworks: frameworks).map { [$0] } ?? []),
      part(BulkTables.evidence, evidence), part(BulkTables.issues, issues),
      paragraphs(
        of: reports.filter { !withholdsText(of: $0.summary, kit) }.map { ($0.report, $0.outline, $0.summary) }),
    ]
  }

  private static func part<Row>(_ table: CSVTable<Row>, _ rows: [Row]) -> Part {
    var part = Part(bytes: [], rows: rows.count)
    part.bytes.reserveCapacity(rows.count * 300)
    table.append(rows, to: &part.bytes)
    return part
  }

  private static func paragraphs(
    of reports: [(report: Report, outline: ReportOutline, summary: ReportSummary)]
  ) -> Part {
    var json = JSONText(capacity: reports.reduce(0) { $0 + $1.report.proseCount + $1.report.findings.count * 400 })
    var rows = 0
    for (report, outline, summary) in reports {
      let page = SiteAddress.page(of: summary)
      rows += report.findings.count
      for (finding, anchor) in zip(report.findings, outline.anchors) {
        json.object { json in
          json.member("id", "\(summary.id)#\(anchor)")
          json.member("report_id", summary.id)
          json.strings("section", finding.section)
          json.member("number", finding.number)
          json.member("numbering", finding.numbering.rawValue)
          json.member("text", finding.text)
          json.key("items")
          json.write(finding.items)
          json.member("line", finding.line)
          json.member("page", "\(page)#\(anchor)")
        }
        json.endLine()
      }
    }
    return Part(bytes: json.bytes, rows: rows)
  }
}
