internal import ContentLoading
internal import Fingerprinting
internal import Inspections

/// The files under `/data/`, created once for both the page that lists them and the output.
struct DataFiles: Sendable {
  /// The version of all tables together; it changes if a column changes its meaning or is removed, not if one is added.
  static let schema = "1"

  /// One column, without the generic row type.
  struct Column: Sendable {
    let name: String
    let meaning: String
    let type: CSVType
  }

  /// One table, without the generic row type.
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
    /// The file; nil if it was written during the rendering of the reports.
    let file: OutputFile?
  }

  /// A file that is not a table.
  struct Other: Sendable {
    let name: String
    /// The path of the file, or of the file that lists its parts.
    let address: String
    /// A description of one row, or of the file.
    let row: String
    /// The number of rows; nil if the file has no rows.
    let rows: Int?
    let quotesReports: Bool
    let size: Int
    let sha256: String
    let file: OutputFile?
  }

  /// The tables, in the order in which a reader needs them.
  let tables: [Table]
  /// The other files with the same facts.
  let others: [Other]
  /// The machine-readable descriptions of the tables.
  private let descriptions: [OutputFile]
  /// The last known day of any report: the data extend up to this day.
  let latest: CalendarDate?
  /// The number of reports whose licence keeps their text out of the paragraph files.
  let withheld: Int

  /// The paragraph files, one for each authority, in the order of their paths.
  private let paragraphs: [AggregateFiles.Written]

  /// The names of the files, which don't depend on the reports.
  static let names =
    AggregateFiles.tables.map { String($0.path.dropFirst("data/".count)) } + [
      DataTables.corrections.name, "frameworks.json", "report.schema.json", "csv-metadata.json", "datapackage.json",
      "SHA256SUMS",
    ]

  /// Creates the files that are not written during the rendering of the reports, and describes all files.
  init(_ site: Site, written: [AggregateFiles.Written]) {
    func bulk(_ name: String) -> AggregateFiles.Written? { written.first { $0.path == "data/\(name)" } }
    func table<Row>(_ table: CSVExport<Row>) -> Table { Table(table, written: bulk(table.name)) }
    let changes = site.history.isKept ? [Table(DataTables.changes, Array(site.history.changes.joined()))] : []
    let standing = [
      table(DataTables.judgements), table(DataTables.recommendations), table(DataTables.reports),
      table(DataTables.authorities), table(AggregateTables.evidence), table(AggregateTables.issues),
      table(DataTables.echoes),
      Table(DataTables.corrections, site.corrections.entries), table(OverviewTable.table),
    ]
    tables = standing + changes
    paragraphs = written.filter { $0.path.hasPrefix(AggregateFiles.paragraphs) }.sorted { $0.path < $1.path }
    others = [
      Other(
        name: "paragraphs/*.ndjson", address: "datapackage.json",
        row: "one paragraph of one report, as a JSON object; a file an authority",
        rows: paragraphs.reduce(0) { $0 + $1.rows }, quotesReports: true, size: paragraphs.reduce(0) { $0 + $1.size },
        sha256: "", file: nil),
      Other(
        "frameworks.json", "the frameworks with their scales and judgements", FrameworksJSON.bytes(of: site.frameworks)),
      Other("report.schema.json", "the JSON Schema of each report’s report.json", PackageResources.report_schema_json),
    ]
    latest = site.reports.compactMap(\.lastDay).max()
    withheld = site.reports.count { AggregateFiles.withholdsText(of: $0, site) }
    let description = DataDescription(
      title: site.configuration.title, base: site.paths, tables: tables,
      paragraphs: paragraphs.map { Self.name($0.path) })
    descriptions = [
      OutputFile(path: "data/csv-metadata.json", bytes: description.csvOnTheWeb),
      OutputFile(path: "data/datapackage.json", bytes: description.dataPackage),
    ]
  }

  /// The files, without those that were written during the rendering of the reports.
  var files: [OutputFile] {
    let files = tables.compactMap(\.file) + others.compactMap(\.file) + descriptions
    return files + [OutputFile(path: "data/SHA256SUMS", bytes: sums)]
  }

  /// The digests of all files, in the format of `sha256sum --check`.
  private var sums: [UInt8] {
    var lines = tables.map { ($0.name, $0.sha256) } + paragraphs.map { (Self.name($0.path), $0.sha256) }
    for file in others.compactMap(\.file) + descriptions {
      lines.append((Self.name(file.path), Fingerprint(of: file.bytes).hexadecimal))
    }
    var bytes: [UInt8] = []
    for (name, digest) in lines.sorted(by: { $0.0 < $1.0 }) { bytes.append(raw: "\(digest)  \(name)\n") }
    return bytes
  }

  /// Returns the name in the data folder.
  private static func name(_ path: String) -> String { String(path.dropFirst("data/".count)) }
}

extension DataFiles.Other {
  fileprivate init(_ name: String, _ row: String, _ bytes: [UInt8]) {
    self.init(
      name: name, address: name, row: row, rows: nil, quotesReports: false, size: bytes.count,
      sha256: Fingerprint(of: bytes).hexadecimal,
      file: OutputFile(path: "data/\(name)", bytes: bytes))
  }
}

extension DataFiles.Table {
  fileprivate init<Row>(_ table: CSVExport<Row>, _ rows: some Collection<Row>) {
    let file = OutputFile(path: "data/\(table.name)", bytes: table.file(rows))
    self.init(
      table, rows: rows.count, size: file.bytes.count, sha256: Fingerprint(of: file.bytes).hexadecimal, file: file)
  }

  fileprivate init<Row>(_ table: CSVExport<Row>, written: AggregateFiles.Written?) {
    self.init(
      table, rows: written?.rows ?? 0, size: written?.size ?? 0, sha256: written?.sha256 ?? "", file: nil)
  }

  private init<Row>(_ table: CSVExport<Row>, rows: Int, size: Int, sha256: String, file: OutputFile?) {
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
