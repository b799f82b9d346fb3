internal import Diagnostics
internal import Inspections

/// A CSV file whose first line names its columns.
struct CSVDocument {
  /// One record under the header.
  struct Row {
    fileprivate let fields: [CSVParser.Field]
    fileprivate let columns: [String: Int]
    fileprivate let source: SourceText

    private func field(_ column: String) -> CSVParser.Field? { columns[column].map { fields[$0] } }

    /// The text in a column, without blanks around it; empty where the column is.
    subscript(column: String) -> String {
      field(column)?.text.trimmed ?? ""
    }

    /// Returns the text in a column; nil if it is empty.
    func text(_ column: String) -> String? {
      let text = self[column]
      return text.isEmpty ? nil : text
    }

    /// Returns the name of a file, or its SHA-256 in small letters, as the program writes it.
    func fileName(_ column: String) -> String { self[column].isDigest ? self[column].lowercased() : self[column] }

    /// Returns the items of a list, which `;` separates.
    func list(_ column: String) -> [String] {
      self[column].split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    }

    /// Returns the date in a column; nil if it is empty, and nil with a problem if it is not a date.
    func date(_ column: String, _ problems: inout [Diagnostic]) -> CalendarDate? {
      guard let text = text(column) else { return nil }
      let date = CalendarDate(iso: text)
      if date == nil { problems.append(error("“\(text)” is not a date YYYY-MM-DD", in: column)) }
      return date
    }

    /// Returns an error of this row, at a column of the table.
    func error(_ message: String, in column: String, _ code: DiagnosticCode = .invalidCSV) -> Diagnostic {
      source.error(code, message, at: field(column)?.offset ?? 0)
    }

    /// Returns an error for each of these columns that is empty.
    func empty(_ columns: some Sequence<String>) -> [Diagnostic] {
      columns.filter { self[$0].isEmpty }.map { error("the column “\($0)” is empty", in: $0) }
    }

    /// Returns an error about a slug that the register does not have.
    func unknownAuthority(_ slug: String, in column: String) -> Diagnostic {
      error("no authority of the register has the slug “\(slug)”", in: column)
    }

    /// Returns the location of a column in this row.
    func location(of column: String) -> SourceLocation {
      source.location(ofOffset: field(column)?.offset ?? 0)
    }
  }

  /// The records, in the order of the file.
  let rows: [Row]
  /// The problems of the file; a row that can't be read is not in `rows`.
  let problems: [Diagnostic]

  /// Reads a table that must have these columns, in any order, and may have some others.
  init(_ source: SourceText, columns: [String], optional: [String] = []) {
    let first = source.line(1)
    if columns.count > 1, !first.contains(","), let mark = ";\t|".first(where: { first.contains($0) }) {
      let name = mark == "\t" ? "tabs" : "“\(mark)”"
      rows = []
      problems = [
        source.error(
          .invalidCSV,
          "\(name) \(mark == "\t" ? "separate" : "separates") the columns here; save the file as CSV with commas", at: 0
        )
      ]
      return
    }
    var parser = CSVParser(source)
    let header = parser.nextRecord() ?? []
    let headerProblems = CSVDocument.problems(ofHeader: header, columns: columns, optional, source: source)
    let positions = Dictionary(header.enumerated().map { ($0.element.text, $0.offset) }) { first, _ in first }
    var rows: [Row] = []
    var rowProblems: [Diagnostic] = []
    while headerProblems.isEmpty, let record = parser.nextRecord() {
      if record.count == header.count {
        rows.append(Row(fields: record, columns: positions, source: source))
      } else {
        let message = "the line has \(record.count) fields, and the header names \(header.count)"
        rowProblems.append(source.error(.invalidCSV, message, at: record[0].offset))
      }
    }
    self.rows = rows
    problems = headerProblems + parser.problems + rowProblems
  }

  /// Returns what a closure makes of each row, and all problems; a row that the closure reports has no value.
  func values<Value>(_ value: (Row, inout [Diagnostic]) -> Value?) -> ([Value], [Diagnostic]) {
    var problems = problems
    let values = rows.compactMap { row in
      let known = problems.count
      let value = value(row, &problems)
      return problems.count == known ? value : nil
    }
    return (values, problems)
  }

  private static func problems(
    ofHeader header: [CSVParser.Field], columns: [String], _ optional: [String], source: SourceText
  ) -> [Diagnostic] {
    var seen: Set<String> = []
    var problems: [Diagnostic] = []
    for field in header {
      let isNew = seen.insert(field.text).inserted
      guard !isNew || !(columns + optional).contains(field.text) else { continue }
      let hint = (columns + optional).hint(for: field.text)
      let message = isNew ? "unknown column “\(field.text)”\(hint)" : "the column “\(field.text)” is given twice"
      problems.append(source.error(.invalidKey, message, at: field.offset))
    }
    for column in columns where !seen.contains(column) {
      problems.append(source.diagnostic(.error, .invalidKey, "missing column “\(column)”", line: 1))
    }
    return problems
  }
}

extension String {
  /// Whether it has the form of a SHA-256.
  var isDigest: Bool { utf8.count == 64 && allSatisfy(\.isHexDigit) }
}

extension SourceText {
  /// Returns an error at a byte offset of the text.
  func error(_ code: DiagnosticCode, _ message: String, at offset: Int) -> Diagnostic {
    let place = location(ofOffset: offset)
    return diagnostic(.error, code, message, line: place.line, column: place.column)
  }
}
