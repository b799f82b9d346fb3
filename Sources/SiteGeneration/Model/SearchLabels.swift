internal import Inspections

/// What the full-text search shows of a report, narrows by and sorts by.
struct SearchLabels: Sendable {
  /// How a hit is called: the authority, the framework and the days on site.
  let title: String
  let authority: String
  /// The authority's region; empty where the register has none.
  let region: String
  let inspectorate: String
  /// The framework's short name.
  let framework: String
  /// The year of the inspection; empty where it is not known.
  let year: String
  let kind: String
  /// The day it counts for as digits: `20110124`, or `0`, since a page without one would drop out of sorted hits.
  let published: String

  /// Takes them from what the site knows of a report.
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

  /// The day a report counts for, as digits.
  static func digits(_ report: ReportSummary) -> String {
    (report.inspection.published ?? report.date)?.iso.filter { $0 != "-" } ?? "0"
  }

  /// A judgement with its grade, as one label to narrow by: `Leadership: Good`.
  static func graded(_ judgement: Judgement, in framework: Framework?) -> String {
    let words = judgement.grade.map { framework?.scale.grade($0)?.label ?? $0 } ?? "no grade"
    return "\([judgement.group, judgement.title].compactMap { $0 }.joined(separator: ", ")): \(words)"
  }
}
