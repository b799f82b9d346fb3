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
    let described = tables.map { table -> JSONObject in
      ["url": table.name, "dc:description": "One row is \(table.row).", "tableSchema": webSchema(of: table)]
    }
    let json: JSONObject = [
      "@context": JSONList(values: ["http://www.w3.org/ns/csvw", ["@language": "en"] as JSONObject]),
      "dc:title": "\(title): data", "schema:version": DataFiles.schema, "tables": described,
    ]
    return json.encoded() + [0x0A]
  }

  private func webSchema(of table: DataFiles.File) -> JSONObject {
    let columns = table.columns.map { column -> JSONObject in
      [
        "name": column.name, "titles": column.name, "dc:description": column.meaning, "datatype": column.type.rawValue,
        "null": "",
      ]
    }
    let keys = table.references.map { reference -> JSONObject in
      [
        "columnReference": reference.column,
        "reference": ["resource": reference.file, "columnReference": reference.key] as JSONObject,
      ]
    }
    // The subject of a row is the page in its own column.
    let subject = table.columns.contains { $0.name == "page" } ? "../{+page}" : nil
    let schema: JSONObject = [
      "columns": columns, "aboutUrl": subject, "primaryKey": table.key, "foreignKeys": keys.isEmpty ? nil : keys,
    ]
    return schema.withoutNulls()
  }

  /// A Data Package, version 2.
  var dataPackage: [UInt8] {
    // The paragraphs are one resource in many files.
    let texts: JSONObject = [
      "name": "paragraphs", "type": "file", "path": paragraphs,
      "description": "One line is one paragraph of one report, as a JSON object.", "format": "ndjson",
      "mediatype": "application/x-ndjson", "encoding": "utf-8",
    ]
    let json: JSONObject = [
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "inspection-summaries",
      "title": "\(title): data", "version": "\(DataFiles.schema).0.0", "homepage": base.absolute(SitePaths.home),
      "resources": tables.map(resource) + (paragraphs.isEmpty ? [] : [texts]),
    ]
    return json.withoutNulls().encoded() + [0x0A]
  }

  private func resource(_ table: DataFiles.File) -> JSONObject {
    [
      "name": String(table.name.dropLast(".csv".count)), "type": "table", "path": table.name,
      "description": "One row is \(table.row).", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
      "bytes": table.size, "hash": "sha256:\(table.sha256)", "schema": packageSchema(of: table),
    ]
  }

  private func packageSchema(of table: DataFiles.File) -> JSONObject {
    let fields = table.columns.map { column -> JSONObject in
      ["name": column.name, "type": column.type.rawValue, "description": column.meaning]
    }
    let keys = table.references.map { reference -> JSONObject in
      let file = String(reference.file.dropLast(".csv".count))
      return ["fields": [reference.column], "reference": ["resource": file, "fields": [reference.key]] as JSONObject]
    }
    let schema: JSONObject = [
      "fields": fields, "missingValues": [""], "primaryKey": table.key, "foreignKeys": keys.isEmpty ? nil : keys,
    ]
    return schema.withoutNulls()
  }
}
