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
      let dated = site.reports.filter { $0.lastDay != nil }
        .sorted { first, second in
          let (left, right) = (first.lastDay?.iso ?? "", second.lastDay?.iso ?? "")
          return left != right ? left > right : AuthoritySummary.isNewer(first, second)
        }
      var body: [UInt8] = []
      let years = Dictionary(grouping: dated.prefix(Self.longest)) { $0.lastDay?.year ?? 0 }
      for (year, reports) in years.sorted(by: { $0.key > $1.key }) {
        let links = reports.map { report in
          Link(
            "\(site.authorityName(of: report)), \(site.frameworks.shortName(report.framework))",
            root + SitePaths.page(of: report),
            note: report.inspection.published.map { "published \($0.words)" }
              ?? "inspected \(DisplayText.dates(report.inspection))")
        }
        body += site.section(anchor: "y\(year)", title: String(year), body: site.list(links))
      }
      return body
    }
  }
}
