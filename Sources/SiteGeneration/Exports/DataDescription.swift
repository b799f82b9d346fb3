/// A description of the tables for programs: as CSV on the Web and as a Data Package. Both are made from the tables'
/// own columns, so neither can differ from the tables.
struct DataDescription {
  let title: String
  let base: SitePaths
  let tables: [DataFiles.File]
  /// The names of the paragraph files in the data folder.
  let paragraphs: [String]

  /// CSV on the Web: a group of tables with types, keys and references.
  var csvOnTheWeb: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.array("@context", 0..<2) { json, index in
        if index == 0 { json.string("http://www.w3.org/ns/csvw") } else { json.object { $0.member("@language", "en") } }
      }
      json.members(["dc:title": "\(title): data", "schema:version": DataFiles.schema])
      json.objects("tables", tables) { json, table in
        json.members(["url": table.name, "dc:description": "One row is \(table.row)."])
        json.object("tableSchema") { json in write(table, to: &json) }
      }
    }
    return json.bytes + [0x0A]
  }

  private func write(_ table: DataFiles.File, to json: inout JSONText) {
    json.objects("columns", table.columns) { json, column in
      json.members([
        "name": column.name, "titles": column.name, "dc:description": column.meaning, "datatype": column.type.rawValue,
        "null": "",
      ])
    }
    // The subject of a row is the page in its own column.
    if table.columns.contains(where: { $0.name == "page" }) { json.member("aboutUrl", "../{+page}") }
    json.member("primaryKey", table.key)
    guard !table.references.isEmpty else { return }
    json.objects("foreignKeys", table.references) { json, reference in
      json.member("columnReference", reference.column)
      json.object("reference", ["resource": reference.file, "columnReference": reference.key])
    }
  }

  /// A Data Package, version 2.
  var dataPackage: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.members([
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "inspection-summaries",
        "title": "\(title): data", "version": "\(DataFiles.schema).0.0",
      ])
      if let home = base.absolute(SitePaths.home) { json.member("homepage", home) }
      json.array("resources", 0...(paragraphs.isEmpty ? tables.count - 1 : tables.count)) { json, index in
        guard index < tables.count else {
          // The paragraphs are one resource in many files.
          return json.object([
            "name": "paragraphs", "type": "file", "path": paragraphs,
            "description": "One line is one paragraph of one report, as a JSON object.", "format": "ndjson",
            "mediatype": "application/x-ndjson", "encoding": "utf-8",
          ])
        }
        json.object { json in writeResource(tables[index], to: &json) }
      }
    }
    return json.bytes + [0x0A]
  }

  private func writeResource(_ table: DataFiles.File, to json: inout JSONText) {
    json.members([
      "name": String(table.name.dropLast(".csv".count)), "type": "table", "path": table.name,
      "description": "One row is \(table.row).", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
      "bytes": table.size, "hash": "sha256:\(table.sha256)",
    ])
    json.object("schema") { json in writePackage(table, to: &json) }
  }

  private func writePackage(_ table: DataFiles.File, to json: inout JSONText) {
    json.objects("fields", table.columns) { json, column in
      json.members(["name": column.name, "type": column.type.rawValue, "description": column.meaning])
    }
    json.members(["missingValues": [""], "primaryKey": table.key])
    guard !table.references.isEmpty else { return }
    json.objects("foreignKeys", table.references) { json, reference in
      json.member("fields", [reference.column])
      json.object(
        "reference", ["resource": String(reference.file.dropLast(".csv".count)), "fields": [reference.key]])
    }
  }
}
