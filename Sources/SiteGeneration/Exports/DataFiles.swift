internal import ContentLoading
internal import Fingerprinting
internal import Inspections

/// The files under `/data/`, written once for the page that lists them and for the site.
struct DataFiles: Sendable {
  /// The version of all tables together: it changes when a column changes its meaning or goes, never when one is added.
  static let schema = "1"

  /// One column, without the type of its rows.
  struct Column: Sendable {
    let name: String
    let meaning: String
    let type: CSVType
  }

  /// One table, without the type of its rows.
  struct Table: Sendable {
    let name: String
    let row: String
    let rows: Int
    let size: Int
    let sha256: String
    let columns: [Column]
    let key: [String]
    let references: [(column: String, file: String, key: String)]
    let quotesReports: Bool
    /// The file; nil for one that was written while the reports were.
    let file: OutputFile?
  }

  /// A file that is no table.
  struct Other: Sendable {
    let name: String
    /// What one row is, or what the file is.
    let row: String
    /// How many rows there are, where it has rows.
    let rows: Int?
    let quotesReports: Bool
    let size: Int
    let sha256: String
    let file: OutputFile?
  }

  /// The tables, the one to start with first.
  let tables: [Table]
  /// The other files with the same facts.
  let others: [Other]
  /// The descriptions of the tables for programs.
  private let descriptions: [OutputFile]
  /// The latest day on which one of the reports was published: how far the data reach.
  let latest: CalendarDate?
  /// How many reports have a licence that keeps their text out of the file of paragraphs.
  let withheld: Int

  /// The names of the files, which are there for any reports.
  static let names =
    [
      DataTables.judgements.name, DataTables.recommendations.name, DataTables.reports.name,
      DataTables.authorities.name, DataTables.echoes.name, DataTables.corrections.name, OverviewTable.table.name,
    ] + BulkFiles.files.map { String($0.path.dropFirst("data/".count)) } + [
      "frameworks.json", "report.schema.json", "csv-metadata.json", "datapackage.json", "SHA256SUMS",
    ]

  /// Writes the tables of the reports; those with rows of every report have been `written`.
  init(_ kit: SiteKit, echoes: [Echo], written: [BulkFiles.Written]) {
    let reports = kit.bodies.flatMap(\.reports)
    let frameworks = kit.frameworks
    let judgements = reports.flatMap { report in
      report.judgements.map { JudgementRow(report: report, judgement: $0, frameworks: frameworks) }
    }
    let recommendations = reports.flatMap { report in
      report.recommendations.enumerated().map {
        RecommendationRow(report: report, recommendation: $0.element, order: $0.offset + 1)
      }
    }
    func bulk(_ name: String) -> BulkFiles.Written? { written.first { $0.path == "data/\(name)" } }
    tables = [
      Table(DataTables.judgements, judgements), Table(DataTables.recommendations, recommendations),
      Table(DataTables.reports, reports.map { ReportRow(report: $0, frameworks: frameworks) }),
      Table(DataTables.authorities, kit.bodies.map { AuthorityRow(authority: $0) }),
      Table(BulkTables.evidence, written: bulk(BulkTables.evidence.name)),
      Table(BulkTables.issues, written: bulk(BulkTables.issues.name)),
      Table(DataTables.echoes, echoes), Table(DataTables.corrections, kit.corrections.entries),
      Table(OverviewTable.table, kit.bodies.compactMap { OverviewRow($0, frameworks: frameworks) }),
    ]
    let paragraphs = bulk("paragraphs.ndjson")
    others = [
      Other(
        name: "paragraphs.ndjson", row: "one paragraph of one report, as a JSON object", rows: paragraphs?.rows ?? 0,
        quotesReports: true, size: paragraphs?.size ?? 0, sha256: paragraphs?.sha256 ?? "", file: nil),
      Other("frameworks.json", "the frameworks with their scales and judgements", FrameworksJSON.bytes(of: frameworks)),
      Other("report.schema.json", "the JSON Schema of each report’s report.json", Array(ReportSchema.text.utf8)),
    ]
    latest = reports.compactMap(\.inspection.published).max()
    withheld = reports.count { BulkFiles.withholdsText(of: $0, kit) }
    let description = DataDescription(title: kit.configuration.title, base: kit.address, tables: tables)
    descriptions = [
      OutputFile(path: "data/csv-metadata.json", bytes: description.csvOnTheWeb),
      OutputFile(path: "data/datapackage.json", bytes: description.dataPackage),
    ]
  }

  /// The files, but for those that were written while the reports were.
  var files: [OutputFile] {
    let files = tables.compactMap(\.file) + others.compactMap(\.file) + descriptions
    return files + [OutputFile(path: "data/SHA256SUMS", bytes: sums)]
  }

  /// The digests of all files, as `sha256sum --check` reads them.
  private var sums: [UInt8] {
    var lines = tables.map { ($0.name, $0.sha256) } + others.map { ($0.name, $0.sha256) }
    for file in descriptions {
      lines.append((String(file.path.dropFirst("data/".count)), Fingerprint(of: file.bytes).hexadecimal))
    }
    var bytes: [UInt8] = []
    for (name, digest) in lines.sorted(by: { $0.0 < $1.0 }) { bytes.append(markup: "\(digest)  \(name)\n") }
    return bytes
  }
}

extension DataFiles.Other {
  fileprivate init(_ name: String, _ row: String, _ bytes: [UInt8]) {
    self.init(
      name: name, row: row, rows: nil, quotesReports: false, size: bytes.count,
      sha256: Fingerprint(of: bytes).hexadecimal,
      file: OutputFile(path: "data/\(name)", bytes: bytes))
  }
}

extension DataFiles.Table {
  fileprivate init<Row>(_ table: CSVTable<Row>, _ rows: some Collection<Row>) {
    let file = OutputFile(path: "data/\(table.name)", bytes: table.file(rows))
    self.init(
      table, rows: rows.count, size: file.bytes.count, sha256: Fingerprint(of: file.bytes).hexadecimal, file: file)
  }

  fileprivate init<Row>(_ table: CSVTable<Row>, written: BulkFiles.Written?) {
    self.init(
      table, rows: written?.rows ?? 0, size: written?.size ?? 0, sha256: written?.sha256 ?? "", file: nil)
  }

  private init<Row>(_ table: CSVTable<Row>, rows: Int, size: Int, sha256: String, file: OutputFile?) {
    name = table.name
    row = table.row
    self.rows = rows
    self.size = size
    self.sha256 = sha256
    columns = table.columns.map { DataFiles.Column(name: $0.name, meaning: $0.meaning, type: $0.type) }
    key = table.key
    references = table.references
    quotesReports = table.quotesReports
    self.file = file
  }
}
