internal import ContentLoading
internal import Inspections
internal import Records

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

  /// A file, or the paragraph files of all authorities together.
  struct File: Sendable {
    let name: String
    /// A description of one row, or of a file without rows.
    let row: String
    /// The number of rows; nil if the file has no rows.
    let rows: Int?
    let size: Int
    let sha256: String
    let quotesReports: Bool
    /// The name of the file that lists the parts; nil for a single file.
    var partList: String?
    /// The columns of a table, without the generic row type; empty for other files.
    var columns: [Column] = []
    var key: [String] = []
    var references: [(column: String, file: String, key: String)] = []
    /// The file; nil if it was written during the rendering of the reports.
    var file: OutputFile?
  }

  /// The tables, in the order in which a reader needs them.
  let tables: [File]
  /// The other files with the same facts.
  let others: [File]
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
    func joined<Row>(_ table: CSVExport<Row>) -> File {
      let file = written.first { $0.path == "data/\(table.name)" }
      return File(table, rows: file?.rows ?? 0, size: file?.size ?? 0, sha256: file?.sha256 ?? "")
    }
    func whole<Row>(_ table: CSVExport<Row>, _ rows: [Row]) -> File {
      let bytes = table.file(rows)
      return File(table, rows: rows.count, size: bytes.count, sha256: Fingerprint(of: bytes).hexadecimal, bytes: bytes)
    }
    let changes = site.history.isKept ? [whole(DataTables.changes, Array(site.history.changes.joined()))] : []
    tables =
      [
        joined(DataTables.judgements), joined(DataTables.recommendations), joined(DataTables.reports),
        joined(DataTables.authorities), joined(AggregateTables.evidence), joined(AggregateTables.issues),
        joined(DataTables.echoes), whole(DataTables.corrections, site.corrections.entries),
        joined(OverviewTable.table),
      ] + changes
    paragraphs = written.filter { $0.path.hasPrefix(AggregateFiles.paragraphs) }.sorted { $0.path < $1.path }
    others = [
      File(
        name: "paragraphs/*.ndjson", row: "one paragraph of one report, as a JSON object; a file an authority",
        rows: paragraphs.reduce(0) { $0 + $1.rows }, size: paragraphs.reduce(0) { $0 + $1.size }, sha256: "",
        quotesReports: true, partList: "datapackage.json"),
      File(
        "frameworks.json", "the frameworks with their scales and judgements", FrameworksJSON.bytes(of: site.frameworks)),
      File("report.schema.json", "the JSON Schema of each report’s report.json", PackageResources.report_schema_json),
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
    let lines =
      (tables + others).filter { $0.partList == nil }.map { ($0.name, $0.sha256) }
      + paragraphs.map { (Self.name($0.path), $0.sha256) }
      + descriptions.map { (Self.name($0.path), Fingerprint(of: $0.bytes).hexadecimal) }
    var bytes: [UInt8] = []
    for (name, digest) in lines.sorted(by: { $0.0 < $1.0 }) { bytes.append(raw: "\(digest)  \(name)\n") }
    return bytes
  }

  /// Returns the name in the data folder.
  private static func name(_ path: String) -> String { String(path.dropFirst("data/".count)) }
}

extension DataFiles.File {
  fileprivate init(_ name: String, _ row: String, _ bytes: [UInt8]) {
    self.init(
      name: name, row: row, rows: nil, size: bytes.count, sha256: Fingerprint(of: bytes).hexadecimal,
      quotesReports: false, file: OutputFile(path: "data/\(name)", bytes: bytes))
  }

  fileprivate init<Row>(_ table: CSVExport<Row>, rows: Int, size: Int, sha256: String, bytes: [UInt8]? = nil) {
    self.init(
      name: table.name, row: table.row, rows: rows, size: size, sha256: sha256, quotesReports: table.quotesReports,
      columns: table.columns.map { DataFiles.Column(name: $0.name, meaning: $0.meaning, type: $0.type) },
      key: table.key, references: table.references,
      file: bytes.map { OutputFile(path: "data/\(table.name)", bytes: $0) })
  }
}
