internal import Inspections

/// The recommendations of a report, with their echoes in later reports of the same authority: a page to read, and to
/// print for a committee.
struct FollowUpPage {
  let site: Site
  let body: AuthoritySummary
  let report: ReportSummary

  static let name = "follow-up.html"

  /// Whether a report has a follow-up page: it makes recommendations, and the authority has a later report here.
  static func exists(for report: ReportSummary, in body: AuthoritySummary) -> Bool {
    report.counts.recommendations > 0 && body.reports.contains { isLater($0, than: report) }
  }

  /// Whether one report is dated after another; false if either has no date.
  static func isLater(_ report: ReportSummary, than other: ReportSummary) -> Bool {
    guard let date = report.date, let earlier = other.date else { return false }
    return date > earlier
  }

  /// The page's path.
  var path: String { SitePaths.folder(of: report) + Self.name }

  /// Returns the page with the echoes found in later reports.
  func file(_ echoes: [Echo]) -> OutputFile {
    let name = site.name(of: report)
    let count = DisplayText.count(report.recommendations.count, "point")
    let echoed = Set(echoes.map(\.point)).count
    let listing = Listing(
      eyebrow: body.name, title: "What was asked, and came up again",
      introduction: "\(count) from the inspection of \(DisplayText.dates(report.inspection)). "
        + "\(echoed == 0 ? "None" : DisplayText.grouped(echoed)) of them "
        + "\(echoed == 1 ? "shares" : "share") unusual words with a passage of a later report here.",
      sections: points(echoes))
    return Frame(
      site: site, path: path, title: site.windowTitle("\(body.name): follow-up to \(name)"),
      description: "What inspectors asked of \(body.name) in \(name), beside what later reports say.",
      crumbs: [
        Link(body.name, SitePaths.authority(body.slug)),
        Link(site.frameworks.shortName(report.framework), SitePaths.page(of: report)),
      ], here: "Follow-up", main: listing
    ).file
  }

  private func points(_ echoes: [Echo]) -> [UInt8] {
    let passages = Dictionary(grouping: echoes, by: \.point)
    let anchors = report.pointAnchors
    let points = report.recommendations.enumerated().map { index, point in
      Point(
        point: point, body: point.html, address: "index.html#\(anchors[index])", authority: "Point \(index + 1)",
        report: site.frameworks.shortName(report.framework), date: point.timescale ?? "",
        echoes: (passages[index + 1] ?? []).map(passage))
    }
    let note =
      "A passage is shown if it shares at least \(EchoFinder.leastWords) unusual words with the point, marked here: words "
      + "that occur in at most one in twenty of the later report’s paragraphs, whatever their ending. That is no verdict. "
      + "Whether it is the same matter, and whether it was done, is for the reader to say."
    return site.section(
      anchor: "points", title: "The points, with later passages", note: note,
      body: site.templates.filled(RecommendationListPage(points: points)))
  }

  private func passage(_ echo: Echo) -> Passage {
    var quote: [UInt8] = []
    for word in echo.quote.split(separator: " ", omittingEmptySubsequences: false) {
      if !quote.isEmpty { quote.append(0x20) }
      let plain = word.lowercased().trimmingPrefix { !$0.isLetter }.prefix { $0.isLetter }
      let isShared = echo.words.contains { plain == $0 }
      if isShared { quote.append("<mark>") }
      quote.append(escaped: String(word))
      if isShared { quote.append("</mark>") }
    }
    let later = echo.later
    let label = "\(site.frameworks.shortName(later.framework)), \(later.date?.words ?? "undated"), \(echo.place)"
    return Passage(quote: quote, address: "../\(later.folderName)/index.html#\(echo.anchor)", label: label)
  }
}
