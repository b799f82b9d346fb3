internal import Inspections

/// The page about the data files: the meaning of a row, the number of rows, and the meaning of every column.
struct DataPage: TemplateRoot {
  static let template = "data"
  static let fields: [TemplateField<DataPage>] = [
    .list("files") { $0.data.tables + $0.data.others },
    .list("dictionaries") { $0.data.tables.map { ColumnList(name: $0.name, columns: $0.columns) } },
    .text("withheld") { $0.withheld }, .address("url") { $0.address }, .text("schema") { _ in DataFiles.schema },
    .flag("hasOverview") { $0.site.frameworks.all.contains { $0.judgements.contains { $0.overview != nil } } },
    .flag("hasBodies") { !$0.site.authorities.isEmpty },
    .text("latest") { $0.data.latest?.words ?? "an unknown day" },
    .address("root") { _ in SitePaths.relativeRoot(from: SitePaths.data) },
  ]

  /// The columns of a table, with the meaning of each.
  struct ColumnList: TemplateContext {
    static let fields: [TemplateField<ColumnList>] = [.text("name") { $0.name }, .list("columns") { $0.columns }]

    let name: String
    let columns: [DataFiles.Column]
  }

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
extension DataFiles.File: TemplateContext {
  static let fields: [TemplateField<DataFiles.File>] = [
    .text("name") { $0.name }, .address("url") { $0.partList ?? $0.name }, .text("row") { $0.row },
    .address("workbook") { Workbooks.name(of: $0.name) }, .text("rows") { $0.rows.map(DisplayText.grouped) },
    .text("size") { $0.sizeWords }, .text("licence") { $0.quotesReports ? "Each report’s own" : "Facts, free to use" },
  ]

  private var sizeWords: String {
    size < 1_000_000 ? "\(max(1, (size + 500) / 1_000)) kB" : "\((size + 500_000) / 1_000_000) MB"
  }
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
