internal import ContentLoading
internal import Fingerprinting
internal import Foundation
internal import Synchronization

/// Bytes by their digest: in a folder that may be deleted at any time, or in memory where there is none.
///
/// Nothing is believed that does not have its digest, and what is missing is made again. Builds may share the folder.
final class BlobStore: Sendable {
  private let folder: PosixFile?
  private let memory = Mutex<[Fingerprint: [UInt8]]>([:])
  private let serial = Atomic<Int>(0)

  /// Opens a folder, making it where it is missing; nil keeps everything in memory.
  init(folder: String?) {
    self.folder = folder.flatMap { folder in
      try? PosixFile.makeFolders(folder)
      return try? PosixFile.folder(folder)
    }
  }

  /// Keeps bytes and tells their digest.
  func keep(_ bytes: [UInt8]) -> Fingerprint {
    let digest = Fingerprint(of: bytes)
    if !isKept(digest, bytes) { memory.withLock { $0[digest] = bytes } }
    return digest
  }

  /// Puts bytes into the folder, whole or not at all.
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

  /// The bytes with a digest; nil where they are not there, or damaged.
  func bytes(_ digest: Fingerprint) -> [UInt8]? {
    if let bytes = memory.withLock({ $0[digest] }) { return bytes }
    guard let folder, let bytes = try? folder.contents(of: digest.hexadecimal) else { return nil }
    if Fingerprint(of: bytes) == digest { return bytes }
    // Or else they would never be put right: what has the right size is not written again.
    try? folder.removeFile(digest.hexadecimal)
    return nil
  }

  /// Removes what killed builds left, and of what is not in use the oldest, until it is no more than what is.
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
  /// So many that are not in use are always kept.
  private static let fewest = 1000
}
