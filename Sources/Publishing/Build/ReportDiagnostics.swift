internal import Diagnostics

/// The errors and warnings of reports, and the number of their notes. Notes are on the pages and in the data, and a
/// check lists them; of a large site they would be most of what a build holds.
struct ReportDiagnostics: Sendable {
  /// The errors and warnings.
  var diagnostics: [Diagnostic] = []
  /// The number of notes.
  var notes = 0

  /// Adds the diagnostics of another report.
  mutating func append(_ found: [Diagnostic]) {
    for diagnostic in found {
      if diagnostic.severity == .note {
        notes += 1
      } else {
        diagnostics.append(diagnostic)
      }
    }
  }

  static func += (total: inout ReportDiagnostics, part: ReportDiagnostics) {
    total.diagnostics += part.diagnostics
    total.notes += part.notes
  }
}

extension ReportDiagnostics {
  /// Creates the diagnostics of one report.
  init(_ found: [Diagnostic]) { append(found) }
}
