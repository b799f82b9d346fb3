internal import Diagnostics

/// Removes the program's own files from an output folder, and never follows a link to do so.
struct StaleFileRemover {
  private let folder: OutputFolder
  private var isRealFolder: [OutputPath: Bool] = [:]

  /// Creates a remover for a folder.
  init(_ folder: OutputFolder) {
    self.folder = folder
  }

  /// Removes files that the program wrote, and folders that become empty; skips links, special files and missing ones.
  ///
  /// - Returns: the number of removed files.
  mutating func remove(
    _ stale: Set<OutputPath>, emptied extra: Set<OutputPath> = []
  ) throws(EnvironmentError) -> Int {
    var count = 0
    var folders = extra
    for path in stale.sorted() {
      folders.formUnion(path.folders)
      guard try isReal(path.folder) else { continue }
      let removed = try folder.attempt("remove", path.text) { disk throws(PosixError) in
        guard try disk.kind(of: path.text) == .file else { return false }
        try disk.removeFile(path.text)
        return true
      }
      if removed { count += 1 }
    }
    for path in folders.sorted(by: >) where try isReal(path) {
      do {
        try folder.disk.removeFolder(path.text)
      } catch {
        if error.isExisting || error.isMissing { continue }
        throw EnvironmentError("remove the folder", folder.display(path.text), errno: error.code)
      }
    }
    return count
  }

  /// Removes the temporary files of a killed build from the top folder and from those of these paths.
  mutating func removeTemporaries(besides paths: Set<OutputPath>) throws(EnvironmentError) {
    try removeTemporaries(in: nil)
    for path in Set(paths.compactMap(\.folder)).sorted() where try isReal(path) {
      try removeTemporaries(in: path)
    }
  }

  private func removeTemporaries(in place: OutputPath?) throws(EnvironmentError) {
    let shown = place?.text ?? "."
    let names = try folder.attempt("look into", shown) { disk throws(PosixError) in try disk.names(in: shown) }
    for name in names where StaleFileRemover.isTemporary(name) {
      let path = OutputPath.inside(place, name).text
      try folder.attempt("remove", path) { disk throws(PosixError) in
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
  private mutating func isReal(_ path: OutputPath?) throws(EnvironmentError) -> Bool {
    guard let path else { return true }
    if let known = isRealFolder[path] { return known }
    var isReal = try isReal(path.folder)
    if isReal {
      let kind = try folder.attempt("look at", path.text) { disk throws(PosixError) in try disk.kind(of: path.text) }
      isReal = kind == .folder
    }
    isRealFolder[path] = isReal
    return isReal
  }
}
