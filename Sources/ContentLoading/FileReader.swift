public import Diagnostics
package import Foundation

/// Reads whole files, up to a size limit, and the metadata of paths. The only part of this module that calls the
/// system.
public enum FileReader {
  /// The bytes of a file, or the reason why it can't be used.
  public enum Contents: Sendable, Hashable {
    /// The bytes.
    case bytes([UInt8])
    /// The file is empty where it must not be, or larger than the limit.
    case problem(Diagnostic)
  }

  /// The kind of file at a path, links followed.
  public enum Kind: Sendable, Hashable {
    /// A regular file, with its metadata.
    case file(FileMetadata)
    /// A folder, with the identity that it has by whatever path it is reached.
    case folder(Identity)
    /// A pipe, a device or a socket.
    case other
  }

  /// A folder's device and inode number.
  public struct Identity: Sendable, Hashable {
    let device: UInt64
    let number: UInt64
  }

  /// The most bytes a report may have: 64 MB, many times the longest report, pictures and all.
  public static let reportLimit = 64 << 20

  /// Reads a regular file.
  ///
  /// - Parameters:
  ///   - path: the file, as the user would type it.
  ///   - limit: the most bytes it may have.
  ///   - allowsEmpty: whether it may have no bytes.
  /// - Throws: if there is no such file, it is not a regular file, or it can't be read.
  public static func read(
    _ path: String, limit: Int = reportLimit, allowsEmpty: Bool = false
  ) throws(EnvironmentError) -> Contents {
    // To open a pipe would wait for a writer that may never come; with `O_NONBLOCK` it does not.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw EnvironmentError("read", path, errno: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw EnvironmentError("read", path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw EnvironmentError("could not read \(path): it is not a file")
    }
    let size = Int(status.st_size)
    guard size <= limit else { return .problem(tooLarge(path, size: size, limit: limit)) }
    let (bytes, problem) = bytes(of: file, in: 0..<size)
    if problem != 0 { throw EnvironmentError("read", path, errno: problem) }
    return bytes.isEmpty && !allowsEmpty ? .problem(empty(path)) : .bytes(bytes)
  }

  /// Returns the kind of file at a path, or nil if there is none or the system can't say.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(FileMetadata(status))
    case S_IFDIR: return .folder(Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino)))
    default: return .other
    }
  }

  /// Returns the system's reason why a folder can't be listed.
  static func failure(listing folder: String) -> EnvironmentError {
    let listing = opendir(folder)
    let reason = errno
    guard let listing else { return EnvironmentError("list the folder", folder, errno: reason) }
    closedir(listing)
    return EnvironmentError("could not list the folder \(folder): it changed meanwhile; try again")
  }

  /// Whether a path is a symbolic link, wherever it leads.
  public static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Returns the metadata of a regular file, links followed; nil if there is none.
  public static func stamp(of path: String) -> FileMetadata? {
    if case .file(let stamp)? = kind(of: path) { stamp } else { nil }
  }

  /// Returns the bytes of a range of an open file, fewer if it ends earlier; and the value of `errno` on failure, or 0.
  package static func bytes(of file: Int32, in range: Range<Int>) -> (bytes: [UInt8], problem: Int32) {
    var problem: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count, let start = buffer.baseAddress {
        let got = pread(file, start + filled, range.count - filled, off_t(range.lowerBound + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { problem = errno }
        if got <= 0 { return }
        filled += got
      }
    }
    return (bytes, problem)
  }

  private static func empty(_ path: String) -> Diagnostic {
    Diagnostic(.error, .emptyFile, "the file is empty", at: SourceLocation(path: path))
  }

  private static func tooLarge(_ path: String, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, .fileTooLarge,
      "the file has \(size >> 20) MB, and more than \(limit >> 20) MB is not read; for reports --max-input raises the limit",
      at: SourceLocation(path: path))
  }
}

extension FileMetadata {
  /// Creates the metadata from the system's status of a file.
  package init(_ status: stat) {
    #if canImport(Glibc)
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #else
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #endif
    self.init(
      size: Int(status.st_size), modified: modified.tv_sec * 1_000_000_000 + modified.tv_nsec,
      changed: changed.tv_sec * 1_000_000_000 + changed.tv_nsec, number: Int(truncatingIfNeeded: status.st_ino))
  }
}
