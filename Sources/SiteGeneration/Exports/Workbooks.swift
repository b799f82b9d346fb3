internal import ContentLoading
internal import Diagnostics
internal import Inspections
internal import ZipFiles

/// The main tables as Excel files; Excel reads a CSV file with the encoding and date format of the user's country.
enum Workbooks {
  /// The columns that programs use to join the CSV files: people don’t need them, and each cell costs time.
  static let forPrograms: Set = [
    "authority_slug", "report_id", "judgement_id", "judgement_key", "title_printed", "grade_label", "statements",
    "steps", "scale_size", "recommendation_id", "source_sha256", "line", "previous_report_id",
  ]

  /// Returns the name of a table's Excel file: `judgements.xlsx`.
  static func fileName(for table: String) -> String { String(table.dropLast("csv".count)) + "xlsx" }

  /// Returns the name of the workbook beside a table of the whole site, if it has one.
  static func name(of table: String) -> String? {
    let name = fileName(for: table)
    return AggregateFiles.tables.contains { $0.path == "data/\(name)" } ? name : nil
  }
}

extension CSVExport {
  /// The name of the table's Excel file: `judgements.xlsx`.
  var workbookName: String { Workbooks.fileName(for: name) }

  /// The Excel file without rows.
  var workbook: Workbook {
    Workbook(
      sheet: String(name.dropLast(".csv".count)), columns: columns.filter(\.isInSheet).map { ($0.name, $0.type) })
  }

  /// Returns the complete Excel file. Its XML, thirty times as long, is compressed in parts.
  func workbookFile(_ rows: some Sequence<Row>) throws(EnvironmentError) -> [UInt8] {
    var (bytes, count, size) = (workbook.head, 0, 0)
    var (xml, plain): ([UInt8], [Checksum]) = ([], [])
    func compress() {
      let part = Compressed(xml)
      bytes += part.bytes
      size += part.bytes.count
      plain.append(part.plain)
      xml.removeAll(keepingCapacity: true)
    }
    for row in rows {
      append(values(of: row), toSheet: &xml)
      count += 1
      if xml.count > 1 << 18 { compress() }
    }
    compress()
    return try bytes + workbook.tail(rows: count, plain: plain, size: size)
  }

  /// Appends the values of a row to the sheet, with days and numbers as such and text never as a formula.
  func append(_ values: [String], toSheet xml: inout [UInt8]) {
    xml.append("<row>")
    for (column, value) in zip(columns, values) where column.isInSheet {
      SheetXML.append(value, column.type, to: &xml)
    }
    xml.append("</row>")
  }
}

extension Site {
  /// Returns the rows of a report’s judgements.
  func judgementRows(of report: ReportSummary) -> [JudgementRow] {
    let (service, isCurrent) = (service(of: report.framework)?.id, isCurrent(report))
    return report.judgements.map {
      JudgementRow(report: report, judgement: $0, frameworks: frameworks, service: service, isCurrent: isCurrent)
    }
  }

  /// Returns the rows of a report’s recommendations.
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
