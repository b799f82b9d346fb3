internal import Fingerprinting
internal import Foundation
internal import Records

/// The records of the last build into a folder, kept in a folder of their own that may be deleted at any time.
///
/// A record carries its own digest and the version of its form: one that is damaged, cut short or another version's
/// is as good as none. Nothing in it is believed of the disk: every file that it names is looked at again.
struct BuildCache: Sendable {
  /// The form of the records; to be changed with it.
  fileprivate static let heading = Array("sitegen build record, 4\n".utf8)

  fileprivate let folder: String
  fileprivate let name: String

  /// The cache for builds into an output folder; nil where nothing is to be kept.
  init?(folder: String?, output: String) {
    guard let folder else { return nil }
    self.folder = folder
    let place = URL(fileURLWithPath: output).standardizedFileURL.path
    name = String(Fingerprint(of: Array(place.utf8)).hexadecimal.prefix(16))
  }

  /// The record of the last build, if there is one.
  func build() -> BuildRecord? {
    guard let content = read("site")?.content else { return nil }
    var record = RecordReader(content)
    return try? BuildRecord(from: &record)
  }

  /// The record of the authorities that belongs to a build's record.
  func authorities(of build: BuildRecord) -> AuthoritiesRecord? {
    guard let (content, digest) = read("authorities"), digest == build.authorities else { return nil }
    var record = RecordReader(content)
    return try? AuthoritiesRecord(from: &record)
  }

  /// Keeps the record of a build. Where that fails, the next build does everything again.
  func keep(_ build: BuildRecord) {
    guard let file = RecordFile(self, "site") else { return }
    file.append(build.recorded)
    _ = file.finish()
  }

  /// Starts the record of the authorities, which is written as they are made and never held.
  func keepingAuthorities() -> RecordFile? { RecordFile(self, "authorities") }

  /// A record that is being written; what goes wrong with it is told at the end.
  final class RecordFile {
    private let disk: PosixFile
    private let file: PosixFile
    private let temporary: String
    private let place: String
    private let digest = FingerprintStream()
    private var isWhole = true

    fileprivate init?(_ cache: BuildCache, _ kind: String) {
      temporary = "\(cache.name)-\(kind)-\(ProcessInfo.processInfo.processIdentifier).tmp"
      place = "\(cache.name).\(kind)"
      do {
        try PosixFile.makeFolders(cache.folder)
        disk = try PosixFile.folder(cache.folder)
        try? disk.removeFile(temporary)
        file = try disk.createEmpty(temporary)
        try file.append(BuildCache.heading[...])
      } catch {
        return nil
      }
    }

    deinit { try? disk.removeFile(temporary) }

    /// Puts bytes behind those before.
    func append(_ bytes: ArraySlice<UInt8>) {
      guard isWhole, (try? file.append(bytes)) != nil else { return isWhole = false }
      digest.append(bytes)
    }

    /// Puts the record in its place and tells its digest; nil where it could not be written.
    func finish() -> [UInt8]? {
      let bytes = digest.finish().bytes
      guard isWhole, (try? file.append(bytes[...])) != nil else { return nil }
      return (try? disk.move(temporary, to: place)).map { bytes }
    }
  }

  /// What a record holds and its digest, if it is what was written.
  private func read(_ kind: String) -> (content: ArraySlice<UInt8>, digest: ArraySlice<UInt8>)? {
    guard let disk = try? PosixFile.folder(folder), let bytes = try? disk.contents(of: "\(name).\(kind)") else {
      return nil
    }
    let start = BuildCache.heading.count
    guard bytes.count >= start + 32, bytes.starts(with: BuildCache.heading) else { return nil }
    let content = bytes[start..<bytes.count - 32]
    let digest = Fingerprint(of: content).bytes[...]
    return digest == bytes.suffix(32) ? (content, digest) : nil
  }
}
