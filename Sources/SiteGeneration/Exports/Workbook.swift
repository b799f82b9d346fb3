internal import Diagnostics
internal import ZipFiles

/// An Excel file with one sheet, whose first row is frozen and has filters for the other rows.
///
/// It is assembled from parts, so that a changed row costs only its part: `head`, then separately compressed rows, then
/// `tail`. The order of cells and rows is their position (ECMA-376, part 1, 18.3.1.4 and .73).
struct Workbook: Sendable {
  /// The name of the sheet, at most 31 characters.
  let sheet: String
  /// The titles in the first row and the types of the cells under them, which determine how Excel sorts and counts
  /// the cells; at most 26.
  let columns: [(name: String, type: CSVType)]

  /// The bytes before the rows.
  var head: [UInt8] { start.bytes + sheetHead.bytes }

  /// Returns the bytes after the rows.
  ///
  /// - Parameters:
  ///   - rows: the number of rows.
  ///   - plain: the checksums of all parts of rows, in order.
  ///   - size: the compressed size of all rows in bytes.
  /// - Throws: `EnvironmentError` if there are more rows than a sheet allows.
  func tail(rows: Int, plain: [Checksum], size: Int) throws(EnvironmentError) -> [UInt8] {
    guard rows < Self.mostRows else {
      throw EnvironmentError("a sheet of Excel has \(Self.mostRows) rows, too few for the table \(sheet)")
    }
    let column = Unicode.Scalar(UInt8(ascii: "A") + UInt8(columns.count - 1))
    let foot = Compressed(
      Array(SheetXML.foot(filter: rows == 0 ? nil : "A1:\(column)\(rows + 1)").utf8), isLast: true)
    let head = sheetHead
    var whole = head.plain
    for part in plain + [foot.plain] { whole.append(part) }
    return foot.bytes + start.end(SheetXML.path, plain: whole, size: head.bytes.count + size + foot.bytes.count)
  }

  private var start: ZipFile {
    var file = ZipFile()
    for (name, text) in SheetXML.files(sheet: sheet) { file.add(name, text) }
    file.begin(SheetXML.path)
    return file
  }

  private var sheetHead: Compressed {
    var xml = Array(SheetXML.head(widths: columns.map { [.string, .boolean].contains($0.type) ? 24 : 12 }).utf8)
    xml.append("<row>")
    for column in columns { SheetXML.append(head: column.name, to: &xml) }
    xml.append("</row>")
    return Compressed(xml)
  }

  private static let mostRows = 1_048_576
}
