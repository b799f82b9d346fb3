internal import ContentLoading
public import Diagnostics
internal import Inspections
public import ZipFiles

/// The data files with rows of every authority or report: joined from their parts, never held in memory whole.
public enum AggregateFiles {
  /// The rows of one report or authority in one of the files.
  public struct Part: Sendable {
    /// The bytes.
    public var bytes: [UInt8]
    /// The number of rows.
    public var rows: Int
    /// The checksum of the bytes before compression; nil if they are not compressed.
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

  /// The rows of one report in each table, in the order of `tables`, and its paragraphs.
  public struct Rows: Sendable {
    /// The rows of each table.
    public var tables: [Part]
    /// The paragraphs, one JSON object a line; empty if the licence excludes the text.
    public var paragraphs = AggregateFiles.none

    /// No rows in any table.
    static let none = Rows(tables: [])

    /// Appends the rows of another report or authority.
    mutating func append(_ others: Rows) {
      if tables.isEmpty { tables = others.tables.map { _ in AggregateFiles.none } }
      for table in others.tables.indices { tables[table].append(others.tables[table]) }
      paragraphs.append(others.paragraphs)
    }

    /// A copy with the rows of workbooks compressed.
    var compressed: Rows {
      var rows = self
      for index in AggregateFiles.workbooks { rows.tables[index].compress() }
      return rows
    }

    /// The size of the rows of all tables in bytes.
    var size: Int { tables.reduce(0) { $0 + $1.bytes.count } }
  }

  /// A file that has been written.
  public struct Written: Sendable {
    /// Its path in the output folder.
    public var path: String
    /// The number of rows.
    public var rows: Int
    /// Its size in bytes.
    public var size: Int
    /// The digest of its bytes, in hexadecimal.
    public var sha256: String

    /// Creates a record of a written file.
    public init(path: String, rows: Int, size: Int, sha256: String) {
      self.path = path
      self.rows = rows
      self.size = size
      self.sha256 = sha256
    }
  }

  /// A data file: its path and the bytes around its rows.
  public struct Table: Sendable {
    /// Its path in the output folder.
    public let path: String
    /// The bytes before the rows.
    public let head: [UInt8]
    /// Whether the file exists even without rows.
    public let isAlwaysThere: Bool
    /// The worksheet, if the file is an Excel workbook.
    var sheet: Workbook?

    /// Returns the bytes after the rows.
    ///
    /// - Parameters:
    ///   - rows: the number of rows.
    ///   - plain: the checksums of the compressed parts, in order.
    ///   - size: the size of all rows in bytes.
    /// - Throws: `EnvironmentError` if there are more rows than Excel allows.
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

  /// The indices of the workbooks in `tables`.
  private static let workbooks = tables.indices.suffix(4)

  /// Returns all tables: those of every site, then the recommendations of each topic.
  static func tables(_ site: Site) -> [Table] {
    tables
      + site.topics.map { Table(path: $0.table, head: DataTables.recommendations.head, isAlwaysThere: false) }
  }

  /// The folder of the paragraph files; there is one file for each authority.
  static let paragraphs = "data/paragraphs/"

  /// Returns the path of an authority's paragraph file; nil if it has no text to publish.
  static func paragraphsPath(of body: AuthoritySummary, _ site: Site) -> String? {
    let hasText = body.reports.contains { $0.counts.findings > 0 && !withholdsText(of: $0, site) }
    return hasText ? "\(paragraphs)\(body.slug).ndjson" : nil
  }

  private static func table<Row>(_ table: CSVExport<Row>) -> Table {
    Table(path: "data/\(table.name)", head: table.head, isAlwaysThere: true)
  }

  private static func workbook<Row>(_ table: CSVExport<Row>) -> Table {
    let sheet = table.workbook
    return Table(path: "data/\(table.workbookName)", head: sheet.head, isAlwaysThere: true, sheet: sheet)
  }

  /// Whether the text of a report is kept out of the paragraph files: its licence is unknown, or is an older one that
  /// only allows the unaltered report, and the publisher has not stated that more is allowed.
  static func withholdsText(of report: ReportSummary, _ site: Site) -> Bool {
    report.licence != .ogl3 && !site.configuration.publishesAllText
  }

  /// Returns the rows of a report in each table.
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

  /// Returns the rows of an authority in each table.
  static func rows(of body: AuthoritySummary, site: Site) -> Rows {
    let overview = OverviewRow(body, site: site).map { [$0] } ?? []
    let own = parts(DataTables.authorities, [body])
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

  /// Returns rows as CSV and as worksheet rows, for a table that has a workbook beside it.
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

  /// A part without rows.
  public static let none = Part(bytes: [], rows: 0)

  private static func paragraphs(of report: Report, _ outline: ReportAnchors, _ summary: ReportSummary) -> Part {
    var lines: [UInt8] = []
    let page = SitePaths.page(of: summary)
    for (finding, anchor) in zip(report.findings, outline.anchors) {
      let json: JSONObject = [
        "id": "\(summary.id)#\(anchor)", "report_id": summary.id, "section": finding.section, "number": finding.number,
        "numbering": finding.numbering.rawValue, "text": finding.text, "items": finding.items, "line": finding.line,
        "page": "\(page)#\(anchor)", "source_page": report.source.page(ofLine: finding.line),
      ]
      lines += json.encoded() + [0x0A]
    }
    return Part(bytes: lines, rows: report.findings.count)
  }
}
