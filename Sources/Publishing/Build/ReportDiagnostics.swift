internal import Diagnostics

/// The errors and warnings of reports, and the number of their notes. Notes are on the pages and in the data, and a
/// check lists them; of a large site they would be most of what a build holds.
struct ReportDiagnostics: Sendable {
  /// The errors and warnings.
  var diagnostics: [Diagnostic]
  /// The number of notes.
  var notes: Int
}

extension ReportDiagnostics {
  /// Creates the diagnostics of one report.
  init(_ found: [Diagnostic]) {
    self.init(diagnostics: found.filter { $0.severity != .note }, notes: found.count { $0.severity == .note })
  }
}
