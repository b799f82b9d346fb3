internal import ContentLoading
internal import Diagnostics
internal import Inspections

/// The published corrections, with the reports they are about.
struct CorrectionLog: Sendable {
  /// One correction.
  struct Entry: Sendable {
    /// The correction as written in the content.
    let correction: Correction
    /// The report it is about; nil if the report is not, or no longer, on the site: the correction stays.
    let report: ReportSummary?
    /// Its anchor on the page of corrections, which doesn't depend on other corrections or their order.
    let anchor: String
  }

  /// The corrections, newest first.
  let entries: [Entry]
  /// A warning for each correction whose report is not found, and an error for each that contradicts the site.
  let diagnostics: [Diagnostic]
  private let byReport: [String: [Entry]]

  /// Finds the report of each correction, by the report's identifier or the name of its file.
  init(_ corrections: [Correction], summaries: [ReportSummary], frameworks: FrameworkIndex) {
    // Most sites have no corrections, and then need no index of their reports.
    let summaries = corrections.isEmpty ? [] : summaries
    let ids = Dictionary(summaries.map { ($0.id, $0) }) { first, _ in first }
    let files = Dictionary(grouping: summaries, by: \.fileName)
    var diagnostics: [Diagnostic] = []
    let anchors = Anchor.digests(
      "c-", of: corrections.map { [$0.report, $0.what, $0.was, $0.now].joined(separator: "\u{0}") })
    var entries: [Entry] = []
    for (correction, anchor) in zip(corrections, anchors) {
      let named = ids[correction.report].map { [$0] } ?? files[correction.report] ?? []
      if named.count != 1 {
        let message =
          named.isEmpty
          ? "no report here has the file name or the id “\(correction.report)”"
          : "\(named.count) reports have the file name “\(correction.report)”; give the id instead"
        diagnostics.append(Diagnostic(.warning, .unknownReport, message, at: correction.location))
      }
      let report = named.count == 1 ? named[0] : nil
      if let report {
        let check = CorrectionCheck(
          correction: correction, report: report, framework: frameworks[report.framework], others: corrections)
        if let contradiction = check.contradiction {
          let message = "this correction says that it is “\(correction.now)” now, but \(contradiction)"
          diagnostics.append(Diagnostic(.error, .falseCorrection, message, at: correction.location))
        }
      }
      entries.append(Entry(correction: correction, report: report, anchor: anchor))
    }
    self.diagnostics = diagnostics
    self.entries = entries.enumerated()
      .sorted { ($1.element.correction.date, $0.offset) < ($0.element.correction.date, $1.offset) }.map(\.element)
    byReport = Dictionary(grouping: self.entries.filter { $0.report != nil }) { $0.report?.id ?? "" }
  }

  /// Returns the corrections of one report, newest first.
  func of(_ report: ReportSummary) -> [Entry] { byReport[report.id] ?? [] }
}
