internal import Diagnostics
internal import SiteGeneration

/// Writes the data files that have rows of every report, authority by authority. What an earlier build wrote of an
/// authority that has not changed is taken from the file that lies there, and a file of which nothing has changed is
/// not written again.
final class BulkWriter {
  private let writer: SiteWriter
  private var files: [BulkFile]

  /// Starts the files; `former` is what the last build wrote, if that still lies there.
  init(_ writer: SiteWriter, former: [AuthoritiesRecord.Bulk]?) throws(EnvironmentFailure) {
    self.writer = writer
    var files: [BulkFile] = []
    for (index, (path, head)) in BulkFiles.files.enumerated() {
      let record = former.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      files.append(try BulkFile(path, head, former: record, writer))
    }
    self.files = files
  }

  /// Takes over what the last build wrote of an authority.
  func keep(_ former: [FormerPart]) throws(EnvironmentFailure) {
    for (index, part) in former.enumerated() { try files[index].keep(part) }
  }

  /// Appends what an authority adds to each; `former` is what the last build wrote of it, if it knew it.
  func append(_ parts: [BulkFiles.Part], former: [FormerPart]?) throws(EnvironmentFailure) {
    for (index, part) in parts.enumerated() { try files[index].append(part, former: former?[index]) }
  }

  /// Where what the last build wrote of an authority lies in a file.
  struct FormerPart {
    var range: Range<Int>
    var rows: Int
  }

  /// What became of a file.
  struct Finished {
    var written: BulkFiles.Written
    var outcome: SiteWriter.Outcome
    var stamp: WrittenStamp
  }

  /// Ends the files and tells what each holds.
  func finish() throws(EnvironmentFailure) -> [Finished] {
    var finished: [Finished] = []
    for index in files.indices { finished.append(try files[index].finish()) }
    return finished
  }
}

/// One of those files: as long as it only repeats the beginning of the one that lies there, nothing is written.
private struct BulkFile {
  private let path: String
  private let writer: SiteWriter
  private let former: (file: PosixFile, record: AuthoritiesRecord.Bulk)?
  /// How much of the former file is repeated so far.
  private var repeated = 0
  private var file: GrowingFile?
  private var rows = 0

  private static let piece = 1 << 20

  init(
    _ path: String, _ head: [UInt8], former record: AuthoritiesRecord.Bulk?, _ writer: SiteWriter
  ) throws(EnvironmentFailure) {
    self.path = path
    self.writer = writer
    if let record, let file = writer.former(path) {
      former = (file, record)
      repeated = head.count
    } else {
      former = nil
      file = try writer.begin(path)
      try file?.append(head)
    }
  }

  mutating func keep(_ part: BulkWriter.FormerPart) throws(EnvironmentFailure) {
    rows += part.rows
    if file == nil, part.range.lowerBound == repeated {
      repeated = part.range.upperBound
      return
    }
    if file == nil { try diverge() }
    try copy(part.range)
  }

  mutating func append(_ part: BulkFiles.Part, former known: BulkWriter.FormerPart?) throws(EnvironmentFailure) {
    rows += part.rows
    if file == nil {
      if let known, known.range.lowerBound == repeated, known.range.count == part.bytes.count,
        try read(known.range) == part.bytes
      {
        repeated = known.range.upperBound
        return
      }
      if part.bytes.isEmpty { return }
      try diverge()
    }
    try file?.append(part.bytes)
  }

  mutating func finish() throws(EnvironmentFailure) -> BulkWriter.Finished {
    if file == nil, let former {
      if repeated == former.record.size, let stamp = try? former.file.stamp() {
        let record = former.record
        return BulkWriter.Finished(
          written: BulkFiles.Written(path: path, rows: rows, size: record.size, sha256: record.sha256),
          outcome: .unchanged, stamp: stamp)
      }
      try diverge()
    }
    guard let file else { throw EnvironmentFailure("could not write \(path)", path: path) }
    let size = file.size
    let (outcome, stamp, sha256) = try writer.stage(path, file)
    return BulkWriter.Finished(
      written: BulkFiles.Written(path: path, rows: rows, size: size, sha256: sha256), outcome: outcome, stamp: stamp)
  }

  /// From here on the file is another: what was the same so far is copied.
  private mutating func diverge() throws(EnvironmentFailure) {
    file = try writer.begin(path)
    try copy(0..<repeated)
  }

  private func copy(_ range: Range<Int>) throws(EnvironmentFailure) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + BulkFile.piece, range.upperBound)
      try file?.append(try read(start..<end))
      start = end
    }
  }

  private func read(_ range: Range<Int>) throws(EnvironmentFailure) -> [UInt8] {
    do throws(PosixError) {
      return try former?.file.bytes(in: range) ?? []
    } catch {
      throw EnvironmentFailure("read", path, errno: error.code)
    }
  }
}
