internal import ContentLoading
internal import Diagnostics
internal import Inspections

/// What a report was read from, as far as readers can follow its words there: to a line of the text, and to a page of
/// the PDF.
struct SourceDocument: Sendable {
  let source: Report.Source
  /// The address of the official report, or else of the PDF beside the report's page; without the place in it.
  let address: String?

  /// The name in the report's folder of the PDF that it was read from.
  static let original = "original.pdf"

  /// Where the words of a line stand.
  func place(_ line: Int) -> SourcePlace {
    let page = source.page(ofLine: line)
    return SourcePlace(
      line: line, page: page, pageAddress: page.flatMap { page in address.map { "\($0)#page=\(page)" } })
  }
}

/// A line of a report's source, and the page that it is on.
struct SourcePlace: TemplateContext {
  static let fields: [TemplateField<SourcePlace>] = [
    .text("line") { String($0.line) }, .address("url") { SourcePage.address(ofLine: $0.line) },
    .text("page") { $0.page.map { String($0) } }, .address("pageURL") { $0.pageAddress },
  ]

  let line: Int
  let page: Int?
  let pageAddress: String?
}

extension Site {
  /// Whether the PDF of a report is published: only where the publisher wishes so and the licence is known to allow it.
  func publishesOriginal(of report: ReportSummary) -> Bool {
    configuration.publishesOriginals && report.source.isPDF && report.licence == .ogl3
  }

  /// The PDFs that are not published although the publisher wishes so.
  var withheldOriginals: [Diagnostic] {
    let reports = configuration.publishesOriginals ? authorities.flatMap(\.reports) : []
    return reports.filter { $0.source.isPDF && !publishesOriginal(of: $0) }.map { report in
      let why = report.licence.map { "its licence is “\($0.rawValue)”" } ?? "no licence is known"
      return Diagnostic(
        .note, .withheldOriginal, "this PDF is not published: \(why)", at: SourceLocation(path: report.source.path))
    }
  }
}
