internal import Diagnostics
internal import SiteGeneration

/// Writes the data files that have rows of every report, as the reports come.
final class BulkWriter {
  private let files: [(path: String, file: GrowingFile)]
  private var rows: [Int]

  /// Starts the files.
  init(_ writer: SiteWriter) throws(EnvironmentFailure) {
    var files: [(path: String, file: GrowingFile)] = []
    for (path, head) in BulkFiles.files {
      let file = try writer.begin(path)
      try file.append(head)
      files.append((path, file))
    }
    self.files = files
    rows = Array(repeating: 0, count: files.count)
  }

  /// Appends what a report adds to each.
  func append(_ parts: [BulkFiles.Part]) throws(EnvironmentFailure) {
    for (index, part) in parts.enumerated() {
      try files[index].file.append(part.bytes)
      rows[index] += part.rows
    }
  }

  /// Puts the files in their places and tells what each holds.
  func finish(_ tally: inout BuildSummary.Tally) throws(EnvironmentFailure) -> [BulkFiles.Written] {
    var written: [BulkFiles.Written] = []
    for (index, (path, file)) in files.enumerated() {
      let (outcome, sha256) = try file.finish()
      switch outcome {
      case .written: tally.written += 1
      case .unchanged: tally.unchanged += 1
      }
      written.append(BulkFiles.Written(path: path, rows: rows[index], size: file.size, sha256: sha256))
    }
    return written
  }
}
