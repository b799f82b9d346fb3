internal import Inspections

/// The page about the data files: what one row is, how many there are, and what every column holds.
struct DataPage {
  let kit: SiteKit
  let data: DataFiles

  /// The page.
  var file: OutputFile {
    var files: [UInt8] = []
    var dictionaries: [UInt8] = []
    for table in data.tables {
      append(table.name, table.name, table.row, table.rows, table.size, quotesReports: table.quotesReports, to: &files)
      var columns: [UInt8] = []
      for column in table.columns {
        let context = DataColumnContext(name: column.name, type: column.type.rawValue, meaning: column.meaning)
        kit.templates.append(context, to: &columns)
      }
      kit.templates.append(DictionaryContext(name: table.name, columns: columns), to: &dictionaries)
    }
    for other in data.others {
      append(
        other.name, other.address, other.row, other.rows, other.size, quotesReports: other.quotesReports, to: &files)
    }
    let root = SiteAddress.root(from: SiteAddress.data)
    return kit.page(
      path: SiteAddress.data, title: kit.windowTitle("Data"),
      description: "Every judgement and every point to improve on this site as open data: CSV files with a description "
        + "of every column, one JSON file a report, and a feed.",
      crumbs: [("Home", SiteAddress.home)], here: "Data",
      structuredData: StructuredData.data(data, kit: kit),
      signposts: [("describedby", "csv-metadata.json")] + data.tables.map { ("item", $0.name) },
      main: kit.templates.filled(
        DataContext(
          files: files, dictionaries: dictionaries, withheld: withheld, address: address, schema: DataFiles.schema,
          latest: data.latest?.words ?? "an unknown day", root: root)))
  }

  private func append(
    _ name: String, _ address: String, _ row: String, _ rows: Int?, _ size: Int, quotesReports: Bool,
    to files: inout [UInt8]
  ) {
    let context = DataFileContext(
      name: name, address: address, row: row, rows: rows.map(Wording.grouped) ?? "", size: DataPage.size(size),
      licence: quotesReports ? "Each report’s own" : "Facts, free to use")
    kit.templates.append(context, to: &files)
  }

  /// Which texts are not in the bulk data, and why.
  private var withheld: String {
    guard data.withheld > 0 else { return "" }
    let count = Wording.count(data.withheld, "report")
    return "The text of \(count) is not among the paragraphs: "
      + "\(data.withheld == 1 ? "its" : "their") notice allows the unaltered report only, and no commercial use. "
      + "Grades, dates and points to improve are there."
  }

  /// Where the files are, for the examples.
  private var address: String { kit.address.absolute("data/") ?? "http://localhost:8080/data/" }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\(max(1, (bytes + 500) / 1_000)) kB" : "\((bytes + 500_000) / 1_000_000) MB"
  }
}

/// The page for addresses that lead nowhere. A host shows it at any address, so its links begin at the site's front.
struct NotFoundPage {
  let kit: SiteKit

  /// The page.
  var file: OutputFile {
    let root = kit.address.basePath
    var head: [UInt8] = []
    head.append("<meta name=\"robots\" content=\"noindex\">\n")
    let main = kit.templates.filled(NotFoundContext(root: root))
    let frame = FrameContext(
      title: kit.windowTitle("Page not found"), description: "There is no page at this address.", root: root,
      head: head, breadcrumbs: [], main: main)
    return OutputFile(path: "404.html", bytes: kit.templates.filled(frame))
  }
}
