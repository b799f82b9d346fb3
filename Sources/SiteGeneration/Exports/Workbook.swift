internal import Diagnostics
internal import ZipFiles

/// A file for Excel with one sheet, whose first row stays in view and filters the others.
///
/// It is made of parts, so that one changed row costs its part and not the whole: `head`, then rows compressed by
/// themselves, then `tail`. The order of cells and rows is their position (ECMA-376, part 1, 18.3.1.4 and .73).
struct Workbook: Sendable {
  /// Its name, at most 31 characters.
  let sheet: String
  /// The words in the first row and what the cells under them hold, which decides how Excel sorts and counts them; at
  /// most 26.
  let columns: [(name: String, type: CSVType)]

  /// What the file begins with.
  var head: [UInt8] { start.bytes + sheetHead.bytes }

  /// What follows the last rows.
  ///
  /// - Parameters:
  ///   - rows: how many there are.
  ///   - plain: the checksums of all of them, in order.
  ///   - size: the bytes that they take, compressed.
  /// - Throws: `EnvironmentError` if there are more rows than a sheet has.
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
