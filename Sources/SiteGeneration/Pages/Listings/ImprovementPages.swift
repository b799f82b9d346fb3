internal import ContentLoading
internal import Inspections

/// What must improve, over all reports: by theme, by the month it is due, and the whole list where it is short.
struct ImprovementPages {
  let kit: SiteKit

  /// A point: whose it is, which report asks for it, and its place there, counted from 0.
  private struct Place: Sendable {
    let body: InspectedBody
    let report: ReportSummary
    let order: Int

    var anchor: String { report.pointAnchors[order] }

    var recommendation: Recommendation { report.recommendations[order] }
  }

  /// Points of which a page shows the first.
  private struct Points: Sendable {
    var shown: [Place] = []
    var count = 0

    mutating func append(_ point: Place) {
      count += 1
      if shown.count < ImprovementPages.longest { shown.append(point) }
    }
  }

  /// The reports that ask for something, the newest first, each with its authority.
  private let reports: [(body: InspectedBody, report: ReportSummary)]

  /// Sorts the reports.
  init(kit: SiteKit) {
    self.kit = kit
    reports = kit.bodies.flatMap { body in body.reports.map { (body: body, report: $0) } }
      .filter { $0.report.counts.recommendations > 0 }
      .sorted { InspectedBody.isNewer($0.report, $1.report) }
  }

  static let path = "recommendations/index.html"
  static let source = "the points to improve"
  /// The most points on one page.
  private static let longest = 200

  /// The pages; none where no report asks for anything.
  var pages: [SharedPage] {
    guard !reports.isEmpty else { return [] }
    var points = Points()
    var byTheme: [Int: Points] = [:]
    var byMonth: [Int: [Place]] = [:]
    for (body, report) in reports {
      for (order, recommendation) in report.recommendations.enumerated() {
        let point = Place(body: body, report: report, order: order)
        points.append(point)
        for found in kit.themes.themes(of: recommendation.text) {
          byTheme[found.theme, default: Points()].append(point)
        }
        if let due = recommendation.due {
          byMonth[due.year * 12 + due.month - 1, default: []].append(point)
        }
      }
    }
    return [index(points, byTheme.mapValues(\.count), byMonth.mapValues(\.count))] + themes(byTheme) + months(byMonth)
  }

  private func index(_ points: Points, _ byTheme: [Int: Int], _ byMonth: [Int: Int]) -> SharedPage {
    SharedPage(
      kit, path: Self.path, source: Self.source, title: "What must improve",
      lede: "\(Wording.count(points.count, "point")) from \(Wording.count(reports.count, "report")).",
      of: reports.map(\.report), by: \.points
    ) { root in
      var body: [UInt8] = []
      let titled = byTheme.sorted { kit.themes.themes[$0.key].title < kit.themes.themes[$1.key].title }
      var links = titled.map { theme, count in
        Link(kit.themes.themes[theme].title, root + address(ofTheme: theme), note: Wording.count(count, "point"))
      }
      let note = "A point has a theme if one of the theme’s words begins a word in it; each page names the words."
      appendList(links, anchor: "themes", title: "By theme", note: note, to: &body)
      links = byMonth.isEmpty ? [] : [Link("All due days as a calendar", root + "calendar.ics")]
      links += byMonth.sorted { $0.key > $1.key }.map { month, count in
        Link(Self.words(forMonth: month), root + Self.address(ofMonth: month), note: Wording.count(count, "point"))
      }
      let due =
        "Computed from the day of publication and the timescale that the report prints."
      appendList(links, anchor: "due", title: "By the month they are due", note: due, to: &body)
      let shown = points.shown
      let title = shown.count < points.count ? "The latest \(shown.count)" : "All points"
      let data = "All of them, as a table: recommendations.csv on the data page."
      body += kit.section(anchor: "points", title: title, note: data, body: list(shown, root))
      return body
    }
  }

  private func appendList(
    _ links: [Link], anchor: String, title: String, note: String, to body: inout [UInt8]
  ) {
    guard !links.isEmpty else { return }
    let list = kit.list(links)
    body += kit.section(anchor: anchor, title: title, note: note, body: list)
  }

  // MARK: Themes and months

  private func themes(_ byTheme: [Int: Points]) -> [SharedPage] {
    byTheme.sorted { $0.key < $1.key }.map { index, points in
      let theme = kit.themes.themes[index]
      let words = theme.words.map { "“\($0)…”" }.joined(separator: ", ")
      return page(
        points, path: address(ofTheme: index), title: theme.title,
        lede: "\(Wording.count(points.count, "point")) with a word that begins \(words).")
    }
  }

  private func months(_ byMonth: [Int: [Place]]) -> [SharedPage] {
    byMonth.sorted { $0.key < $1.key }.map { month, points in
      var earliest = Points()
      let days = points.map { (point: $0, day: $0.recommendation.due?.day ?? 0) }
      for (point, _) in days.sorted(by: { $0.day < $1.day }) { earliest.append(point) }
      return page(
        earliest, path: Self.address(ofMonth: month), title: "Due in \(Self.words(forMonth: month))",
        lede: "\(Wording.count(points.count, "point")), each with the day that its timescale ends.")
    }
  }

  private func page(_ points: Points, path: String, title: String, lede: String) -> SharedPage {
    let shown = points.shown
    let rest = shown.count < points.count ? " The latest \(shown.count) are shown; the data page has all." : ""
    return SharedPage(
      kit, path: path, source: Self.source, kicker: "What must improve", title: title, lede: lede + rest,
      crumbs: [Link("What must improve", Self.path)], of: shown.map(\.report), by: \.points
    ) { root in list(shown, root) }
  }

  private func list(_ points: [Place], _ root: String) -> [UInt8] {
    let points = points.map { point in
      Point(
        point: point.recommendation, body: point.recommendation.html,
        address: "\(root)\(SiteAddress.page(of: point.report))#\(point.anchor)", authority: point.body.name,
        report: kit.frameworks.shortName(point.report.framework), date: point.report.date?.words ?? "undated")
    }
    return kit.templates.filled(PointList(points: points))
  }

  // MARK: Addresses

  private func address(ofTheme index: Int) -> String { "recommendations/\(kit.themes.themes[index].id)/index.html" }

  private static func address(ofMonth month: Int) -> String {
    "recommendations/due-\(month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)/index.html"
  }

  /// `July 2024`; months are counted from the year 0.
  private static func words(forMonth month: Int) -> String { "\(CalendarDate.monthNames[month % 12]) \(month / 12)" }
}
