internal import Inspections

/// The recommendations of all reports: by theme, by service, by the month they are due, and the latest ones.
struct RecommendationPages {
  let site: Site

  /// A recommendation: its authority, its report, and its index in the report.
  private struct Place: Sendable {
    let body: AuthoritySummary
    let report: ReportSummary
    let order: Int
    /// The anchor on the report's page: a digest, computed once and not for every list.
    let anchor: String

    var recommendation: Recommendation { report.recommendations[order] }
  }

  /// The reports with recommendations, newest first, each with its authority.
  private let reports: [(body: AuthoritySummary, report: ReportSummary)]
  private var points: [Place] = []
  /// The indices of the recommendations of each topic that has any; thousands of reports give a million indices.
  private var byTopic: [Int: [Int32]] = [:]
  private var byMonth: [Int: [Int32]] = [:]

  /// Groups the recommendations by topic and by month.
  init(site: Site) {
    self.site = site
    reports = site.authorities.flatMap { body in body.reports.map { (body: body, report: $0) } }
      .filter { $0.report.counts.recommendations > 0 }
      .sorted { AuthoritySummary.isNewer($0.report, $1.report) }
    for (body, report) in reports {
      for ((order, recommendation), anchor) in zip(report.recommendations.enumerated(), report.pointAnchors) {
        let point = Int32(points.count)
        points.append(Place(body: body, report: report, order: order, anchor: anchor))
        for topic in site.topics(of: recommendation.text, framework: report.framework) {
          byTopic[topic, default: []].append(point)
        }
        if let due = recommendation.due {
          byMonth[due.year * 12 + due.month - 1, default: []].append(point)
        }
      }
    }
  }

  static let path = "recommendations/index.html"
  static let source = "the points to improve"
  /// The most recommendations on one page.
  private static let longest = 200

  /// The pages; empty without recommendations.
  var pages: [Piece] { reports.isEmpty ? [] : [index] + topicPages + months }

  /// The pages, and the data files of their script.
  var pieces: [Piece] { pages + filter.pieces }

  /// The paths of these files, and of the topics' tables, which are joined from the parts of reports.
  var paths: [String] {
    pieces.flatMap(\.paths) + byTopic.keys.sorted().map { site.topics[$0].table }
  }

  private var filter: RecommendationFilter { RecommendationFilter(site: site, reports: reports.map(\.report)) }

  private var index: Piece {
    let shown = Array(points.prefix(Self.longest))
    return Piece(
      site, path: Self.path, source: Self.source, title: "What must improve",
      introduction: "\(DisplayText.count(points.count, "point")) from \(DisplayText.count(reports.count, "report")).",
      of: reports.map(\.report), by: \.points, script: RecommendationFilter.script
    ) { root in
      var body = [UInt8](markup: "<div class=\"narrow\" data-points=\"\(site.bodyKind.title)\"></div>\n")
      let themes = "A point has a theme if one of the theme’s words begins a word in it; each page names the words."
      body += site.section(anchor: "themes", title: "By theme", note: themes, links: links(to: "theme", root))
      body += site.section(anchor: "services", title: "By service", links: links(to: "service", root))
      let calendar = byMonth.isEmpty ? [] : [Link("All due days as a calendar", root + "calendar.ics")]
      let months = byMonth.sorted { $0.key > $1.key }.map { month, points in
        Link(
          Self.words(forMonth: month), "\(root)\(Self.folder(ofMonth: month))index.html",
          note: DisplayText.count(points.count, "point"))
      }
      let due = "Computed from the day of publication and the timescale that the report prints."
      body += site.section(anchor: "due", title: "By the month they are due", note: due, links: calendar + months)
      let title = shown.count < points.count ? "The latest \(shown.count)" : "All points"
      let data =
        "Each theme and each service has all of its own, as pages and as a file. All there are, as a table: "
        + "recommendations.csv on the data page."
      body += site.section(anchor: "points", title: title, note: data, body: list(shown, root))
      return body
    }
  }

  /// Returns links to the topics of a kind, A to Z.
  private func links(to kind: String, _ root: String) -> [Link] {
    byTopic.map { (topic: site.topics[$0.key], points: $0.value) }.filter { $0.topic.kind == kind }
      .sorted { $0.topic.title < $1.topic.title }
      .map {
        Link($0.topic.title, "\(root)\($0.topic.folder)index.html", note: DisplayText.count($0.points.count, "point"))
      }
  }

  // MARK: Topics and months

  private var topicPages: [Piece] {
    byTopic.sorted { $0.key < $1.key }.flatMap { index, points in
      let topic = site.topics[index]
      let links = [
        Link("All of them as a file", topic.table, note: "CSV"),
        Link("Narrow them by date, region or set", "\(Self.path)?\(topic.kind)=\(topic.id)"),
      ]
      return pages(
        of: points, in: topic.folder, eyebrow: "What must improve, by \(topic.kind)", title: topic.title,
        introduction: "\(DisplayText.count(points.count, "point")) \(topic.introduction), the newest inspection first.",
        links)
    }
  }

  private var months: [Piece] {
    byMonth.sorted { $0.key < $1.key }.flatMap { month, points in
      let days = points.map { (point: $0, day: self.points[Int($0)].recommendation.due?.day ?? 0) }
      return pages(
        of: days.sorted { $0.day < $1.day }.map(\.point), in: Self.folder(ofMonth: month),
        eyebrow: "What must improve", title: "Due in \(Self.words(forMonth: month))",
        introduction: "\(DisplayText.count(points.count, "point")), each with the day that its timescale ends.", [])
    }
  }

  /// Returns the pages of some recommendations, with links to each other and to `links`, given from the site root.
  private func pages(
    of points: [Int32], in folder: String, eyebrow: String, title: String, introduction: String, _ links: [Link]
  ) -> [Piece] {
    let count = (points.count + Self.longest - 1) / Self.longest
    let paths = (1...count).map { $0 == 1 ? "\(folder)index.html" : "\(folder)page-\($0)/index.html" }
    let others = count == 1 ? [] : paths.enumerated().map { Link("Page \($0.offset + 1)", $0.element) }
    return paths.enumerated().map { number, path in
      let shown = points[number * Self.longest..<min((number + 1) * Self.longest, points.count)]
      return Piece(
        site, path: path, source: Self.source, eyebrow: eyebrow,
        title: count == 1 ? title : "\(title), page \(number + 1) of \(count)", introduction: introduction,
        crumbs: [Link("What must improve", Self.path)], of: shown.map { self.points[Int($0)].report },
        by: \.points
      ) { root in
        let (before, after) = (self.links(links + others, root), self.links(others, root))
        return before + list(shown.map { self.points[Int($0)] }, root) + after
      }
    }
  }

  private func links(_ links: [Link], _ root: String) -> [UInt8] {
    links.isEmpty ? [] : site.list(links.map { Link($0.label, root + $0.address, note: $0.note) })
  }

  private func list(_ points: [Place], _ root: String) -> [UInt8] {
    let points = points.map { point in
      Point(
        point: point.recommendation, body: point.recommendation.html,
        address: "\(root)\(SitePaths.page(of: point.report))#\(point.anchor)", authority: point.body.name,
        report: site.frameworks.shortName(point.report.framework), date: point.report.date?.words ?? "undated")
    }
    return site.templates.filled(RecommendationListPage(points: points))
  }

  private static func folder(ofMonth month: Int) -> String {
    "recommendations/due-\(month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)/"
  }

  /// Returns the name of a month, `July 2024`; months are counted from the year 0.
  private static func words(forMonth month: Int) -> String { "\(CalendarDate.monthNames[month % 12]) \(month / 12)" }
}
