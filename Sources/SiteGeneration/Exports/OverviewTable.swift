internal import Inspections

/// An authority with its latest report under a framework whose judgements are in the overview.
struct OverviewRow: Sendable {
  let authority: AuthoritySummary
  let report: ReportSummary
  let frameworks: FrameworkIndex
  /// The authority's first set of similar authorities, if the content has one.
  let neighbours: [AuthoritySummary]

  /// Creates the row of an authority; nil without such a report.
  init?(_ authority: AuthoritySummary, site: Site) {
    let frameworks = site.frameworks
    let report = authority.reports.first { report in
      frameworks[report.framework]?.judgements.contains { $0.overview != nil } == true
    }
    guard let report else { return nil }
    self.authority = authority
    self.report = report
    self.frameworks = frameworks
    neighbours = site.neighbours(of: authority).first?.authorities ?? []
  }

  /// Returns the grade in a column; nil if the report doesn't give it.
  func grade(_ column: OverviewColumn) -> String? {
    guard let framework = frameworks[report.framework] else { return nil }
    return report.judgements.first { $0.id.flatMap(framework.judgement)?.overview == column && $0.grade != nil }?.grade
  }

  /// The number of neighbours with each grade: `2 outstanding, 5 good`.
  var neighbourGrades: String {
    let grades = neighbours.compactMap { $0.current.onlyOverall?.grade }
    return Dictionary(grouping: grades) { $0 }.sorted { $0.key < $1.key }.map { "\($0.value.count) \($0.key)" }
      .joined(separator: ", ")
  }

  /// The code in force at the end of 2023, the year in the column's name.
  var code2023: String? {
    guard let entry = authority.entry, let since = entry.gssSince, since.year > 2023 else { return authority.gss }
    return entry.formerGSS.last ?? authority.gss
  }
}

/// A table with the columns of the overview of children's services that Data to Insight publishes, so that programs for
/// that overview can read it unchanged. It has fewer facts than the other tables, and one row for each authority.
enum OverviewTable {
  static let table = CSVExport<OverviewRow>(
    name: "d2i-compatible.csv", row: "one authority with its latest report, in the columns of the widely used overview",
    columns: [
      .init("urn", "The inspectorate’s reference") { $0.authority.entry?.inspectorateReference },
      .init("la_code", "The education department’s code") { $0.authority.entry?.localAuthorityCode },
      .init("region_code", "The statistics office’s code for the region") {
        $0.authority.entry?.region.flatMap(regions.firstIndex).map { "E1200000\($0 + 1)" }
      },
      .init("ltla23cd", "The statistics office’s code in force in 2023; counties have one of their own kind") {
        $0.code2023
      },
      .init("stat_neighbours", "The education department’s codes of its neighbours that have reports here") {
        $0.neighbours.compactMap { $0.entry?.localAuthorityCode }.joined(separator: ", ")
      },
      .init("stat_neighbour_judgement", "How many of them have which overall grade now") { $0.neighbourGrades },
      .init("local_authority", "The authority’s short name") { $0.authority.name },
      .init("inspection_link", "The address of the official report") { $0.report.source.header.sourceURL },
      .init("overall_effectiveness_grade", "The grade, in lower case; empty where the report gives none") {
        $0.grade(.overallEffectiveness)
      },
      .init("inspection_framework", "The framework’s short name") { $0.frameworks.shortName($0.report.framework) },
      .init("inspector_name", "Who led the inspection") { $0.report.inspection.lead },
      .init("inspection_start_date", "The first day on site", .date) { $0.report.inspection.start?.iso },
      .init("inspection_end_date", "The last day on site", .date) { $0.report.inspection.end?.iso },
      .init("publication_date", "The day it was published", .date) { $0.report.inspection.published?.iso },
      .init("local_link_to_all_inspections", "The authority’s page on this site") {
        SitePaths.authority($0.authority.slug)
      },
      .init("impact_of_leaders_grade", "The grade, in lower case") { $0.grade(.leaders) },
      .init("help_and_protection_grade", "The grade, in lower case") { $0.grade(.helpAndProtection) },
      .init("in_care_grade", "The grade for children in care; with care leavers where they were judged together") {
        $0.grade(.inCare)
      },
      .init("care_leavers_grade", "The grade for care leavers; empty where they were not judged by themselves") {
        $0.grade(.careLeavers)
      },
      .init("inspectors_inspections_count", "Always empty: inspectors are not counted here", .integer) { _ in nil },
    ],
    key: ["local_authority"])

  /// The English regions in the order of the statistics office's codes, E12000001 to E12000009.
  private static let regions = [
    "North East", "North West", "Yorkshire and The Humber", "East Midlands", "West Midlands", "East of England",
    "London", "South East", "South West",
  ]
}
