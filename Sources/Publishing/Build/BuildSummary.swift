public import Diagnostics
internal import Inspections
internal import SiteGeneration

/// The results of a build: counts, times and diagnostics.
public struct BuildSummary: Sendable {
  /// The numbers of output files, by what happened to them.
  public struct FileCounts: Sendable, Hashable {
    /// Files whose bytes are new.
    public var written = 0
    /// Files that already had the same bytes and were not touched.
    public var unchanged = 0
    /// Files of an earlier build that this build does not have.
    public var removed = 0
  }

  /// The number of report files found.
  public var files = 0
  /// The number of reports read from them.
  public var reports = 0
  /// The number of authorities that the reports are about.
  public var authorities = 0
  /// The number of judgements by their status.
  public var judgements: [String: Int] = [:]
  /// The number of recommendations.
  public var recommendations = 0
  /// The numbers of output files.
  public var tally = FileCounts()
  /// Whether the site was written.
  public var isPublished = false
  /// The time of the whole build in seconds.
  public var seconds = 0.0
  /// The time of each phase, a line a phase.
  public var timings = ""
  /// The diagnostics; a build leaves out the notes of its reports.
  public var diagnostics: [Diagnostic]
  /// The number of notes that are not in `diagnostics`.
  public var notes = 0
  /// The lines of `Content/reports.csv` to fill in, for reports that don't print their source or publication date; only
  /// a check has them.
  public var missingMetadata: [String] = []

  init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  mutating func count(_ read: [ReadFile]) {
    let summaries = read.compactMap(\.summary)
    files = read.count
    reports = summaries.count
    authorities = Set(summaries.map(\.authority.slug)).count
    for summary in summaries {
      recommendations += summary.counts.recommendations
      for status in Judgement.Status.allCases where summary.counts[status] > 0 {
        judgements[status.rawValue, default: 0] += summary.counts[status]
      }
    }
  }

  /// Returns the summary as it is printed, a few lines.
  public func text(output: String) -> String {
    func count(_ status: Judgement.Status) -> Int { judgements[status.rawValue] ?? 0 }
    let total = judgements.values.reduce(0, +)
    var lines = [
      "\(plural(reports, "report")) read of \(plural(files, "file")), \(plural(authorities, "authority"))",
      "\(plural(total, "judgement")): \(count(.agreed)) agreed, \(count(.single)) stated once, "
        + "\(count(.conflict)) in conflict, \(count(.withheld)) withheld, \(count(.notJudged)) not judged, \(count(.missing)) not found"
        + (count(.reviewed) > 0 ? ", \(count(.reviewed)) reviewed; " : "; ")
        + plural(recommendations, "recommendation"),
    ]
    let problems = Dictionary(grouping: diagnostics, by: \.severity).mapValues(\.count)
    let (errors, warnings) = (problems[.error] ?? 0, problems[.warning] ?? 0)
    let notes = (problems[.note] ?? 0) + self.notes
    lines.append("\(plural(errors, "error")), \(plural(warnings, "warning")), \(plural(notes, "note"))")
    if isPublished {
      lines.append(
        "\(output): \(tally.written) written, \(tally.unchanged) unchanged, \(tally.removed) removed")
    }
    let time = seconds < 1 ? "\(Int(seconds * 1000)) ms" : "\((seconds * 10).rounded() / 10) s"
    lines.append("\(time)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func plural(_ number: Int, _ word: String) -> String {
    if number == 1 { return "1 \(word)" }
    return word.hasSuffix("y") ? "\(number) \(word.dropLast())ies" : "\(number) \(word)s"
  }
}
