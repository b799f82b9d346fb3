internal import ContentLoading
internal import Inspections

/// Checks that the site shows what a correction says it shows now: with another grade, day or name on the report's
/// page, the published correction would be false.
struct CorrectionCheck {
  let correction: Correction
  let report: ReportSummary
  let framework: Framework?
  /// All corrections: a correction that a later one has changed again is not checked.
  let others: [Correction]

  /// The value shown instead of the correction's; nil if they agree, or if the correction can't be compared.
  var contradiction: String? {
    let isOutdated = others.contains { other in
      other.report == correction.report && other.date > correction.date && Self.plain(other.was) == says
    }
    return isOutdated ? nil : gradeContradiction ?? dayContradiction ?? leadContradiction
  }

  private var says: String { Self.plain(correction.now) }
  private var about: String { Self.plain(correction.what) }

  private var gradeContradiction: String? {
    guard let framework, let grade = framework.scale.grades.first(where: { Self.forms(of: $0).contains(says) }) else {
      return nil
    }
    let named = report.judgements.filter { judgement in
      [judgement.title, judgement.printed, judgement.id ?? ""].map(Self.plain).contains {
        !$0.isEmpty && about.contains($0)
      }
    }
    let grouped = named.filter { $0.group.map { about.contains(Self.plain($0)) } ?? false }
    // A correction that names no judgement must be true of at least one.
    let meant = grouped.isEmpty ? named.isEmpty ? report.judgements : named : grouped
    if meant.contains(where: { $0.grade == grade.key }) { return nil }
    guard !named.isEmpty, let first = meant.first else {
      return "no judgement of the report is shown as \(grade.label.lowercased())"
    }
    let words = first.grade.flatMap { framework.scale.grade($0)?.label.lowercased() } ?? "no grade"
    return "“\(first.fullTitle)” is shown as \(words)"
  }

  private var dayContradiction: String? {
    guard let day = CalendarDate(iso: says) else { return nil }
    let days = [report.inspection.start, report.inspection.end, report.inspection.published].compactMap { $0 }
    return days.contains(day) ? nil : "the days shown are \(DisplayText.list(days.map(\.words)))"
  }

  private var leadContradiction: String? {
    guard about.contains("lead inspector"), let lead = report.inspection.lead else { return nil }
    return Self.plain(lead) == says ? nil : "the lead inspector shown is \(lead)"
  }

  private static func forms(of grade: Grade) -> [String] { ([grade.key, grade.label] + grade.forms).map(plain) }

  /// Returns the text lowercased, with single spaces, and without the characters around the words.
  private static func plain(_ text: String) -> String {
    text.lowercased().trimmingPrefix { !$0.isLetter && !$0.isNumber }
      .split(separator: " ").joined(separator: " ").replacing(/[^\p{L}\p{N}]+$/, with: "")
  }
}
