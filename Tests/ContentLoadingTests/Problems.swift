import Diagnostics

extension [Diagnostic] {
  /// The problems as a user reads them, one a line: `PATH:LINE:COL: message [code]`.
  var text: String {
    map { "\($0.location?.description ?? "-"): \($0.message) [\($0.code.rawValue)]" }.joined(separator: "\n")
  }
}
