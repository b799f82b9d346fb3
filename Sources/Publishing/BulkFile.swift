internal import Diagnostics
internal import SiteGeneration

/// A data file that has rows of every report, written authority by authority. What an earlier build wrote of an authority
/// that has not changed is taken from the file that lies there, and as long as the file only repeats the beginning of
/// that one, nothing is written.
final class BulkFile {
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

  private let path: String
  private let writer: SiteWriter
  private let former: (file: PosixFile, record: BulkFiles.Written)?
  /// How much of the former file is repeated so far.
  private var repeated = 0
  private var file: GrowingFile?
  private var rows = 0

  private static let piece = 1 << 20

  /// Starts all of the files; `former` is what the last build wrote, if that still lies there.
  static func all(_ writer: SiteWriter, former: [BulkFiles.Written]?) throws(EnvironmentFailure) -> [BulkFile] {
    var files: [BulkFile] = []
    for (path, head) in BulkFiles.files {
      files.append(try BulkFile(path, head, former: former?.first { $0.path == path }, writer))
    }
    return files
  }

  private init(
    _ path: String, _ head: [UInt8], former record: BulkFiles.Written?, _ writer: SiteWriter
  ) throws(EnvironmentFailure) {
    self.path = path
    self.writer = writer
    former = record.flatMap { record in writer.former(path).map { ($0, record) } }
    if former != nil {
      repeated = head.count
    } else {
      file = try writer.begin(path)
      try file?.append(head)
    }
  }

  /// Takes over what the last build wrote of an authority.
  func keep(_ part: FormerPart) throws(EnvironmentFailure) {
    rows += part.rows
    if file == nil, part.range.lowerBound == repeated { return repeated = part.range.upperBound }
    try copy(part.range, to: try other())
  }

  /// Appends what an authority adds; `known` is what the last build wrote of it, if it knew it.
  func append(_ part: BulkFiles.Part, former known: FormerPart?) throws(EnvironmentFailure) {
    rows += part.rows
    if file == nil {
      if part.bytes.isEmpty { return }
      if let known, known.range.lowerBound == repeated, known.range.count == part.bytes.count,
        try read(known.range) == part.bytes
      {
        return repeated = known.range.upperBound
      }
    }
    try other().append(part.bytes)
  }

  /// Ends the file and tells what it holds.
  func finish() throws(EnvironmentFailure) -> Finished {
    if file == nil, let former, repeated == former.record.size, let stamp = try? former.file.stamp() {
      var written = former.record
      written.rows = rows
      return Finished(written: written, outcome: .unchanged, stamp: stamp)
    }
    let file = try other()
    let (outcome, stamp, sha256) = try writer.stage(path, file)
    return Finished(
      written: BulkFiles.Written(path: path, rows: rows, size: file.size, sha256: sha256), outcome: outcome,
      stamp: stamp)
  }

  /// The file that is written in place of the former one; what was the same so far is copied.
  private func other() throws(EnvironmentFailure) -> GrowingFile {
    if let file { return file }
    let other = try writer.begin(path)
    file = other
    try copy(0..<repeated, to: other)
    return other
  }

  private func copy(_ range: Range<Int>, to file: GrowingFile) throws(EnvironmentFailure) {
    for start in stride(from: range.lowerBound, to: range.upperBound, by: BulkFile.piece) {
      try file.append(try read(start..<min(start + BulkFile.piece, range.upperBound)))
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
