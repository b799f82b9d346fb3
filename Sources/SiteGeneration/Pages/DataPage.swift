internal import Inspections

/// The page about the data files: the meaning of a row, the number of rows, and the meaning of every column.
struct DataPage: TemplateRoot {
  static let template = "data"
  static let fields: [TemplateField<DataPage>] = [
    .list("files") { $0.files }, .list("dictionaries") { $0.data.tables },
    .text("withheld") { $0.withheld }, .address("url") { $0.address }, .text("schema") { _ in DataFiles.schema },
    .flag("hasOverview") { $0.site.frameworks.all.contains { $0.judgements.contains { $0.overview != nil } } },
    .flag("hasBodies") { !$0.site.authorities.isEmpty },
    .text("latest") { $0.data.latest?.words ?? "an unknown day" },
    .address("root") { _ in SitePaths.relativeRoot(from: SitePaths.data) },
  ]

  let site: Site
  let data: DataFiles

  /// The page.
  var file: OutputFile {
    Frame(
      site: site, path: SitePaths.data, title: site.windowTitle("Data"),
      description: "Every judgement and every point to improve on this site as open data: CSV files with a description "
        + "of every column, one JSON file a report, and a feed.",
      here: "Data", structuredData: StructuredData.data(data, site: site),
      signposts: [Signpost("describedby", "csv-metadata.json")] + data.tables.map { Signpost("item", $0.name) },
      main: self
    ).file
  }

  private var files: [DataFile] {
    data.tables.map { table in
      DataFile(
        name: table.name, address: table.name, workbook: Workbooks.name(of: table.name), row: table.row,
        rows: table.rows, size: table.size,
        quotesReports: table.quotesReports)
    }
      + data.others.map { other in
        DataFile(
          name: other.name, address: other.address, row: other.row, rows: other.rows, size: other.size,
          quotesReports: other.quotesReports)
      }
  }

  /// A note on the texts that are not in the paragraph files, and the reasons; empty if all are.
  private var withheld: String {
    guard data.withheld > 0 else { return "" }
    let count = DisplayText.count(data.withheld, "report")
    return "The text of \(count) is not among the paragraphs: \(data.withheld == 1 ? "its" : "their") notice allows "
      + "the unaltered report only, and no commercial use, or none is known. Grades, dates and points to improve are "
      + "there."
  }

  /// The URL of the data folder, for the examples.
  private var address: String { site.paths.absolute("data/") ?? "http://localhost:8080/data/" }
}

/// One data file.
struct DataFile: TemplateContext {
  static let fields: [TemplateField<DataFile>] = [
    .text("name") { $0.name }, .address("url") { $0.address }, .text("row") { $0.row },
    .address("workbook") { $0.workbook },
    .text("rows") { $0.rows.map(DisplayText.grouped) }, .text("size") { $0.sizeWords },
    .text("licence") { $0.quotesReports ? "Each report’s own" : "Facts, free to use" },
  ]

  let name: String
  /// The path of the file, or of the file that lists its parts.
  let address: String
  /// The path of the same table for Excel.
  var workbook: String?
  /// A description of one row.
  let row: String
  let rows: Int?
  let size: Int
  let quotesReports: Bool

  private var sizeWords: String {
    size < 1_000_000 ? "\(max(1, (size + 500) / 1_000)) kB" : "\((size + 500_000) / 1_000_000) MB"
  }
}

/// The columns of a table, with the meaning of each.
extension DataFiles.Table: TemplateContext {
  static let fields: [TemplateField<DataFiles.Table>] = [.text("name") { $0.name }, .list("columns") { $0.columns }]
}

extension DataFiles.Column: TemplateContext {
  static let fields: [TemplateField<DataFiles.Column>] = [
    .text("name") { $0.name }, .text("type") { $0.type.rawValue }, .text("meaning") { $0.meaning },
  ]
}

/// The page for missing addresses. A host shows it at any address, so its links begin at the site root.
struct NotFoundPage: TemplateRoot {
  static let template = "404"
  static let fields: [TemplateField<NotFoundPage>] = [.address("root") { $0.site.paths.basePath }]

  let site: Site

  /// The page.
  var file: OutputFile {
    Frame(
      site: site, path: "404.html", title: site.windowTitle("Page not found"),
      description: "There is no page at this address.", hasAddress: false, main: self
    ).file
  }
}
