internal import Diagnostics

/// An exclusive lock of one build on an output folder, released with its last reference.
///
/// The lock file also records how the last build ended: it is empty unless that build was interrupted.
struct BuildLock: Sendable {
  /// The name of the lock file; it stays, because removing it would let two builds hold two locks.
  static let name = ".sitegen-lock"

  /// Whether a previous build was interrupted and may have left temporary files.
  let previousBuildWasInterrupted: Bool

  /// Whether the folder has never been built into.
  let isNew: Bool

  private let file: PosixFile
  private let path: String

  /// Locks a folder; throws at once if another build holds the lock.
  init(_ folder: OutputFolder) throws(EnvironmentError) {
    path = folder.display(BuildLock.name)
    isNew = folder.disk.stamp(of: BuildLock.name) == nil
    do {
      file = try folder.disk.locked(BuildLock.name)
      previousBuildWasInterrupted = try file.size() > 0
    } catch {
      if error.isLocked {
        throw EnvironmentError("another build is writing to \(folder.name)")
      }
      throw EnvironmentError("lock", path, errno: error.code)
    }
  }

  /// Records that writing has begun, for the next build if this one is killed.
  func markUnfinished() throws(EnvironmentError) {
    try replace(Array("unfinished\n".utf8))
  }

  /// Records that everything was written.
  func markFinished() throws(EnvironmentError) {
    try replace([])
  }

  private func replace(_ bytes: [UInt8]) throws(EnvironmentError) {
    do { try file.replaceContents(bytes) } catch { throw EnvironmentError("write", path, errno: error.code) }
  }
}
