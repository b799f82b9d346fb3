internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An open folder: the only place of this module that calls the system.
///
/// Everything is asked of the open folder and by a single name, and no link is followed, so that what is written and
/// removed is in this folder whatever happens around it. The calls are the system's own because `Data.write` waits
/// for the disk after every file.
final class Folder: Sendable {
  /// What lies under a name.
  enum Entry: Sendable, Hashable {
    /// A regular file of so many bytes.
    case file(size: Int)
    /// A folder.
    case folder
    /// A link or something else.
    case other
  }

  /// The folder's path, for messages.
  let path: String
  private let descriptor: Int32

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens a folder by its path, and makes it, and those around it, if it is not there.
  ///
  /// - Throws: if it can't be made or opened, or is no folder.
  static func open(_ path: String) throws(EnvironmentFailure) -> Folder {
    var end = path.startIndex
    var problem: Int32 = 0
    while end < path.endIndex {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      if mkdir(String(path[..<end]), 0o777) != 0, errno != EEXIST { problem = errno }
    }
    let descriptor = Self.folder(path, in: AT_FDCWD, flags: 0)
    guard descriptor >= 0 else {
      throw EnvironmentFailure("open the folder", path, errno: problem == 0 ? errno : problem)
    }
    return Folder(descriptor: descriptor, path: path)
  }

  /// The folder of this name inside, or nil if there is none; links are not followed.
  func existingFolder(_ name: String) -> Folder? {
    let inner = Self.folder(name, in: descriptor, flags: O_NOFOLLOW)
    return inner < 0 ? nil : Folder(descriptor: inner, path: "\(path)/\(name)")
  }

  /// The folder of this name inside, made if it is not there.
  ///
  /// - Throws: if it can't be made or opened, or is a link or no folder.
  func folder(_ name: String) throws(EnvironmentFailure) -> Folder {
    if let folder = existingFolder(name) { return folder }
    if mkdirat(descriptor, name, 0o777) != 0, errno != EEXIST {
      throw EnvironmentFailure("make the folder", "\(path)/\(name)", errno: errno)
    }
    let inner = Self.folder(name, in: descriptor, flags: O_NOFOLLOW)
    guard inner >= 0 else { throw EnvironmentFailure("open the folder", "\(path)/\(name)", errno: errno) }
    return Folder(descriptor: inner, path: "\(path)/\(name)")
  }

  /// Keeps everyone else who asks from this folder until it is closed; false if someone else does already. On the
  /// few network disks that know no such locks it is always true.
  func lock() -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// What lies under a name, or nil if nothing does.
  func entry(_ name: String) -> Entry? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(size: Int(status.st_size))
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The first bytes of a regular file, up to a number; nil if there is none or it can't be read.
  func bytes(of name: String, upTo count: Int) -> [UInt8]? {
    let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let got = read(file, start + filled, count - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { isWhole = false }
        if got <= 0 { return }
        filled += got
      }
    }
    return isWhole ? bytes : nil
  }

  /// Puts a file in place at once: the bytes are written under another name, which then takes the place of this one.
  ///
  /// - Throws: if that fails at any point; then what was there before is there still.
  func write(_ bytes: [UInt8], to name: String, by temporary: String) throws(EnvironmentFailure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    var file = openat(descriptor, temporary, flags, 0o666)
    if file < 0, errno == EEXIST, remove(temporary) { file = openat(descriptor, temporary, flags, 0o666) }
    guard file >= 0 else { throw failure(name, errno) }
    var problem = Self.write(bytes, to: file)
    // A disk that is full may say so only now.
    if close(file) != 0, problem == 0 { problem = errno }
    if problem == 0, renameat(descriptor, temporary, descriptor, name) != 0 { problem = errno }
    if problem != 0 {
      remove(temporary)
      throw failure(name, problem)
    }
  }

  /// Removes a file or a link, never a folder; false if nothing was removed.
  @discardableResult
  func remove(_ name: String) -> Bool { unlinkat(descriptor, name, 0) == 0 }

  /// Removes a folder if nothing is in it.
  func removeEmptyFolder(_ name: String) -> Bool { unlinkat(descriptor, name, AT_REMOVEDIR) == 0 }

  private func failure(_ name: String, _ code: Int32) -> EnvironmentFailure {
    EnvironmentFailure("write", "\(path)/\(name)", errno: code)
  }

  private static func folder(_ name: String, in outer: Int32, flags: Int32) -> Int32 {
    openat(outer, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags)
  }

  /// Writes all bytes; the error's number, or 0.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let start = buffer.baseAddress {
        let count = pwrite(file, start + done, buffer.count - done, off_t(done))
        if count < 0, errno != EINTR { return errno }
        done += max(0, count)
      }
      return 0
    }
  }
}
