internal import Fingerprinting
internal import Foundation
internal import Records

/// The records of the last build into a folder, kept in a folder of their own that may be deleted at any time.
///
/// A record carries its own digest and the version of its form: one that is damaged, cut short or another version's
/// is as good as none. Nothing in it is believed of the disk: every file that it names is looked at again.
struct BuildCache: Sendable {
  /// The form of the records; to be changed with it.
  private static let heading = Array("sitegen build record, 1\n".utf8)

  private let folder: String
  private let name: String

  /// The cache for builds into an output folder; nil where nothing is to be kept.
  init?(folder: String?, output: String) {
    guard let folder else { return nil }
    self.folder = folder
    let place = URL(fileURLWithPath: output).standardizedFileURL.path
    name = String(Fingerprint(of: Array(place.utf8)).hexadecimal.prefix(16))
  }

  /// The record of the last build, if there is one.
  func build() -> BuildRecord? {
    guard let bytes = read("site") else { return nil }
    var record = RecordReader(bytes)
    return try? BuildRecord(from: &record)
  }

  /// The record of the authorities that belongs to a build's record.
  func authorities(of build: BuildRecord) -> AuthoritiesRecord? {
    guard let bytes = read("authorities"), Fingerprint(of: bytes).bytes == build.authorities else { return nil }
    var record = RecordReader(bytes)
    return try? AuthoritiesRecord(from: &record)
  }

  /// Keeps the records of a build. Where that fails, the next build does everything again.
  func keep(_ build: BuildRecord, _ authorities: AuthoritiesRecord) {
    var record = RecordWriter()
    authorities.write(to: &record)
    var build = build
    build.authorities = Fingerprint(of: record.bytes).bytes
    var site = RecordWriter()
    build.write(to: &site)
    do {
      try PosixFile.makeFolders(folder)
      let disk = try PosixFile.folder(folder)
      try write("authorities", record.bytes, to: disk)
      try write("site", site.bytes, to: disk)
    } catch {
      return
    }
  }

  private func write(_ kind: String, _ bytes: [UInt8], to disk: PosixFile) throws(PosixError) {
    let temporary = "\(name)-\(kind)-\(ProcessInfo.processInfo.processIdentifier).tmp"
    try disk.create(temporary, BuildCache.heading + Fingerprint(of: bytes).bytes + bytes)
    try disk.move(temporary, to: "\(name).\(kind)")
  }

  /// The bytes of a record, if they are those that were written.
  private func read(_ kind: String) -> [UInt8]? {
    guard let disk = try? PosixFile.folder(folder), let bytes = try? disk.contents(of: "\(name).\(kind)") else {
      return nil
    }
    let start = BuildCache.heading.count
    guard bytes.count >= start + 32, bytes.starts(with: BuildCache.heading) else { return nil }
    let content = Array(bytes[(start + 32)...])
    return Fingerprint(of: content).bytes[...] == bytes[start..<start + 32] ? content : nil
  }
}
