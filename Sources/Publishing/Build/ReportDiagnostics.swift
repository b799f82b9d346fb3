internal import Diagnostics

/// What a build says of reports: every error and warning, and how many notes there are besides. Notes are on the pages
/// and in the data, and a check lists them; of a large site they would be most of what a build holds.
struct ReportDiagnostics: Sendable {
  /// The errors and warnings.
  var diagnostics: [Diagnostic] = []
  /// How many notes there are.
  var notes = 0

  /// Takes what was found in another report.
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
  /// What is wrong in one report.
  init(_ found: [Diagnostic]) { append(found) }
}
