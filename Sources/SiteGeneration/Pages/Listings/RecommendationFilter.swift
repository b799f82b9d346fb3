internal import ContentLoading
internal import Inspections
internal import Records

/// The data for the script that filters recommendations: those of each year, and the values to filter by.
/// The files are scripts themselves, since a page opened from disk can't fetch anything.
struct RecommendationFilter {
  let site: Site
  /// The reports with recommendations, newest first.
  let reports: [ReportSummary]

  static let script = PageScript(path: "assets/points.js", policy: "")
  private static let folder = "recommendations/"

  /// The files: one for each year, and one with the values to filter by.
  var pieces: [Piece] {
    guard !reports.isEmpty else { return [] }
    let years = Dictionary(grouping: reports) { $0.date.map { String($0.year) } ?? "undated" }
      .sorted { ($0.key == "undated" ? "" : $0.key) > ($1.key == "undated" ? "" : $1.key) }
    let choices = choices(years.map(\.key))
    return [piece("choices.js", Fingerprint(of: choices)) { choices }]
      + years.map { year, reports in
        piece("points-\(year).js", Fingerprint(of: "year", reports.map(\.digests.points))) { points(of: year, reports) }
      }
  }

  private func piece(
    _ name: String, _ inputs: Fingerprint, _ bytes: @escaping @Sendable () -> [UInt8]
  ) -> Piece {
    let path = Self.folder + name
    return Piece([path], source: RecommendationPages.source, inputs: inputs) {
      [OutputFile(path: path, bytes: bytes())]
    }
  }

  private func choices(_ years: [String]) -> [UInt8] {
    let slugs = Set(reports.map { SitePaths.pathComponent(for: $0.authority.slug) })
    let bodies = site.authorities.filter { slugs.contains($0.slug) }
    let json: JSONObject = [
      "years": years, "themes": site.themes.themes.map { [$0.id, $0.title] },
      "services": site.services.map { [$0.id, $0.name] },
      "authorities": bodies.map { [$0.slug, $0.name, $0.region ?? ""] }, "points": [:] as JSONObject,
    ]
    return json.script(assigning: "window.sitegenPoints")
  }

  private func points(of year: String, _ reports: [ReportSummary]) -> [UInt8] {
    reports.map(object).script(assigning: "sitegenPoints.points[\"\(year)\"]")
  }

  private func object(_ report: ReportSummary) -> JSONObject {
    let points = zip(report.recommendations, report.pointAnchors).map { point, anchor -> JSONObject in
      [
        "anchor": anchor, "text": point.text, "group": point.group, "timescale": point.timescale,
        "due": point.due?.iso, "mark": DisplayText.mark(of: point),
        "themes": site.themes.themes(of: point.text).map { site.themes.themes[$0.theme].id },
      ]
    }
    return [
      "authority": SitePaths.pathComponent(for: report.authority.slug), "id": report.id,
      "framework": site.frameworks.shortName(report.framework),
      "service": site.service(of: report.framework)?.id ?? "", "date": report.date?.iso ?? "",
      "page": SitePaths.page(of: report), "points": points,
    ]
  }
}
