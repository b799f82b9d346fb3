/// A table of the open data: what it is about, its columns, and its file.
struct CSVExport<Row>: Sendable {
  /// One column: its name in the file, what it holds in words, and how to tell it from a row.
  struct Column: Sendable {
    /// The name in the header row; it never changes its meaning.
    let name: String
    /// What it holds, for the reader of the data page and of the description.
    let meaning: String
    /// What kind of value it holds.
    let type: CSVType
    /// Whether it is in the workbook beside the file too.
    let isInSheet: Bool
    /// The row's value; nil or empty where it is missing.
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
  /// What one row is, as words: `one judgement of one report`.
  let row: String
  /// The columns, in the order of the file.
  let columns: [Column]
  /// The columns that together name one row.
  let key: [String]

  /// The columns that name a row of another table: the column here, the table's file, its column there.
  var references: [(column: String, file: String, key: String)] = []

  /// Whether its rows quote the reports, whose own licences then apply; other tables hold facts alone.
  var quotesReports = false

  /// The file: RFC 4180 in UTF-8, a header row, and an empty field for what is missing.
  func file(_ rows: some Sequence<Row>) -> [UInt8] {
    var bytes = head
    append(rows, to: &bytes)
    return bytes
  }

  /// The header row, behind the byte order mark without which Excel takes the file for Windows-1252.
  var head: [UInt8] {
    var bytes = Array("\u{FEFF}".utf8)
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(raw: column.name)
    }
    bytes.append("\r\n")
    return bytes
  }

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

  /// A row's values, one a column; empty for a missing one.
  func values(of row: Row) -> [String] { columns.map { $0.value(row) ?? "" } }
}

/// What kind of values a column holds, in the words of the W3C's CSV on the Web.
enum CSVType: String, Sendable {
  case string
  case integer
  case date
  case boolean
}

extension [UInt8] {
  /// Appends one field of a CSV file, without what no reader sees.
  ///
  /// A spreadsheet takes a field that begins with `=`, `+`, `-`, `@` or a tab for a formula, so such a field is written
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
