internal import ContentLoading
internal import Foundation
internal import Records
internal import Synchronization

/// A store of bytes by their digest: in a folder that may be deleted at any time, or in memory without a folder.
///
/// Bytes are checked against their digest, and missing ones are made again. Builds may share the folder.
final class BlobStore: Sendable {
  private let folder: PosixFile?
  private let memory = Mutex<[Fingerprint: [UInt8]]>([:])
  private let serial = Atomic<Int>(0)

  /// Opens a folder, creating it if it is missing; nil keeps everything in memory.
  init(folder: String?) {
    self.folder = folder.flatMap { folder in
      try? PosixFile.makeFolders(folder)
      return try? PosixFile.folder(folder)
    }
  }

  /// Stores bytes and returns their digest.
  func keep(_ bytes: [UInt8]) -> Fingerprint {
    let digest = Fingerprint(of: bytes)
    if !isKept(digest, bytes) { memory.withLock { $0[digest] = bytes } }
    return digest
  }

  /// Writes bytes into the folder, whole or not at all; returns whether they are there.
  private func isKept(_ digest: Fingerprint, _ bytes: [UInt8]) -> Bool {
    guard let folder else { return false }
    let name = digest.hexadecimal
    if folder.stamp(of: name)?.size == bytes.count { return true }
    let number = serial.add(1, ordering: .relaxed).newValue
    let temporary = "\(BlobStore.temporary)\(ProcessInfo.processInfo.processIdentifier)-\(number)"
    do {
      try folder.create(temporary, bytes)
      try folder.move(temporary, to: name)
      return true
    } catch {
      try? folder.removeFile(temporary)
      return false
    }
  }

  /// Returns the bytes with a digest; nil if they are missing or damaged.
  func bytes(_ digest: Fingerprint) -> [UInt8]? {
    if let bytes = memory.withLock({ $0[digest] }) { return bytes }
    guard let folder, let bytes = try? folder.contents(of: digest.hexadecimal) else { return nil }
    if Fingerprint(of: bytes) == digest { return bytes }
    // A damaged file must go: `isKept` does not rewrite a file of the right size.
    try? folder.removeFile(digest.hexadecimal)
    return nil
  }

  /// Removes the leftovers of killed builds, and the oldest unused bytes until they are no more than the used ones.
  func trim(using used: Set<Fingerprint>) {
    guard let folder, let names = try? folder.names(in: ".") else { return }
    let most = max(BlobStore.fewest, used.count)
    guard names.count > used.count + most || names.contains(where: { $0.hasPrefix(BlobStore.temporary) }) else {
      return
    }
    let wanted = Set(used.map(\.hexadecimal))
    var unused: [(name: String, stamp: FileMetadata)] = []
    for name in names where !wanted.contains(name) {
      guard let stamp = folder.stamp(of: name) else { continue }
      if !name.hasPrefix(BlobStore.temporary) {
        unused.append((name, stamp))
      } else if stamp.modified < BuildCache.now - BlobStore.hour {
        try? folder.removeFile(name)
      }
    }
    let oldest = unused.sorted { $0.stamp.modified < $1.stamp.modified }
    for (name, _) in oldest.prefix(max(0, unused.count - most)) { try? folder.removeFile(name) }
  }

  private static let temporary = "tmp-"
  private static let hour = 3_600_000_000_000
  /// The number of unused files that are always kept.
  private static let fewest = 1000
}
