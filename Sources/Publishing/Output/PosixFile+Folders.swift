internal import Foundation

/// Operations on folders, by paths inside an open folder.
extension PosixFile {
  /// Opens a folder, following links: the user may choose any folder to write to.
  static func folder(_ path: String) throws(PosixError) -> PosixFile {
    PosixFile(descriptor: try retrying { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
  }

  /// Creates a folder anywhere, and its parents if they are missing.
  static func makeFolders(_ path: String) throws(PosixError) {
    try DiskChange.allow()
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let error = PosixError(code: errno)
    let trimmed = path.utf8.lastIndex { $0 != 0x2F }.map { path[...$0] } ?? ""
    guard error.code == ENOENT, let slash = trimmed.utf8.lastIndex(of: 0x2F), slash > trimmed.startIndex else {
      throw error
    }
    try makeFolders(String(trimmed[..<slash]))
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw PosixError(code: errno) }
  }

  /// Creates one folder inside this one.
  func makeFolder(_ path: String) throws(PosixError) {
    try DiskChange.allow()
    try retrying { mkdirat(descriptor, path, 0o777) }
  }

  /// Removes an empty folder inside this one.
  func removeFolder(_ path: String) throws(PosixError) {
    try DiskChange.allow()
    try retrying { unlinkat(descriptor, path, AT_REMOVEDIR) }
  }

  /// Returns the names in a folder inside this one, or in this one itself for ".", in no order.
  func names(in path: String) throws(PosixError) -> [String] {
    let number = try retrying { openat(descriptor, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard let stream = fdopendir(number) else {
      let error = PosixError(code: errno)
      _ = close(number)
      throw error
    }
    defer { closedir(stream) }
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let start = UnsafeRawPointer(entry) + offset
      let name = String(cString: start.assumingMemoryBound(to: CChar.self))
      if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw PosixError(code: errno) }
    return names
  }
}
