internal import Inspections

/// The current report of one of an authority's services, with the report before it and the visits since.
struct ServiceCard: TemplateContext {
  static let fields: [TemplateField<ServiceCard>] = [
    .text("service") { $0.current.service.name }, .text("anchor") { $0.anchor },
    .text("title") { $0.site.frameworks.name($0.report.framework) }, .address("url") { $0.page },
    .text("dates") { DisplayText.dates($0.report.inspection) }, .text("sentence") { $0.site.sentence(of: $0.report) },
    .list("profiles") { card in
      card.site.profiles(of: card.report, page: card.page, headingLevel: 3, anchor: "\(card.anchor)-group")
    },
    .text("previous") { card in card.current.previous.map(card.site.name) },
    .address("previousURL") { card in card.current.previous.map(card.address) },
    .text("previousSentence") { card in card.current.previous.map(card.site.sentence) },
    .address("scale") { card in
      card.site.scale(of: card.report).map { SitePaths.relativeRoot(from: SitePaths.authority(card.body.slug)) + $0 }
    },
    .text("change") { $0.current.change($0.site.frameworks) }, .list("since") { $0.since },
    .flag("isVisit") { !$0.current.isInspection }, .flag("hasPoints") { $0.hasPoints },
    .list("points") { $0.points }, .text("pointCount") { DisplayText.count($0.points.count, "point") },
  ]

  let site: Site
  let body: AuthoritySummary
  let current: CurrentReport

  private var report: ReportSummary { current.report }
  private var anchor: String { "now-\(current.service.id)" }
  private var page: String { address(of: report) }

  private func address(of report: ReportSummary) -> String { "\(report.folderName)/index.html" }

  /// The later reports of the service that give no grades.
  private var later: [ReportSummary] {
    body.reports.filter { FollowUpPage.isLater($0, than: report) && current.service.inspects($0.framework) }
  }

  /// Whether the report or a later visit makes recommendations.
  var hasPoints: Bool { ([report] + later).contains { !$0.recommendations.isEmpty } }

  private var since: [Link] {
    later.map { Link(site.name(of: $0), address(of: $0), note: site.sentence(of: $0)) }
  }

  /// The recommendations of the report and of the visits since.
  private var points: [Point] {
    ([report] + later).flatMap { report in
      let anchors = report.pointAnchors
      return report.recommendations.enumerated().map { index, point in
        Point(
          point: point, body: [UInt8](markup: "<p>\(DisplayText.line(point.text))</p>"),
          address: "\(address(of: report))#\(anchors[index])", authority: "Point \(index + 1)",
          report: site.frameworks.shortName(report.framework), date: point.timescale ?? "")
      }
    }
  }
}
