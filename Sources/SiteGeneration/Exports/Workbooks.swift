internal import ContentLoading
internal import Diagnostics
internal import Fingerprinting
internal import Inspections
internal import Records
internal import Spreadsheets

/// The main tables for Excel, which takes a CSV file for one of its own country's letters and days.
struct Workbooks {
  let kit: SiteKit

  /// The paths of the tables of the whole site.
  static let paths = [
    DataTables.judgements.workbookName, DataTables.recommendations.workbookName, DataTables.reports.workbookName,
    DataTables.authorities.workbookName,
  ].map { "data/\($0)" }

  /// The columns of the CSV files by which programs join them. People need them not, and the library takes a second of
  /// CPU for 60,000 rows of all columns.
  static let forPrograms: Set = [
    "authority_slug", "report_id", "judgement_id", "judgement_key", "title_printed", "grade_label", "statements",
    "steps", "scale_size", "recommendation_id", "source_sha256", "line", "previous_report_id",
  ]

  /// The workbook beside a table of the whole site, if it has one.
  static func name(of table: String) -> String? {
    let name = fileName(for: table)
    return paths.contains("data/\(name)") ? name : nil
  }

  /// The name of a table's file for Excel: `judgements.xlsx`.
  static func fileName(for table: String) -> String { String(table.dropLast("csv".count)) + "xlsx" }

  /// The workbooks of the tables that have been written: each is made again only if its table changed.
  func pieces(_ written: [BulkFiles.Written]) -> [SiteGenerator.Piece] {
    let kit = kit
    return [
      piece(DataTables.judgements, written) { report in kit.judgementRows(of: report) },
      piece(DataTables.recommendations, written) { report in kit.recommendationRows(of: report) },
      piece(DataTables.reports, written) { report in [ReportRow(report: report, frameworks: kit.frameworks)] },
      piece(DataTables.authorities, written, authority: { [AuthorityRow(authority: $0)] }) { _ in [] },
    ]
  }

  /// A piece with what each authority and then each of its reports adds to a table.
  private func piece<Row>(
    _ table: CSVTable<Row>, _ written: [BulkFiles.Written],
    authority: @escaping @Sendable (InspectedBody) -> [Row] = { _ in [] },
    report: @escaping @Sendable (ReportSummary) -> [Row]
  ) -> SiteGenerator.Piece {
    let digest = written.first { $0.path == "data/\(table.name)" }?.sha256 ?? ""
    return SiteGenerator.Piece(name: table.workbookName, inputs: Fingerprint(of: "workbook", digest)) {
      let rows = kit.bodies.lazy.flatMap { body in authority(body) + body.reports.flatMap(report) }
      return [OutputFile(path: "data/\(table.workbookName)", bytes: try table.workbook(rows))]
    }
  }
}

extension CSVTable {
  /// The name of the same table for Excel: `judgements.xlsx`.
  var workbookName: String { Workbooks.fileName(for: name) }

  /// The table for Excel: days and numbers are such there, and no text is a formula.
  func workbook(_ rows: some Sequence<Row>) throws(EnvironmentFailure) -> [UInt8] {
    let columns = columns.filter { !Workbooks.forPrograms.contains($0.name) }
    return try Workbook.bytes(
      sheet: String(name.dropLast(".csv".count)), columns: columns.map { Workbook.Column($0.name, $0.type.cell) },
      rows: rows.lazy.map { row in columns.map { $0.value(row).map(PlainText.cleaned) } })
  }
}

extension CSVType {
  fileprivate var cell: Workbook.CellType {
    switch self {
    case .integer: .integer
    case .date: .date
    case .string, .boolean: .text
    }
  }
}

extension SiteKit {
  /// The rows of a report’s judgements.
  func judgementRows(of report: ReportSummary) -> [JudgementRow] {
    let (service, isCurrent) = (service(of: report.framework)?.id, isCurrent(report))
    return report.judgements.map {
      JudgementRow(report: report, judgement: $0, frameworks: frameworks, service: service, isCurrent: isCurrent)
    }
  }

  /// The rows of a report’s recommendations.
  func recommendationRows(of report: ReportSummary) -> [RecommendationRow] {
    let (service, anchors) = (service(of: report.framework)?.id, report.pointAnchors)
    return report.recommendations.enumerated().map { index, recommendation in
      let own = topics(of: recommendation.text, framework: report.framework)
      return RecommendationRow(
        report: report, recommendation: recommendation, order: index + 1, anchor: anchors[index], service: service,
        themes: own.map { topics[$0] }.filter { $0.kind == "theme" }.map(\.title), topics: own)
    }
  }
}
