internal import Inspections

/// The values that the full-text search shows of a report, filters by and sorts by.
struct SearchLabels: Sendable {
  /// The title of a hit: the authority, the framework and the days on site.
  let title: String
  let authority: String
  /// The authority's region; empty if it is not known.
  let region: String
  let inspectorate: String
  /// The framework's short name.
  let framework: String
  /// The year of the inspection; empty if it is not known.
  let year: String
  let kind: String
  /// The date as digits: `20110124`, or `0`, since a page without a date would be left out of sorted hits.
  let published: String

  /// Creates the labels of a report.
  init(_ report: ReportSummary, site: Site) {
    framework = site.frameworks.shortName(report.framework)
    authority = site.authorityName(of: report)
    title = "\(authority): \(framework), \(DisplayText.dates(report.inspection))"
    region = site.authority(slug: report.authority.slug)?.region ?? ""
    inspectorate = site.frameworks.inspectorate(report.framework)
    year = report.date.map { String($0.year) } ?? ""
    kind = DisplayText.kind(report.kind)
    published = SearchLabels.digits(report)
  }

  /// Returns the date of a report as digits.
  static func digits(_ report: ReportSummary) -> String {
    (report.inspection.published ?? report.date)?.iso.filter { $0 != "-" } ?? "0"
  }

  /// Returns a judgement with its grade as one label to filter by: `Leadership: Good`.
  static func graded(_ judgement: Judgement, in framework: Framework?) -> String {
    let words = judgement.grade.map { framework?.scale.grade($0)?.label ?? $0 } ?? "no grade"
    return "\([judgement.group, judgement.title].compactMap { $0 }.joined(separator: ", ")): \(words)"
  }
}
