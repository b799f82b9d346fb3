internal import Inspections

/// The inspections of an authority on a line of years, with a lane for each framework. Lanes are different measures and
/// are not connected. The list below the drawing says the same in words.
struct AuthorityTimeline {
  let site: Site
  let body: AuthoritySummary

  private static let width = 720
  private static let left = 110
  private static let lane = 44

  /// The drawing; empty for fewer than two dated reports.
  var drawing: [UInt8] {
    let dated = body.reports.filter { $0.date != nil }
    guard dated.count > 1, let first = dated.compactMap(\.date).min(), let last = dated.compactMap(\.date).max() else {
      return []
    }
    let frameworks = dated.reversed().map(\.framework).uniqued(by: \.self)
    let years = first.year...(last.year + 1)
    let height = frameworks.count * Self.lane + 34
    var svg = [UInt8](
      markup: """
        <svg class="timeline" viewBox="0 0 \(Self.width) \(height)" role="group" aria-labelledby="timeline">\
        <title id="timeline">\(title(dated))</title>
        """)
    append(years, height: height, to: &svg)
    for (index, framework) in frameworks.enumerated() {
      let y = index * Self.lane + 26
      svg.append(markup: "<text class=\"lane\" x=\"0\" y=\"\(y + 5)\">\(site.frameworks.shortName(framework))")
      svg.append(markup: "</text><path class=\"lane\" d=\"M\(Self.left) \(y)H\(Self.width)\"/>")
      for report in dated.reversed() where report.framework == framework {
        append(report, x: x(of: report.date ?? first, in: years), y: y, to: &svg)
      }
    }
    svg.append("</svg>\n")
    return svg
  }

  private func title(_ reports: [ReportSummary]) -> String {
    let words = reports.reversed().map { report in
      "\(report.date.map { String($0.year) } ?? ""): \(site.frameworks.shortName(report.framework))"
    }
    return "Inspections of \(body.name): \(words.joined(separator: ", "))"
  }

  private func append(_ years: ClosedRange<Int>, height: Int, to svg: inout [UInt8]) {
    let step = max(1, years.count / 8)
    for year in years where (year - years.lowerBound) % step == 0 {
      let x = Self.left + (Self.width - Self.left - 20) * (year - years.lowerBound) / max(1, years.count - 1)
      svg.append(markup: "<path class=\"year\" d=\"M\(x) 0V\(height - 24)\"/>")
      svg.append(markup: "<text class=\"year\" x=\"\(x)\" y=\"\(height - 6)\">\(year)</text>")
    }
  }

  /// Appends a report's mark: in the colour of its overall grade if it has just one, otherwise unfilled.
  private func append(_ report: ReportSummary, x: Int, y: Int, to svg: inout [UInt8]) {
    let grade = report.onlyOverall?.grade
    let role = grade.flatMap { site.frameworks[report.framework]?.scale.grade($0)?.role.rawValue } ?? "none"
    let words =
      report.onlyOverall.flatMap { site.frameworks.label($0, in: report.framework) } ?? "no single overall grade"
    let name = site.name(of: report)
    svg.append(markup: "<a href=\"\(report.folderName)/index.html\"><title>\(name): \(words)</title>")
    svg.append(markup: "<rect class=\"bar-\(role)\" x=\"\(x - 9)\" y=\"\(y - 12)\" width=\"24\" height=\"24\"/></a>")
  }

  private func x(of date: CalendarDate, in years: ClosedRange<Int>) -> Int {
    let months = (date.year - years.lowerBound) * 12 + date.month - 1
    return Self.left + (Self.width - Self.left - 20) * months / max(1, (years.count - 1) * 12)
  }
}
