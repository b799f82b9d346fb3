internal import ContentLoading
internal import Diagnostics
internal import Inspections

/// The source of a report, with links that readers can follow: to a line of the text, and to a page of
/// the PDF.
struct SourceDocument: Sendable {
  let source: Report.Source
  /// The URL of the official report, or else the path of the PDF beside the report's page; without a fragment.
  let address: String?

  /// The file name of the source PDF in the report's folder.
  static let original = "original.pdf"

  /// Returns the location of a line.
  func place(_ line: Int) -> SourcePlace {
    let page = source.page(ofLine: line)
    return SourcePlace(
      line: line, page: page, pageAddress: page.flatMap { page in address.map { "\($0)#page=\(page)" } })
  }
}

/// A line of a report's source, and the page it is on.
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
  /// Whether the PDF of a report is published: only if the publisher wants this and the licence is known to allow it.
  func publishesOriginal(of report: ReportSummary) -> Bool {
    configuration.publishesOriginals && report.source.isPDF && report.licence == .ogl3
  }

  /// A note for each PDF that is not published although the publisher wants this.
  var withheldOriginals: [Diagnostic] {
    guard configuration.publishesOriginals else { return [] }
    return reports.filter { $0.source.isPDF && !publishesOriginal(of: $0) }.map { report in
      let why = report.licence.map { "its licence is “\($0.rawValue)”" } ?? "no licence is known"
      return Diagnostic(
        .note, .withheldOriginal, "this PDF is not published: \(why)", at: SourceLocation(path: report.source.path))
    }
  }
}
