internal import Diagnostics

/// Removal of the program's own files, which never follows a link.
extension OutputFolder {
  /// Removes files that the program wrote, and folders that become empty; skips links, special files and missing ones.
  ///
  /// - Returns: the number of removed files.
  func remove(_ stale: Set<OutputPath>, emptied extra: Set<OutputPath> = []) throws(EnvironmentError) -> Int {
    var count = 0
    var folders = extra
    for path in stale.sorted() {
      folders.formUnion(path.folders)
      guard try isReal(path.folder) else { continue }
      let removed = try attempt("remove", path.text) { disk throws(PosixError) in
        guard try disk.kind(of: path.text) == .file else { return false }
        try disk.removeFile(path.text)
        return true
      }
      if removed { count += 1 }
    }
    for path in folders.sorted(by: >) where try isReal(path) {
      do {
        try disk.removeFolder(path.text)
      } catch {
        if error.isExisting || error.isMissing { continue }
        throw EnvironmentError("remove the folder", display(path.text), errno: error.code)
      }
    }
    return count
  }

  /// Removes the temporary files of a killed build from the top folder and from those of these paths.
  func removeTemporaries(besides paths: Set<OutputPath>) throws(EnvironmentError) {
    try removeTemporaries(in: nil)
    for path in Set(paths.compactMap(\.folder)).sorted() where try isReal(path) {
      try removeTemporaries(in: path)
    }
  }

  private func removeTemporaries(in place: OutputPath?) throws(EnvironmentError) {
    for name in try names(in: place) where OutputFolder.isTemporary(name) {
      let path = OutputPath.inside(place, name).text
      try attempt("remove", path) { disk throws(PosixError) in
        if try disk.kind(of: path) == .file { try disk.removeFile(path) }
      }
    }
  }

  private static func isTemporary(_ name: String) -> Bool {
    guard name.utf8.starts(with: OutputFolder.temporaryPrefix.utf8) else { return false }
    let number = name.utf8.dropFirst(OutputFolder.temporaryPrefix.utf8.count)
    return !number.isEmpty && number.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether a path and every folder above it are folders and not links; nil is the output folder.
  private func isReal(_ path: OutputPath?) throws(EnvironmentError) -> Bool {
    guard let path else { return true }
    for folder in path.folders + [path] where try kind(of: folder) != .folder { return false }
    return true
  }
}
