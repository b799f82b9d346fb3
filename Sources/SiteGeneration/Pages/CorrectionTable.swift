internal import ContentLoading
internal import Inspections

/// The published corrections, on their own page and on the page of each report.
struct CorrectionTable {
  let site: Site

  /// The corrections, newest first, or a sentence that there are none.
  var section: [UInt8] {
    let title = "Corrections so far"
    let entries = site.corrections.entries
    guard !entries.isEmpty else {
      return site.section(anchor: "all", title: title, body: Array("<p>No correction has been made.</p>\n".utf8))
    }
    return site.section(
      anchor: "all", title: title, note: "\(DisplayText.count(entries.count, "correction")), the newest first.",
      kind: "matrix", head: ["Report, day of the correction", "What was wrong", "It said", "It says", "Why"],
      rows: entries.map(row))
  }

  private func row(_ entry: CorrectionLog.Entry) -> TableRow {
    let correction = entry.correction
    var head: [UInt8] = []
    if let report = entry.report {
      let name = "\(site.authorityName(of: report)), \(site.frameworks.shortName(report.framework))"
      let root = SitePaths.relativeRoot(from: BuiltInPages.corrections)
      head += [UInt8](link: "\(name), \(DisplayText.dates(report.inspection))", to: root + SitePaths.page(of: report))
    } else {
      head.append(escaped: "\(correction.report), not on this site")
    }
    head.append(markup: " <a class=\"when\" href=\"#\(entry.anchor)\">\(correction.date.words)</a>")
    let reporter = correction.reportedBy.map { " Reported by \($0)." } ?? ""
    var row = TableRow(
      head: head, texts: [correction.what, correction.was, correction.now, correction.reason + reporter])
    row.attributes = [UInt8](markup: " id=\"\(entry.anchor)\"")
    return row
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
