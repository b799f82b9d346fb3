internal import Inspections

/// The badge of an authority's latest inspection as an image for other sites. It always shows the framework and the
/// date, so that readers notice an outdated copy.
struct BadgeImage {
  let site: Site
  let body: AuthoritySummary

  /// What an image shows: a report, or one judgement of it.
  struct Subject {
    let path: String
    let report: ReportSummary
    var service: Service?
    var judgement: Judgement?

    /// The title of the service or judgement; nil for the latest inspection.
    var title: String? { judgement?.fullTitle ?? service?.name }
  }

  /// The subjects of the images: the latest inspection, each service's current report, and each judgement of the latest
  /// inspection that has a grade.
  var subjects: [Subject] {
    let latest = body.current
    return [Subject(path: SitePaths.badge(body.slug), report: latest)]
      + body.judged.map { current in
        Subject(
          path: "badges/\(body.slug)/service-\(current.service.id).svg", report: current.report,
          service: current.service)
      }
      + latest.judgements.filter { $0.grade != nil }.map {
        Subject(
          path: "badges/\(body.slug)/\(SitePaths.pathComponent(for: $0.key)).svg", report: latest, judgement: $0)
      }
  }

  /// The images.
  var files: [OutputFile] { subjects.map(image) }

  private func image(of subject: Subject) -> OutputFile {
    let report = subject.report
    let label = BadgeImage.label(report, site: site)
    let left = subject.judgement.map { "\($0.fullTitle) (\(label))" } ?? label
    let right =
      subject.judgement.flatMap { site.frameworks.label($0, in: report.framework) }
      ?? BadgeImage.words(report, site: site)
    let colour = BadgeImage.colour(subject.judgement ?? report.onlyOverall, of: report, site: site)
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
    return OutputFile(path: subject.path, bytes: svg)
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

  static func colour(_ judgement: Judgement?, of report: ReportSummary, site: Site) -> String {
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
