internal import ContentLoading
internal import Diagnostics
internal import Foundation

/// Reports every change below some folders, however the editor saves: in place, or by replacing the old file with a new
/// one.
final class FolderWatcher: Sendable {
  private let folders: [String]
  /// The folders that the program itself changes.
  private let ignored: [String]

  #if canImport(Glibc)
    private let queue: FileHandle
    private static let wanted =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)
      | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
  #endif

  /// Watches some folders, but not the contents of the ignored ones.
  ///
  /// - Throws: if the system has no more watches.
  init(_ folders: [String], besides ignored: [String]) throws(EnvironmentError) {
    self.folders = folders
    self.ignored = ignored
    #if canImport(Glibc)
      let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard number >= 0 else { throw EnvironmentError("watch", folders.joined(separator: ", "), errno: errno) }
      queue = FileHandle(fileDescriptor: number, closeOnDealloc: true)
    #endif
    try refresh()
  }

  /// Adds watches for new folders. To be called after every change, before the contents are read again.
  ///
  /// - Throws: if the system has no more watches, or a folder can't be listed.
  func refresh() throws(EnvironmentError) {
    #if canImport(Glibc)
      for folder in folders {
        // A folder that does not exist yet will show in its parent.
        guard case .folder? = FileReader.kind(of: folder) else {
          try watch((folder as NSString).deletingLastPathComponent)
          continue
        }
        let listing = try FolderListing(of: folder, besides: ignored)
        for path in listing.folders + folders(ofLinksAmong: listing.files) { try watch(path) }
      }
    #endif
  }

  #if canImport(Glibc)
    /// Returns the folders of the files that links lead to, but for the program's own folders.
    private func folders(ofLinksAmong files: [InputFile]) -> Set<String> {
      let ignored = ignored.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path + "/" }
      let targets = files.filter { FileReader.isLink($0.path) }.map { file in
        URL(fileURLWithPath: file.path).resolvingSymlinksInPath().deletingLastPathComponent().path
      }
      return Set(targets.filter { target in !ignored.contains { "\(target)/".hasPrefix($0) } })
    }

    private func watch(_ folder: String) throws(EnvironmentError) {
      let folder = folder.isEmpty ? "." : folder
      // It is no failure if the folder was removed since it was listed.
      guard inotify_add_watch(queue.fileDescriptor, folder, FolderWatcher.wanted) < 0, errno != ENOENT else { return }
      throw EnvironmentError("watch", folder, errno: errno)
    }

    /// Returns a stream with a value for every change; changes while a value is waiting are merged into it.
    func changes() -> AsyncStream<Void> {
      AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
        queue.readabilityHandler = { queue in
          _ = queue.availableData
          continuation.yield()
        }
        continuation.onTermination = { [queue] _ in queue.readabilityHandler = nil }
      }
    }
  #else
    /// Returns a stream with a value for every change, found by polling twice a second.
    func changes() -> AsyncStream<Void> {
      let folders = folders
      return AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
        let task = Task {
          var last = folders.map { try? FolderListing(of: $0).files }
          while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(500))
            let now = folders.map { try? FolderListing(of: $0).files }
            if now != last { continuation.yield() }
            last = now
          }
        }
        continuation.onTermination = { _ in task.cancel() }
      }
    }
  #endif
}
