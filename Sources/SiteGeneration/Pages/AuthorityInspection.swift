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

  /// The report of the inspection, or its unread file.
  enum Kind: Sendable {
    case read(ReportSummary)
    case unread(UnreadFile)
  }

  let site: Site
  let kind: Kind

  private var report: ReportSummary? { if case .read(let report) = kind { report } else { nil } }
  private var unread: UnreadFile? { if case .unread(let file) = kind { file } else { nil } }
}
