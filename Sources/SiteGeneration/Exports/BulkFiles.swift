internal import ContentLoading
internal import Inspections

/// The data files with rows of every report: written report by report, in the order of the reports, and never held.
public struct BulkFiles: Sendable {
  /// What one report adds to one of the files.
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
    ("data/\(BulkTables.evidence.name)", BulkTables.evidence.head),
    ("data/\(BulkTables.issues.name)", BulkTables.issues.head), (paragraphs, []),
  ]

  /// Whether the text of a report is kept out of the file of paragraphs: an older licence allows the unaltered report
  /// only, and the publisher has not said that more is allowed.
  static func withholdsText(of report: ReportSummary, _ kit: SiteKit) -> Bool {
    report.licence == "non-commercial" && !kit.configuration.publishesAllText
  }

  /// What a report adds to each of the files, in their order.
  static func parts(
    of report: Report, _ outline: ReportOutline, summary: ReportSummary, kit: SiteKit
  ) -> [Part] {
    let statements = report.judgements.flatMap { judgement in
      judgement.evidence.enumerated().map { index, evidence in
        EvidenceRow(report: summary, judgement: judgement.id, order: index + 1, evidence: evidence)
      }
    }
    let issues = report.diagnostics.enumerated().map {
      IssueRow(report: summary, order: $0.offset + 1, diagnostic: $0.element)
    }
    var parts = [Part(bytes: [], rows: statements.count), Part(bytes: [], rows: issues.count)]
    BulkTables.evidence.append(statements, to: &parts[0].bytes)
    BulkTables.issues.append(issues, to: &parts[1].bytes)
    parts.append(
      withholdsText(of: summary, kit) ? Part(bytes: [], rows: 0) : paragraphs(of: report, outline, summary: summary))
    return parts
  }

  private static func paragraphs(
    of report: Report, _ outline: ReportOutline, summary: ReportSummary
  ) -> Part {
    let page = SiteAddress.page(of: summary)
    var json = JSONText()
    for (finding, anchor) in zip(report.findings, outline.anchors) {
      json.object { json in
        json.member("id", "\(summary.id)#\(anchor)")
        json.member("report_id", summary.id)
        json.key("section")
        json.array(finding.section) { $0.string($1) }
        json.member("number", finding.number)
        json.member("numbering", finding.numbering.rawValue)
        json.member("text", finding.text)
        json.key("items")
        json.array(finding.items) { $0.string($1) }
        json.member("line", finding.line)
        json.member("page", "\(page)#\(anchor)")
      }
      json.endLine()
    }
    return Part(bytes: json.bytes, rows: report.findings.count)
  }
}
