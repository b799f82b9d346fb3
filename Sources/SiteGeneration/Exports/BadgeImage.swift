internal import Inspections

/// The badge of an authority's latest inspection as an image for other sites. It always shows the framework and the
/// date, so that readers notice an outdated copy.
struct BadgeImage {
  let site: Site
  let body: AuthoritySummary

  /// The image of the latest inspection, and an image of each service's current report.
  var files: [OutputFile] {
    [image(SitePaths.badge(body.slug), of: body.current)]
      + body.judged.map { image(BadgeImage.path(of: $0.service, of: body), of: $0.report) }
  }

  private func image(_ path: String, of report: ReportSummary) -> OutputFile {
    image(
      path, BadgeImage.label(report, site: site), BadgeImage.words(report, site: site),
      colour: BadgeImage.colour(report.onlyOverall, of: report, site: site))
  }

  /// An image for each judgement of the latest inspection that has a grade.
  var judgements: [OutputFile] {
    let latest = body.current
    return latest.judgements.compactMap { judgement in
      guard let words = site.frameworks.label(judgement, in: latest.framework) else { return nil }
      let title = judgement.fullTitle
      return image(
        BadgeImage.path(of: judgement, of: body), "\(title) (\(BadgeImage.label(latest, site: site)))",
        words, colour: BadgeImage.colour(judgement, of: latest, site: site))
    }
  }

  /// The paths of the images of an authority: for its latest inspection, each service, and each graded judgement.
  var paths: [String] {
    let graded = body.current.judgements.filter { $0.grade != nil }
    return [SitePaths.badge(body.slug)] + body.judged.map { BadgeImage.path(of: $0.service, of: body) }
      + graded.map { BadgeImage.path(of: $0, of: body) }
  }

  /// Returns the path of the image of a service.
  static func path(of service: Service, of body: AuthoritySummary) -> String {
    "badges/\(body.slug)/service-\(service.id).svg"
  }

  /// Returns the path of the image of a judgement.
  static func path(of judgement: JudgementSummary, of body: AuthoritySummary) -> String {
    // Reserve the exact size: these are most of the paths of a large site, and all are in memory.
    let (slug, judgement) = (body.slug, SitePaths.pathComponent(for: judgement.key))
    var path = ""
    path.reserveCapacity(slug.utf8.count + judgement.utf8.count + 12)
    for part in ["badges/", slug, "/", judgement, ".svg"] { path += part }
    return path
  }

  private func image(_ path: String, _ left: String, _ right: String, colour: String) -> OutputFile {
    let leftWidth = BadgeImage.width(left)
    let width = leftWidth + BadgeImage.width(right)
    let svg = [UInt8](
      markup: """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="28" viewBox="0 0 \(width) 28" \
        role="img" aria-labelledby="title">
        <title id="title">\(body.name), \(left): \(right)</title>
        <rect width="\(width)" height="28" fill="\(colour)"/>
        <rect x="\(leftWidth)" y="2" width="\(width - leftWidth - 2)" height="24" fill="#ffffff"/>
        <g font-family="Helvetica Neue, Helvetica, Arial, sans-serif" font-size="13">
        <text x="10" y="18" fill="\(BadgeImage.isDark(colour) ? "#ffffff" : "#0b0c0c")">\(left)</text>
        <text x="\(leftWidth + 10)" y="18" font-weight="bold" fill="#0b0c0c">\(right)</text>
        </g>
        </svg>

        """)
    return OutputFile(path: path, bytes: svg)
  }

  /// Returns the text of an authority's badge: framework, date, and the overall grade or the grade distribution.
  static func words(_ body: AuthoritySummary, site: Site) -> String {
    let latest = body.current
    return "\(body.name), \(label(latest, site: site)): \(words(latest, site: site))"
  }

  private static func label(_ report: ReportSummary, site: Site) -> String {
    let date = report.inspection.end ?? report.date
    let month = date.map { " \(CalendarDate.monthNames[$0.month - 1]) \($0.year)" } ?? ""
    let inspectorate = site.frameworks.inspectorate(report.framework).prefix { $0 != "," }
    return "\(inspectorate) \(site.frameworks.shortName(report.framework))\(month)"
  }

  private static func words(_ report: ReportSummary, site: Site) -> String {
    if let overall = report.onlyOverall {
      if let words = site.frameworks.label(overall, in: report.framework) { return words }
      return overall.status == .notJudged ? "Not judged overall" : "No overall grade shown"
    }
    return GradeDistribution(report.judgements, framework: site.frameworks[report.framework]).words ?? "No grades given"
  }

  /// The colour for a judgement without a grade.
  static let plain = "#3b4048"

  static func colour(_ judgement: JudgementSummary?, of report: ReportSummary, site: Site) -> String {
    guard let grade = judgement?.grade, let role = site.frameworks[report.framework]?.scale.grade(grade)?.role
    else {
      return plain
    }
    return switch role {
    case .top: "#12436d"
    case .second: "#2073bc"
    case .third: "#f46a25"
    case .adequate: "#28a197"
    case .bottom: "#801650"
    case .middle: "#4a5d8a"
    case .score: plain
    }
  }

  private static func isDark(_ colour: String) -> Bool { colour != "#f46a25" && colour != "#28a197" }

  /// Returns the width of a text: seven and a half pixels for each character, and ten on either side.
  private static func width(_ text: String) -> Int { text.count * 15 / 2 + 20 }
}
