internal import Inspections

extension Report {
  /// How many bytes its paragraphs have: most of what any file about it holds, so that room for them can be made at once.
  var proseCount: Int {
    findings.reduce(0) { count, finding in
      finding.itemTexts.reduce(count + finding.text.utf8.count) { $0 + $1.utf8.count }
    }
  }
}
