internal import ContentLoading
internal import Inspections

/// The data files with rows of every authority or report: joined from what each report and authority adds, never held.
public enum BulkFiles {
  /// What one report or authority adds to one of the files.
  public struct Part: Sendable {
    /// The bytes.
    public var bytes: [UInt8]
    /// How many rows they are.
    public var rows: Int

    mutating func append(_ other: Part) {
      bytes += other.bytes
      rows += other.rows
    }
  }

  /// What one report adds to the tables, in the order of `tables`, and its paragraphs.
  public struct Rows: Sendable {
    /// The rows of each table.
    public var tables: [Part]
    /// The paragraphs, one JSON object a line; empty where the licence keeps the text out.
    public var paragraphs = Part(bytes: [], rows: 0)

    /// What adds nothing.
    static let none = Rows(tables: [])

    /// Adds what another report or authority adds.
    mutating func append(_ others: Rows) {
      if tables.isEmpty { tables = others.tables.map { _ in Part(bytes: [], rows: 0) } }
      for table in others.tables.indices { tables[table].append(others.tables[table]) }
      paragraphs.append(others.paragraphs)
    }

    /// How many bytes the rows of the tables are.
    var size: Int { tables.reduce(0) { $0 + $1.bytes.count } }
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

  /// One of the files.
  public struct Table: Sendable {
    /// Its path in the output folder.
    public let path: String
    /// What it begins with.
    public let head: [UInt8]
    /// Whether it is there without rows.
    public let isAlwaysThere: Bool
  }

  /// The tables of `data/`, which every site has.
  static let tables: [Table] = [
    table(DataTables.judgements), table(DataTables.recommendations), table(DataTables.reports),
    table(DataTables.authorities), table(DataTables.echoes), table(OverviewTable.table), table(BulkTables.evidence),
    table(BulkTables.issues),
  ]

  /// All tables: behind those of every site the points of each topic.
  static func tables(_ kit: SiteKit) -> [Table] {
    tables
      + kit.topics.map { Table(path: $0.table, head: DataTables.recommendations.head, isAlwaysThere: false) }
  }

  /// The folder of the files of paragraphs, one an authority.
  static let paragraphs = "data/paragraphs/"

  /// The file of an authority's paragraphs; nil where there are none to publish.
  static func paragraphsPath(of body: InspectedBody, _ kit: SiteKit) -> String? {
    let hasText = body.reports.contains { $0.counts.paragraphs.total > 0 && !withholdsText(of: $0, kit) }
    return hasText ? "\(paragraphs)\(body.slug).ndjson" : nil
  }

  private static func table<Row>(_ table: CSVTable<Row>) -> Table {
    Table(path: "data/\(table.name)", head: table.head, isAlwaysThere: true)
  }

  /// Whether the text of a report is kept out of the file of paragraphs: an older licence allows the unaltered report
  /// only, or none is known, and the publisher has not said that more is allowed.
  static func withholdsText(of report: ReportSummary, _ kit: SiteKit) -> Bool {
    report.licence != .ogl3 && !kit.configuration.publishesAllText
  }

  /// What a report adds to each of the tables.
  static func rows(
    of report: Report, _ outline: ReportOutline, _ summary: ReportSummary, echoes: [Echo], kit: SiteKit
  ) -> Rows {
    let evidence = report.judgements.flatMap { judgement in
      judgement.evidence.enumerated().map {
        EvidenceRow(report: summary, judgement: judgement, order: $0.offset + 1, evidence: $0.element)
      }
    }
    let issues = report.diagnostics.enumerated().map {
      IssueRow(report: summary, order: $0.offset + 1, diagnostic: $0.element)
    }
    let (recommendations, topics) = points(of: summary, kit)
    var rows = Rows(tables: [
      part(DataTables.judgements, kit.judgementRows(of: summary)), recommendations,
      part(DataTables.reports, [ReportRow(report: summary, frameworks: kit.frameworks)]),
      part(DataTables.authorities, []), part(DataTables.echoes, echoes), part(OverviewTable.table, []),
      part(BulkTables.evidence, evidence), part(BulkTables.issues, issues),
    ])
    rows.tables += topics
    if !withholdsText(of: summary, kit) { rows.paragraphs = paragraphs(of: report, outline, summary) }
    return rows
  }

  /// What an authority adds to each of the tables.
  static func rows(of body: InspectedBody, kit: SiteKit) -> Rows {
    let overview = OverviewRow(body, kit: kit).map { [$0] } ?? []
    let none = Part(bytes: [], rows: 0)
    return Rows(
      tables: [
        none, none, none, part(DataTables.authorities, [AuthorityRow(authority: body)]), none,
        part(OverviewTable.table, overview), none, none,
      ] + kit.topics.map { _ in none })
  }

  /// The points of a report: all of them, and those of each topic.
  private static func points(of report: ReportSummary, _ kit: SiteKit) -> (all: Part, topics: [Part]) {
    var all = Part(bytes: [], rows: 0)
    var topics = kit.topics.map { _ in all }
    for row in kit.recommendationRows(of: report) {
      let written = part(DataTables.recommendations, [row])
      all.append(written)
      for topic in row.topics { topics[topic].append(written) }
    }
    return (all, topics)
  }

  private static func part<Row>(_ table: CSVTable<Row>, _ rows: [Row]) -> Part {
    var part = Part(bytes: [], rows: rows.count)
    part.bytes.reserveCapacity(rows.count * 300)
    table.append(rows, to: &part.bytes)
    return part
  }

  private static func paragraphs(of report: Report, _ outline: ReportOutline, _ summary: ReportSummary) -> Part {
    var json = JSONText(capacity: report.proseCount + report.findings.count * 400)
    let page = SiteAddress.page(of: summary)
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
        json.member("source_page", report.source.page(ofLine: finding.line))
      }
      json.endLine()
    }
    return Part(bytes: json.bytes, rows: report.findings.count)
  }
}
