internal import ContentLoading
internal import Foundation

/// An open file or folder; closed, and its lock released, with its last reference.
final class PosixFile: Sendable {
  /// The kind of file at a path; links are not followed.
  enum Kind {
    case missing, file, folder, other
  }

  /// The result of comparing a file with the bytes to be written.
  enum Comparison {
    case missing, different, notAFile
    case same(FileMetadata)
  }

  let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    _ = close(descriptor)
  }

  /// Returns the kind of file at a path inside this folder.
  func kind(of path: String) throws(PosixError) -> Kind {
    var status = stat()
    do {
      try retrying { fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) }
    } catch {
      if error.isMissing { return .missing }
      throw error
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Reads a file inside this folder; nil if there is none.
  func contents(of path: String) throws(PosixError) -> [UInt8]? {
    let file: PosixFile
    do {
      file = try opened(path)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
    return try file.bytes(in: 0..<(try file.size()))
  }

  /// Compares a file inside this folder with bytes, its size first; a file without read permission counts as different.
  func compare(_ path: String, with bytes: [UInt8]) throws(PosixError) -> Comparison {
    let file: PosixFile
    do {
      file = try opened(path)
    } catch {
      switch error.code {
      case ENOENT: return .missing
      case ELOOP, ENXIO: return .notAFile
      case EACCES: return .different
      default: throw error
      }
    }
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG else { return .notAFile }
    guard Int(status.st_size) == bytes.count else { return .different }
    return try file.holds(bytes) ? .same(FileMetadata(status)) : .different
  }

  /// Returns the metadata of a regular file inside this folder; nil if there is none.
  func stamp(of path: String) -> FileMetadata? {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return FileMetadata(status)
  }

  /// Opens a file inside this folder for reading; nil if it is missing or can't be opened.
  func reading(_ path: String) -> PosixFile? { try? opened(path) }

  /// Opens a path inside this folder for reading, without waiting for the other end of a pipe.
  private func opened(_ path: String) throws(PosixError) -> PosixFile {
    PosixFile(
      descriptor: try retrying { openat(descriptor, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) })
  }

  /// Returns the bytes of a range of this file; fewer if it ends earlier.
  func bytes(in range: Range<Int>) throws(PosixError) -> [UInt8] {
    let (bytes, code) = FileReader.bytes(of: descriptor, in: range)
    if code != 0 { throw PosixError(code: code) }
    return bytes
  }

  /// Creates a file inside this folder with these bytes; fails if the path exists.
  @discardableResult
  func create(_ path: String, _ bytes: [UInt8]) throws(PosixError) -> FileMetadata {
    try DiskChange.allow()
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let number = try retrying { openat(descriptor, path, flags, 0o666) }
    var status = stat()
    do {
      try PosixFile.put(bytes[...], number)
      try retrying { fstat(number, &status) }
    } catch {
      _ = close(number)
      throw error
    }
    // A network disk may report only here that it is full.
    if close(number) != 0, errno != EINTR { throw PosixError(code: errno) }
    return FileMetadata(status)
  }

  /// Creates an empty file inside this folder, for appending; fails if the path exists.
  func createEmpty(_ path: String) throws(PosixError) -> PosixFile {
    try DiskChange.allow()
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return PosixFile(descriptor: try retrying { openat(descriptor, path, flags, 0o666) })
  }

  /// Appends bytes to this file.
  func append(_ bytes: ArraySlice<UInt8>) throws(PosixError) {
    try DiskChange.allow()
    try PosixFile.put(bytes, descriptor)
  }

  /// Whether a file inside this folder has the same bytes as another; false if there is none.
  func isSame(_ path: String, as other: PosixFile) throws(PosixError) -> Bool {
    guard let file = reading(path) else { return false }
    let size = try other.size()
    guard try file.size() == size else { return false }
    for piece in PosixFile.pieces(of: size) {
      guard try file.bytes(in: piece) == other.bytes(in: piece) else { return false }
    }
    return true
  }

  /// Moves a file inside this folder, replacing the one at its destination in one step.
  func move(_ path: String, to place: String) throws(PosixError) {
    try DiskChange.allow()
    try retrying { renameat(descriptor, path, descriptor, place) }
  }

  /// Removes a file inside this folder.
  func removeFile(_ path: String) throws(PosixError) {
    try DiskChange.allow()
    try retrying { unlinkat(descriptor, path, 0) }
  }

  // MARK: Locks

  /// Opens a file inside this folder, creating it if needed, and locks it until it is closed.
  func locked(_ path: String) throws(PosixError) -> PosixFile {
    try DiskChange.allow()
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let file = PosixFile(descriptor: try retrying { openat(descriptor, path, flags, 0o666) })
    try retrying { flock(file.descriptor, LOCK_EX | LOCK_NB) }
    return file
  }

  /// Returns the system's status of this file.
  func status() throws(PosixError) -> stat {
    var status = stat()
    try retrying { fstat(descriptor, &status) }
    return status
  }

  /// The size of this file in bytes.
  func size() throws(PosixError) -> Int { Int(try status().st_size) }

  /// Replaces the contents of this file.
  func replaceContents(_ bytes: [UInt8]) throws(PosixError) {
    try DiskChange.allow()
    try retrying { ftruncate(descriptor, 0) }
    try retrying { lseek(descriptor, 0, SEEK_SET) < 0 ? -1 : 0 }
    try PosixFile.put(bytes[...], descriptor)
  }

  // MARK: Bytes

  /// Whether this file begins with these bytes.
  private func holds(_ bytes: [UInt8]) throws(PosixError) -> Bool {
    for piece in PosixFile.pieces(of: bytes.count) {
      guard try self.bytes(in: piece)[...] == bytes[piece] else { return false }
    }
    return true
  }

  /// Returns the ranges in which to compare `count` bytes: little memory, and little read where files differ early.
  private static func pieces(of count: Int) -> some Sequence<Range<Int>> {
    let piece = 1 << 16
    return stride(from: 0, to: count, by: piece).lazy.map { $0..<min($0 + piece, count) }
  }

  private static func put(_ bytes: ArraySlice<UInt8>, _ number: Int32) throws(PosixError) {
    var code: Int32 = 0
    bytes.withUnsafeBytes { raw in
      var done = 0
      while done < raw.count {
        let count = write(number, raw.baseAddress?.advanced(by: done), raw.count - done)
        if count >= 0 {
          done += count
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    if code != 0 { throw PosixError(code: code) }
  }
}
