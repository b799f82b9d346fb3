internal import Inspections

extension Report {
  /// The size of the findings in bytes: most of any file about the report, so that its buffer can be reserved at once.
  var proseCount: Int {
    findings.reduce(0) { count, finding in
      finding.itemTexts.reduce(count + finding.text.utf8.count) { $0 + $1.utf8.count }
    }
  }
}
