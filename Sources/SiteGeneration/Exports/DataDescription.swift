/// What the tables hold, for programs: as CSV on the Web and as a Data Package. Both come from the tables' own columns,
/// so neither can say something else.
struct DataDescription {
  let title: String
  let base: SiteAddress
  let tables: [DataFiles.Table]

  /// CSV on the Web: a group of tables with types, keys and references.
  var csvOnTheWeb: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("@context")
      json.array(0..<2) { json, index in
        if index == 0 { json.string("http://www.w3.org/ns/csvw") } else { json.object { $0.member("@language", "en") } }
      }
      json.member("dc:title", "\(title): data")
      json.member("schema:version", DataFiles.schema)
      json.key("tables")
      json.array(tables) { json, table in
        json.object { json in
          json.member("url", table.name)
          json.member("dc:description", "One row is \(table.row).")
          json.key("tableSchema")
          json.object { json in write(table, to: &json) }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private func write(_ table: DataFiles.Table, to json: inout JSONText) {
    json.key("columns")
    json.array(table.columns) { json, column in
      json.object { json in
        json.member("name", column.name)
        json.member("titles", column.name)
        json.member("dc:description", column.meaning)
        json.member("datatype", column.type.rawValue)
        json.member("null", "")
      }
    }
    // What a row is about is the page that its own column names.
    if table.columns.contains(where: { $0.name == "page" }) { json.member("aboutUrl", "../{+page}") }
    json.key("primaryKey")
    json.array(table.key) { $0.string($1) }
    guard !table.references.isEmpty else { return }
    json.key("foreignKeys")
    json.array(table.references) { json, reference in
      json.object { json in
        json.member("columnReference", reference.column)
        json.key("reference")
        json.object { json in
          json.member("resource", reference.file)
          json.member("columnReference", reference.key)
        }
      }
    }
  }

  /// A Data Package, version 2.
  var dataPackage: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
      json.member("name", "inspection-summaries")
      json.member("title", "\(title): data")
      json.member("version", "\(DataFiles.schema).0.0")
      if let home = base.absolute(SiteAddress.home) { json.member("homepage", home) }
      json.key("resources")
      json.array(tables) { json, table in
        json.object { json in
          json.member("name", String(table.name.dropLast(".csv".count)))
          json.member("type", "table")
          json.member("path", table.name)
          json.member("description", "One row is \(table.row).")
          json.member("format", "csv")
          json.member("mediatype", "text/csv")
          json.member("encoding", "utf-8")
          json.member("bytes", table.size)
          json.member("hash", "sha256:\(table.sha256)")
          json.key("schema")
          json.object { json in writePackage(table, to: &json) }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private func writePackage(_ table: DataFiles.Table, to json: inout JSONText) {
    json.key("fields")
    json.array(table.columns) { json, column in
      json.object { json in
        json.member("name", column.name)
        json.member("type", column.type.rawValue)
        json.member("description", column.meaning)
      }
    }
    json.key("missingValues")
    json.array([""]) { $0.string($1) }
    json.key("primaryKey")
    json.array(table.key) { $0.string($1) }
    guard !table.references.isEmpty else { return }
    json.key("foreignKeys")
    json.array(table.references) { json, reference in
      json.object { json in
        json.key("fields")
        json.array([reference.column]) { $0.string($1) }
        json.key("reference")
        json.object { json in
          json.member("resource", String(reference.file.dropLast(".csv".count)))
          json.key("fields")
          json.array([reference.key]) { $0.string($1) }
        }
      }
    }
  }
}
