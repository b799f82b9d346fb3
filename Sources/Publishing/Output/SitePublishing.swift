internal import ContentLoading
internal import Diagnostics

extension SiteWriter {
  /// Moves all staged files into place, removes outputs that are no longer planned, and updates the units' metadata. If
  /// anything conflicts with the plan, nothing is changed.
  ///
  /// - Throws: if the disk fails; the next build then completes the work.
  func publish(_ units: inout [SiteUnit], _ summary: inout BuildSummary) throws(EnvironmentError) {
    let paths = units.flatMap { $0.outputs.map(\.path) }
    let changed = units.filter { !$0.isKept }.flatMap { $0.outputs.map(\.path) }
    let problems = try prepare(paths, changed: changed)
    summary.diagnostics += problems
    guard problems.isEmpty else { return }
    summary.tally.written = try commit()
    summary.tally.unchanged = paths.count - summary.tally.written
    summary.tally.removed = try finish()
    for unit in units.indices where !units[unit].isKept {
      for index in units[unit].outputs.indices {
        let path = units[unit].outputs[index].path
        if let stamp = stamp(of: path) { units[unit].outputs[index].stamp = stamp }
      }
    }
    summary.isPublished = true
  }
}
