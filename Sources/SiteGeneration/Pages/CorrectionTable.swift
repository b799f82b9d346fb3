internal import ContentLoading
internal import Inspections

/// The published corrections, on their own page and on the page of each report.
struct CorrectionTable {
  let site: Site

  private static let columns = ["Report, day of the correction", "What was wrong", "It said", "It says", "Why"]

  /// The corrections, newest first, or a sentence that there are none.
  var section: [UInt8] {
    let title = "Corrections so far"
    guard !site.corrections.entries.isEmpty else {
      return site.section(anchor: "all", title: title, body: Array("<p>No correction has been made.</p>\n".utf8))
    }
    let root = SitePaths.relativeRoot(from: BuiltInPages.corrections)
    var rows: [UInt8] = []
    for entry in site.corrections.entries { append(entry, root, to: &rows) }
    let table = site.table(kind: "matrix", caption: title, head: Self.columns, rows: rows)
    let count = DisplayText.count(site.corrections.entries.count, "correction")
    return site.section(anchor: "all", title: title, note: "\(count), the newest first.", body: table)
  }

  private func append(_ entry: CorrectionLog.Entry, _ root: String, to rows: inout [UInt8]) {
    let correction = entry.correction
    rows.append(markup: "<tr id=\"\(entry.anchor)\"><th scope=\"row\">")
    if let report = entry.report {
      let name = "\(site.authorityName(of: report)), \(site.frameworks.shortName(report.framework))"
      rows += [UInt8](link: "\(name), \(DisplayText.dates(report.inspection))", to: root + SitePaths.page(of: report))
    } else {
      rows.append(escaped: "\(correction.report), not on this site")
    }
    rows.append(markup: " <a class=\"when\" href=\"#\(entry.anchor)\">\(correction.date.words)</a></th>")
    let reporter = correction.reportedBy.map { " Reported by \($0)." } ?? ""
    let cells = [correction.what, correction.was, correction.now, correction.reason + reporter]
    rows.append(cells: zip(Self.columns[1...], cells))
    rows.append("</tr>\n")
  }

  /// Returns the notices of a report's corrections, for its page.
  func notices(of report: ReportSummary) -> [Notice] {
    let page = SitePaths.relativeRoot(from: SitePaths.page(of: report)) + BuiltInPages.corrections
    return site.corrections.of(report).map { entry in
      let day = entry.correction.date.words
      let link = [UInt8](link: "Correction of \(day)", to: "\(page)#\(entry.anchor)")
      let text = [UInt8](markup: "What was wrong: \(entry.correction.what) \(link)")
      return Notice(title: "Corrected on \(day)", text: text)
    }
  }
}
