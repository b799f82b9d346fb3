internal import Inspections

/// The values that the full-text search filters by and sorts by, if a page doesn't show them as such.
enum SearchLabels {
  /// Returns the date of a report as digits, `20110124`, or `0`, since a page without a date would be left out of sorted
  /// hits.
  static func digits(_ report: ReportSummary) -> String {
    (report.inspection.published ?? report.date)?.iso.filter { $0 != "-" } ?? "0"
  }

  /// Returns a judgement with its grade as one label to filter by: `Leadership: Good`.
  static func graded(_ judgement: Judgement, in framework: Framework?) -> String {
    let words = judgement.grade.map { framework?.scale.grade($0)?.label ?? $0 } ?? "no grade"
    return "\([judgement.group, judgement.title].compactMap { $0 }.joined(separator: ", ")): \(words)"
  }
}
