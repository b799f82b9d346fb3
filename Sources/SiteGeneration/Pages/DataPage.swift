/// The page about the data files: what one row is, how many there are, and what every column holds.
struct DataPage {
  let kit: SiteKit
  let data: DataFiles

  /// The page.
  var file: OutputFile {
    var files: [UInt8] = []
    var dictionaries: [UInt8] = []
    for table in data.tables {
      let context = DataFileContext(
        name: table.name, row: table.row, rows: Wording.grouped(table.rows), size: DataPage.size(table.file.bytes.count)
      )
      kit.templates.append(context, to: &files)
      var columns: [UInt8] = []
      for column in table.columns {
        let context = DataColumnContext(name: column.name, type: column.type.rawValue, meaning: column.meaning)
        kit.templates.append(context, to: &columns)
      }
      kit.templates.append(DictionaryContext(name: table.name, columns: columns), to: &dictionaries)
    }
    let root = SiteAddress.root(from: SiteAddress.data)
    return kit.page(
      path: SiteAddress.data, title: kit.windowTitle("Data"),
      description: "Every judgement and every point to improve on this site as open data: CSV files with a description "
        + "of every column, one JSON file a report, and a feed.",
      crumbs: [("Home", SiteAddress.home)], here: "Data",
      structuredData: StructuredData.data(data, kit: kit),
      main: kit.templates.filled(DataContext(files: files, dictionaries: dictionaries, root: root)))
  }

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
