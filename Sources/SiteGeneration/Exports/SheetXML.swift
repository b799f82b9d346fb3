internal import Inspections

/// The XML of a workbook with one sheet (ECMA-376, part 1).
enum SheetXML {
  /// The sheet’s path in the ZIP file.
  static let path = "xl/worksheets/sheet1.xml"

  /// Returns the files beside the sheet.
  static func files(sheet: String) -> [(name: String, text: String)] {
    [
      (
        "[Content_Types].xml",
        """
        \(declaration)<Types xmlns="\(package)/content-types">\
        <Default Extension="rels" ContentType="\(type)package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="\(type)officedocument.spreadsheetml.sheet.main+xml"/>\
        <Override PartName="/\(path)" ContentType="\(type)officedocument.spreadsheetml.worksheet+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="\(type)officedocument.spreadsheetml.styles+xml"/></Types>
        """
      ),
      ("_rels/.rels", relationships(["officeDocument": "xl/workbook.xml"])),
      (
        "xl/workbook.xml",
        """
        \(declaration)<workbook xmlns="\(main)" xmlns:r="\(office)/relationships">\
        <bookViews><workbookView/></bookViews>\
        <sheets><sheet name="\(sheet)" sheetId="1" r:id="worksheet"/></sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relationships(["styles": "styles.xml", "worksheet": "worksheets/sheet1.xml"])
      ),
      ("xl/styles.xml", styles),
    ]
  }

  /// Returns the XML before the rows.
  static func head(widths: [Int]) -> String {
    let columns = widths.enumerated().map { index, width in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    return """
      \(declaration)<worksheet xmlns="\(main)"><sheetViews><sheetView workbookViewId="0">\
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
      <cols>\(columns.joined())</cols><sheetData>
      """
  }

  /// Returns the XML after the rows.
  ///
  /// - Parameter filter: the range that the first row filters: `A1:C9`.
  static func foot(filter: String?) -> String {
    "</sheetData>" + (filter.map { "<autoFilter ref=\"\($0)\"/>" } ?? "") + "</worksheet>"
  }

  /// Appends a cell.
  static func append(_ cell: String, _ type: CSVType, to xml: inout [UInt8]) {
    let number: Int? =
      switch type {
      case .string, .boolean: nil
      case .integer: Int(cell)
      case .date: CalendarDate(iso: cell).flatMap(days)
      }
    if let number {
      xml.append(type == .date ? "<c s=\"2\"><v>" : "<c><v>")
      xml.append(raw: String(number))
      xml.append("</v></c>")
    } else if cell.isEmpty {
      xml.append("<c/>")
    } else {
      xml.append("<c t=\"inlineStr\">")
      appendText(cell, to: &xml)
    }
  }

  /// Appends a cell of the first row.
  static func append(head cell: String, to xml: inout [UInt8]) {
    xml.append("<c s=\"1\" t=\"inlineStr\">")
    appendText(cell, to: &xml)
  }

  /// Appends text that no program reads as a formula; text too long for Excel is cut and ends in an ellipsis.
  private static func appendText(_ text: String, to xml: inout [UInt8]) {
    xml.append("<is><t xml:space=\"preserve\">")
    xml.append(
      escaped: text.utf8.count <= longest
        ? text : text.unicodeScalars.prefix(longest - 1).map { String($0) }.joined() + "…")
    xml.append("</t></is></c>")
  }

  /// The most characters that Excel allows in a cell.
  private static let longest = 32_767

  /// Returns Excel's number of a day; nil before March 1900, since Excel's calendar has a wrong leap day before it.
  private static func days(_ date: CalendarDate) -> Int? {
    guard (date.year, date.month) >= (1900, 3) else { return nil }
    // A year that begins in March has its leap day at the end.
    let (year, month) = date.month > 2 ? (date.year, date.month - 3) : (date.year - 1, date.month + 9)
    // 693,900 is the result of the same formula for Excel's day 0, 30 December 1899.
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 693_900
  }

  private static func relationships(_ targets: KeyValuePairs<String, String>) -> String {
    let lines = targets.map { kind, target in
      "<Relationship Id=\"\(kind)\" Type=\"\(office)/relationships/\(kind)\" Target=\"\(target)\"/>"
    }
    return "\(declaration)<Relationships xmlns=\"\(package)/relationships\">\(lines.joined())</Relationships>"
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let type = "application/vnd.openxmlformats-"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// The styles: the first for cells, the second for the first row, the third for days.
  private static let styles = """
    \(declaration)<styleSheet xmlns="\(main)"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
    </numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2">\
    <fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">\
    <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
    <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
    """
}
