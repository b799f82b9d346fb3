internal import ContentLoading
internal import Inspections

/// The image that other sites show with a link to an authority: its name, and the grades of the latest inspection in
/// words. It is SVG only: rasterising needs a font library, and would not give the same bytes everywhere.
struct LinkCard {
  let site: Site
  let body: AuthoritySummary

  /// The most judgements shown line by line; with more, the overall judgements are shown, or else counts of grades.
  private static let longest = 6

  /// Returns the path of an authority's image.
  static func path(of slug: String) -> String { "cards/\(SitePaths.pathComponent(for: slug)).svg" }

  /// Returns the image for the pages of a report and its authority; nil if the report is not the authority's latest.
  static func image(of report: ReportSummary, site: Site) -> LinkImage? {
    guard let body = site.authority(slug: report.authority.slug), body.current.id == report.id else { return nil }
    return LinkImage(path: path(of: body.slug), words: BadgeImage.words(body, site: site))
  }

  /// The image, 1,200 by 630 pixels.
  var file: OutputFile {
    let latest = body.current
    var svg = [UInt8](
      markup: """
        <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" role="img" \
        aria-labelledby="title">
        <title id="title">\(BadgeImage.words(body, site: site))</title>
        <rect width="1200" height="630" fill="#ffffff"/>
        <rect width="1200" height="16" fill="#0b0c0c"/>
        <g font-family="Helvetica Neue, Helvetica, Arial, sans-serif" fill="#0b0c0c">

        """)
    append(text: body.name, x: 60, y: 110, size: 60, isBold: true, longest: 32, to: &svg)
    let framework = site.frameworks.shortName(latest.framework)
    append(
      text: "\(framework), \(DisplayText.dates(latest.inspection))", x: 60, y: 165, size: 30, longest: 70, to: &svg)
    for (index, line) in lines(of: latest).enumerated() {
      let y = 232 + index * 58
      svg.append(markup: "<rect x=\"60\" y=\"\(y - 22)\" width=\"10\" height=\"50\" fill=\"\(line.colour)\"/>\n")
      let isGrade = line.colour != BadgeImage.plain
      append(text: line.grade, x: 88, y: y, size: 26, isBold: isGrade, longest: 70, to: &svg)
      append(text: line.title, x: 88, y: y + 25, size: 20, longest: 100, to: &svg)
    }
    append(text: site.configuration.title, x: 60, y: 605, size: 24, longest: 80, to: &svg)
    svg.append("</g>\n</svg>\n")
    return OutputFile(path: LinkCard.path(of: body.slug), bytes: svg)
  }

  private func lines(of report: ReportSummary) -> [(title: String, grade: String, colour: String)] {
    let few = report.judgements.count <= LinkCard.longest
    let highlights = few ? report.judgements : report.highlights
    guard highlights.count <= LinkCard.longest else {
      return [
        (
          "All judgements",
          GradeDistribution(report.judgements, framework: site.frameworks[report.framework]).words ?? "",
          BadgeImage.plain
        )
      ]
    }
    guard !highlights.isEmpty else { return [("This framework gives no grades", "", BadgeImage.plain)] }
    return highlights.map { judgement in
      (
        judgement.isOverall && !few ? judgement.group ?? judgement.title : judgement.title,
        site.frameworks.label(judgement, in: report.framework)
          ?? "No grade: \(DisplayText.status(judgement.status, statements: 0).lowercased())",
        BadgeImage.colour(judgement, of: report, site: site)
      )
    }
  }

  private func append(
    text: String, x: Int, y: Int, size: Int, isBold: Bool = false, longest: Int, to svg: inout [UInt8]
  ) {
    let weight: StaticString = isBold ? " font-weight=\"bold\"" : ""
    let text = text.count <= longest ? text : text.prefix(longest - 1) + "…"
    svg.append(markup: "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\"\(weight)>\(text)</text>\n")
  }
}
