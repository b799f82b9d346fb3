internal import CXlsxWriter
public import Diagnostics
internal import Foundation

/// A file for Excel with one sheet, through the system's libxlsxwriter: the only module that sees that library.
public enum Workbook {
  /// What the cells of a column hold, which decides how Excel sorts and counts them.
  public enum CellType: Sendable {
    case text
    case integer
    /// A day as `2010-11-29`.
    case date
  }

  /// A column of the sheet.
  public struct Column: Sendable {
    /// The words in the first row.
    public let name: String
    /// What its cells hold.
    public let type: CellType

    /// Makes a column from its parts.
    public init(_ name: String, _ type: CellType) {
      self.name = name
      self.type = type
    }
  }

  /// Writes a workbook whose first row stays in view and filters the others. The same rows give the same bytes.
  ///
  /// - Parameters:
  ///   - sheet: the sheet's name, at most 31 characters.
  ///   - columns: what each row holds.
  ///   - rows: the cells of each row, as many as there are columns; nil or empty for an empty one.
  /// - Throws: `EnvironmentFailure` if the folder for temporary files takes none, since the library writes no other way,
  ///   or if there are more rows than a sheet has.
  public static func bytes(
    sheet: String, columns: [Column], rows: some Sequence<[String?]>
  ) throws(EnvironmentFailure) -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "sitegen-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let book = workbook_new_opt(file.path, &options) else { throw failure("out of memory") }
    var properties = lxw_doc_properties()
    properties.created = created
    workbook_set_properties(book, &properties)
    var writer = SheetWriter(book: book, sheet: workbook_add_worksheet(book, sheet), columns: columns)
    writer.writeHead()
    var problem: String?
    for row in rows where problem == nil { problem = writer.write(row) }
    writer.finish()
    let outcome = workbook_close(book)
    if let problem { throw failure(problem) }
    guard outcome == LXW_NO_ERROR, let data = try? Data(contentsOf: file) else {
      throw failure(String(cString: lxw_strerror(outcome)))
    }
    return [UInt8](data)
  }

  /// The day that each file says it was made, so that the clock is not part of its bytes.
  private static let created = 1_577_836_800

  private static func failure(_ reason: String) -> EnvironmentFailure {
    EnvironmentFailure("could not write a file for Excel: \(reason)")
  }
}

/// Writes the rows of a sheet from the top.
private struct SheetWriter {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>?
  private let columns: [Workbook.Column]
  private let bold: UnsafeMutablePointer<lxw_format>?
  private let day: UnsafeMutablePointer<lxw_format>?
  private var next: lxw_row_t = 0

  init(
    book: UnsafeMutablePointer<lxw_workbook>, sheet: UnsafeMutablePointer<lxw_worksheet>?, columns: [Workbook.Column]
  ) {
    self.sheet = sheet
    self.columns = columns
    bold = workbook_add_format(book)
    day = workbook_add_format(book)
    format_set_bold(bold)
    format_set_num_format(day, "yyyy-mm-dd")
  }

  mutating func writeHead() {
    worksheet_freeze_panes(sheet, 1, 0)
    for (index, column) in columns.enumerated() {
      let place = lxw_col_t(index)
      worksheet_set_column(sheet, place, place, column.type == .text ? 24 : 12, nil)
      worksheet_write_string(sheet, 0, place, column.name, bold)
    }
    next = 1
  }

  /// Writes the next row; tells why it could not.
  mutating func write(_ row: [String?]) -> String? {
    for (index, (column, cell)) in zip(columns, row).enumerated() {
      guard let cell, !cell.isEmpty else { continue }
      let outcome = write(cell, column.type, lxw_col_t(index))
      if outcome != LXW_NO_ERROR { return String(cString: lxw_strerror(outcome)) }
    }
    next += 1
    return nil
  }

  /// Lets the reader filter every column.
  func finish() {
    if next > 1 { worksheet_autofilter(sheet, 0, 0, next - 1, lxw_col_t(columns.count - 1)) }
  }

  private func write(_ cell: String, _ type: Workbook.CellType, _ column: lxw_col_t) -> lxw_error {
    switch type {
    case .integer:
      if let number = Double(cell) { return worksheet_write_number(sheet, next, column, number, nil) }
    case .date:
      let parts = cell.split(separator: "-").compactMap { Int32($0) }
      // Excel's calendar begins in 1900.
      if parts.count == 3, parts[0] >= 1900 {
        var date = lxw_datetime(year: parts[0], month: parts[1], day: parts[2], hour: 0, min: 0, sec: 0)
        return worksheet_write_datetime(sheet, next, column, &date, day)
      }
    case .text: break
    }
    return worksheet_write_string(sheet, next, column, Self.fitting(cell), nil)
  }

  /// The text, cut where a cell of Excel ends; a cut one ends in a mark.
  private static func fitting(_ text: String) -> String {
    text.utf8.count <= longest ? text : text.unicodeScalars.prefix(longest - 1).map { String($0) }.joined() + "…"
  }

  /// The most characters that Excel takes in a cell.
  private static let longest = 32_767
}
