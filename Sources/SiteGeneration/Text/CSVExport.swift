/// A table of the open data: its description, its columns, and its file.
struct CSVExport<Row>: Sendable {
  /// One column: its name in the file, a description, and a function that returns its value for a row.
  struct Column: Sendable {
    /// The name in the header row; its meaning never changes.
    let name: String
    /// The description of the values, for the data page and the machine-readable description.
    let meaning: String
    /// The type of the values.
    let type: CSVType
    /// Whether the column is also in the workbook beside the file.
    let isInSheet: Bool
    /// Returns the row's value; nil or empty if it is missing.
    let value: @Sendable (Row) -> String?

    /// Creates a column.
    init(_ name: String, _ meaning: String, _ type: CSVType = .string, _ value: @escaping @Sendable (Row) -> String?) {
      self.name = name
      self.meaning = meaning
      self.type = type
      isInSheet = !Workbooks.forPrograms.contains(name)
      self.value = value
    }
  }

  /// The file's name: `judgements.csv`.
  let name: String
  /// A description of one row: `one judgement of one report`.
  let row: String
  /// The columns, in the order of the file.
  let columns: [Column]
  /// The columns that together identify a row.
  let key: [String]

  /// The foreign keys: the column here, the other table's file, and the column there.
  var references: [(column: String, file: String, key: String)] = []

  /// Whether the rows quote reports, whose own licences then apply; other tables contain only facts.
  var quotesReports = false

  /// Returns the file: RFC 4180 in UTF-8, with a header row, and an empty field for a missing value.
  func file(_ rows: some Sequence<Row>) -> [UInt8] {
    var bytes = head
    append(rows, to: &bytes)
    return bytes
  }

  /// The header row, after a byte order mark: without it Excel reads the file as Windows-1252.
  var head: [UInt8] { Array("\u{FEFF}\(columns.map(\.name).joined(separator: ","))\r\n".utf8) }

  /// Appends rows.
  func append(_ rows: some Sequence<Row>, to bytes: inout [UInt8]) {
    for row in rows { append(values(of: row), to: &bytes) }
  }

  /// Appends the values of a row.
  func append(_ values: [String], to bytes: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(field: value)
    }
    bytes.append("\r\n")
  }

  /// Returns a row's values, one for each column; empty for a missing value.
  func values(of row: Row) -> [String] { columns.map { $0.value(row) ?? "" } }
}

/// The type of a column's values, in the terms of the W3C's CSV on the Web.
enum CSVType: String, Sendable {
  case string
  case integer
  case date
  case boolean
}

extension [UInt8] {
  /// Appends one field of a CSV file, without invisible characters.
  ///
  /// A spreadsheet reads a field that begins with `=`, `+`, `-`, `@` or a tab as a formula, so such a field is written
  /// with an apostrophe before it.
  mutating func append(field text: String) {
    var text = PlainText.cleaned(text)
    text.withUTF8 { bytes in
      let quote = UInt8(ascii: "\"")
      let isQuoted = bytes.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") }
      if isQuoted { append(quote) }
      if let first = bytes.first, "=+-@\t".utf8.contains(first) { append(UInt8(ascii: "'")) }
      if isQuoted {
        for byte in bytes {
          if byte == quote { append(quote) }
          append(byte)
        }
        append(quote)
      } else {
        append(contentsOf: bytes)
      }
    }
  }
}
