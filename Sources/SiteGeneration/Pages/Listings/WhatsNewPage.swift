internal import Inspections

/// The reports by day of publication, latest first.
struct WhatsNewPage {
  let site: Site

  static let path = "whats-new/index.html"
  private static let longest = 150

  /// The page.
  var page: Piece {
    Piece(
      site, path: Self.path, source: "the page of what is new", title: "What’s new",
      introduction:
        "Reports by the day they were published, or inspected where they don’t say. The feed has the same for programs.",
      of: site.reports
    ) { root in
      let dated = newest.filter { $0.lastDay != nil }
      let years = Dictionary(grouping: dated.prefix(Self.longest)) { $0.lastDay?.year ?? 0 }
      return years.sorted { $0.key > $1.key }.flatMap { year, reports in
        let links = reports.map { link(to: $0, root, unpublished: "inspected \(DisplayText.dates($0.inspection))") }
        return site.section(anchor: "y\(year)", title: String(year), links: links)
      }
    }
  }

  /// All reports by their last known day, latest first.
  var newest: [ReportSummary] {
    site.reports.sorted { first, second in
      let (left, right) = (first.lastDay?.iso ?? "", second.lastDay?.iso ?? "")
      return left != right ? left > right : AuthoritySummary.isNewer(first, second)
    }
  }

  /// Returns a link to a report with the day it was published, or the note for one that does not say.
  func link(to report: ReportSummary, _ root: String = "", unpublished note: String) -> Link {
    Link(
      "\(site.authorityName(of: report)), \(site.frameworks.shortName(report.framework))",
      root + SitePaths.page(of: report), note: report.inspection.published.map { "published \($0.words)" } ?? note)
  }
}
