internal import Inspections

/// One inspection in an authority's history.
struct Inspection: TemplateContext {
  static let fields: [TemplateField<Inspection>] = [
    .markup("unread") { $0.unread?.account ?? [] }, .flag("isUnread") { $0.unread != nil },
    .address("url") { $0.report.map { "\($0.folderName)/index.html" } },
    .text("dates") { $0.report.map { DisplayText.dates($0.inspection) } },
    .text("published") { $0.report?.inspection.published?.words },
    .text("framework") { inspection in inspection.report.map { inspection.site.frameworks.shortName($0.framework) } },
    .text("title") { inspection in inspection.report.map { inspection.site.frameworks.name($0.framework) } },
    .text("sentence") { inspection in inspection.report.map(inspection.site.sentence) },
    .list("grades") { inspection in inspection.report.map { inspection.site.highlights(of: $0) } ?? [] },
  ]

  let site: Site
  /// The report of the inspection; nil if its file could not be read.
  var report: ReportSummary?
  var unread: UnreadFile?
}
