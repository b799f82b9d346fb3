internal import ContentLoading
public import Diagnostics
internal import Inspections
public import ZipFiles

/// The data files with rows of every authority or report: joined from what each report and authority adds, never held.
public enum AggregateFiles {
  /// What one report or authority adds to one of the files.
  public struct Part: Sendable {
    /// The bytes.
    public var bytes: [UInt8]
    /// How many rows they are.
    public var rows: Int
    /// The checksum of what the bytes were before they were compressed; nil where they are not.
    public var plain: Checksum?

    /// Compresses the rows of a workbook.
    fileprivate mutating func compress() {
      if bytes.isEmpty { return }
      let part = Compressed(bytes)
      (bytes, plain) = (part.bytes, part.plain)
    }

    fileprivate mutating func append(_ other: Part) {
      bytes += other.bytes
      rows += other.rows
    }
  }

  /// What one report adds to the tables, in the order of `tables`, and its paragraphs.
  public struct Rows: Sendable {
    /// The rows of each table.
    public var tables: [Part]
    /// The paragraphs, one JSON object a line; empty where the licence keeps the text out.
    public var paragraphs = AggregateFiles.none

    /// What adds nothing.
    static let none = Rows(tables: [])

    /// Adds what another report or authority adds.
    mutating func append(_ others: Rows) {
      if tables.isEmpty { tables = others.tables.map { _ in AggregateFiles.none } }
      for table in others.tables.indices { tables[table].append(others.tables[table]) }
      paragraphs.append(others.paragraphs)
    }

    /// The same, with the rows of workbooks compressed.
    var compressed: Rows {
      var rows = self
      for index in AggregateFiles.workbooks { rows.tables[index].compress() }
      return rows
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

    /// Creates a record from its parts.
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
    /// The sheet, where it is one for Excel.
    var sheet: Workbook?

    /// What it ends with.
    ///
    /// - Parameters:
    ///   - rows: how many there are.
    ///   - plain: the checksums of what was compressed, in order.
    ///   - size: the bytes of all rows.
    /// - Throws: `EnvironmentError` if there are more rows than Excel takes.
    public func tail(rows: Int, plain: [Checksum], size: Int) throws(EnvironmentError) -> [UInt8] {
      try sheet?.tail(rows: rows, plain: plain, size: size) ?? []
    }
  }

  /// The tables of `data/`, which every site has.
  static let tables: [Table] = [
    table(DataTables.judgements), table(DataTables.recommendations), table(DataTables.reports),
    table(DataTables.authorities), table(DataTables.echoes), table(OverviewTable.table),
    table(AggregateTables.evidence), table(AggregateTables.issues), workbook(DataTables.judgements),
    workbook(DataTables.recommendations), workbook(DataTables.reports), workbook(DataTables.authorities),
  ]

  /// The places of the workbooks among them.
  private static let workbooks = tables.indices.suffix(4)

  /// All tables: behind those of every site the points of each topic.
  static func tables(_ site: Site) -> [Table] {
    tables
      + site.topics.map { Table(path: $0.table, head: DataTables.recommendations.head, isAlwaysThere: false) }
  }

  /// The folder of the files of paragraphs, one an authority.
  static let paragraphs = "data/paragraphs/"

  /// The file of an authority's paragraphs; nil where there are none to publish.
  static func paragraphsPath(of body: AuthoritySummary, _ site: Site) -> String? {
    let hasText = body.reports.contains { $0.counts.paragraphs.total > 0 && !withholdsText(of: $0, site) }
    return hasText ? "\(paragraphs)\(body.slug).ndjson" : nil
  }

  private static func table<Row>(_ table: CSVExport<Row>) -> Table {
    Table(path: "data/\(table.name)", head: table.head, isAlwaysThere: true)
  }

  private static func workbook<Row>(_ table: CSVExport<Row>) -> Table {
    let sheet = table.workbook
    return Table(path: "data/\(table.workbookName)", head: sheet.head, isAlwaysThere: true, sheet: sheet)
  }

  /// Whether the text of a report is kept out of the file of paragraphs: an older licence allows the unaltered report
  /// only, or none is known, and the publisher has not said that more is allowed.
  static func withholdsText(of report: ReportSummary, _ site: Site) -> Bool {
    report.licence != .ogl3 && !site.configuration.publishesAllText
  }

  /// What a report adds to each of the tables.
  static func rows(
    of report: Report, _ outline: ReportAnchors, _ summary: ReportSummary, echoes: [Echo], site: Site
  ) -> Rows {
    let evidence = report.judgements.flatMap { judgement in
      judgement.evidence.enumerated().map {
        EvidenceRow(report: summary, judgement: judgement, order: $0.offset + 1, evidence: $0.element)
      }
    }
    let issues = report.diagnostics.enumerated().map {
      IssueRow(report: summary, order: $0.offset + 1, diagnostic: $0.element)
    }
    let judged = parts(DataTables.judgements, site.judgementRows(of: summary))
    let own = parts(DataTables.reports, [ReportRow(report: summary, frameworks: site.frameworks)])
    var topics = site.topics.map { _ in none }
    let points = parts(DataTables.recommendations, site.recommendationRows(of: summary)) { row, bytes in
      for topic in row.topics { topics[topic].append(Part(bytes: Array(bytes), rows: 1)) }
    }
    var rows = Rows(
      tables: [
        judged.csv, points.csv, own.csv, none, part(DataTables.echoes, echoes), none,
        part(AggregateTables.evidence, evidence), part(AggregateTables.issues, issues), judged.sheet, points.sheet,
        own.sheet, none,
      ] + topics)
    if !withholdsText(of: summary, site) { rows.paragraphs = paragraphs(of: report, outline, summary) }
    return rows
  }

  /// What an authority adds to each of the tables.
  static func rows(of body: AuthoritySummary, site: Site) -> Rows {
    let overview = OverviewRow(body, site: site).map { [$0] } ?? []
    let own = parts(DataTables.authorities, [AuthorityRow(authority: body)])
    return Rows(
      tables: [
        none, none, none, own.csv, none, part(OverviewTable.table, overview), none, none,
        none, none, none, own.sheet,
      ] + site.topics.map { _ in none })
  }

  private static func part<Row>(_ table: CSVExport<Row>, _ rows: [Row]) -> Part {
    var part = Part(bytes: [], rows: rows.count)
    part.bytes.reserveCapacity(rows.count * 300)
    table.append(rows, to: &part.bytes)
    return part
  }

  /// The rows of a table that has a workbook beside it.
  private static func parts<Row>(
    _ table: CSVExport<Row>, _ rows: [Row], each: (Row, ArraySlice<UInt8>) -> Void = { _, _ in }
  ) -> (csv: Part, sheet: Part) {
    var (csv, sheet): ([UInt8], [UInt8]) = ([], [])
    for row in rows {
      let start = csv.count
      let values = table.values(of: row)
      table.append(values, to: &csv)
      table.append(values, toSheet: &sheet)
      each(row, csv[start...])
    }
    return (Part(bytes: csv, rows: rows.count), Part(bytes: sheet, rows: rows.count))
  }

  /// The part of what adds no rows.
  public static let none = Part(bytes: [], rows: 0)

  private static func paragraphs(of report: Report, _ outline: ReportAnchors, _ summary: ReportSummary) -> Part {
    var json = JSONText(capacity: report.proseCount + report.findings.count * 400)
    let page = SitePaths.page(of: summary)
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
