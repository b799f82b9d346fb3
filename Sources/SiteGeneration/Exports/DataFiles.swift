/// The files under `/data/`, written once for the page that lists them and for the site.
struct DataFiles: Sendable {
  /// One column, without the type of its rows.
  struct Column: Sendable {
    let name: String
    let meaning: String
    let type: CSVType
  }

  /// One table, without the type of its rows.
  struct Table: Sendable {
    let name: String
    let row: String
    let rows: Int
    let columns: [Column]
    let key: [String]
    let file: OutputFile
  }

  /// The tables, the one to start with first.
  let tables: [Table]

  /// Writes the tables of the reports.
  init(_ bodies: [InspectedBody], frameworks: FrameworkIndex) {
    let reports = bodies.flatMap(\.reports)
    let judgements = reports.flatMap { report in
      report.judgements.map { JudgementRow(report: report, judgement: $0, frameworks: frameworks) }
    }
    let recommendations = reports.flatMap { report in
      report.recommendations.enumerated().map { RecommendationRow(report: report, recommendation: $1, order: $0 + 1) }
    }
    tables = [
      Table(DataTables.judgements, judgements), Table(DataTables.recommendations, recommendations),
      Table(DataTables.reports, reports.map { ReportRow(report: $0, frameworks: frameworks) }),
      Table(DataTables.authorities, bodies.map { AuthorityRow(authority: $0) }),
    ]
  }

  /// The tables and their description.
  var files: [OutputFile] { tables.map(\.file) + [OutputFile(path: "data/csv-metadata.json", bytes: description)] }

  /// The description of the tables for programs: CSV on the Web.
  private var description: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("@context")
      json.array(0..<2) { json, index in
        if index == 0 { json.string("http://www.w3.org/ns/csvw") } else { json.object { $0.member("@language", "en") } }
      }
      json.key("tables")
      json.array(tables) { json, table in
        json.object { json in
          json.member("url", table.name)
          json.member("dc:description", "One row is \(table.row).")
          json.key("tableSchema")
          json.object { json in
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
            json.key("primaryKey")
            json.array(table.key) { $0.string($1) }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}

extension DataFiles.Table {
  fileprivate init<Row>(_ table: CSVTable<Row>, _ rows: [Row]) {
    name = table.name
    row = table.row
    self.rows = rows.count
    columns = table.columns.map { DataFiles.Column(name: $0.name, meaning: $0.meaning, type: $0.type) }
    key = table.key
    file = OutputFile(path: "data/\(table.name)", bytes: table.file(rows))
  }
}
