internal import ContentLoading
internal import Diagnostics
internal import Synchronization

/// The folder a site is written to, open during a build; its errors name paths as the user would.
final class OutputFolder: Sendable {
  /// The prefix of the names of files that are not yet in place; a number follows.
  static let temporaryPrefix = "\(OutputPath.reservedPrefix)tmp-"

  /// The folder's path as the user typed it.
  let name: String
  /// The open folder.
  let disk: PosixFile

  /// The folders known to exist and not to be links, so that each is checked once a build.
  private let known = Mutex<Set<OutputPath>>([])
  private let serial = Atomic<Int>(0)

  /// Opens a folder, creating it and its parents if they are missing.
  init(_ name: String) throws(EnvironmentError) {
    guard !name.isEmpty, !name.utf8.contains(0) else {
      throw EnvironmentError("the output folder's name is empty or holds a NUL")
    }
    self.name = name
    do {
      try PosixFile.makeFolders(name)
      disk = try PosixFile.folder(name)
    } catch {
      throw EnvironmentError("open the folder", name, errno: error.code)
    }
  }

  /// Returns a path inside the folder as the user would type it.
  func display(_ path: String) -> String {
    name.utf8.last == 0x2F ? name + path : "\(name)/\(path)"
  }

  /// Performs an operation on the disk, and words its failure.
  func attempt<Value>(
    _ action: String, _ path: String, _ body: (PosixFile) throws(PosixError) -> Value
  ) throws(EnvironmentError) -> Value {
    do { return try body(disk) } catch { throw EnvironmentError(action, display(path), errno: error.code) }
  }

  /// Returns the kind of file at a path; links are not followed.
  func kind(of path: OutputPath) throws(EnvironmentError) -> PosixFile.Kind {
    try attempt("look at", path.text) { disk throws(PosixError) in try disk.kind(of: path.text) }
  }

  /// Returns the names in a folder; nil is this folder itself.
  func names(in path: OutputPath?) throws(EnvironmentError) -> [String] {
    let path = path?.text ?? "."
    return try attempt("look into", path) { disk throws(PosixError) in try disk.names(in: path) }
  }

  /// Writes bytes to a path unless its file has them already; `isNew` says whether anything was written.
  ///
  /// A reader sees the previous file or the new one, never a part of it. The parent folders must exist.
  func replace(_ path: String, beside folder: OutputPath?, with bytes: [UInt8]) throws(EnvironmentError) -> (
    isNew: Bool, stamp: FileMetadata
  ) {
    switch try attempt("read", path, { disk throws(PosixError) in try disk.compare(path, with: bytes) }) {
    case .same(let stamp): return (false, stamp)
    case .missing, .different: break
    case .notAFile:
      throw EnvironmentError("\(display(path)) is a folder, a link or a special file")
    }
    let (number, stamp) = try makeTemporary(in: folder, bytes, for: path)
    let temporary = OutputFolder.temporary(number, in: folder)
    do {
      try disk.move(temporary, to: path)
    } catch {
      try? disk.removeFile(temporary)
      throw EnvironmentError("write", display(path), errno: error.code)
    }
    return (true, stamp)
  }

  /// Stages bytes for a path unless its file has them already. Returns the metadata of the file that has them, and its
  /// number if it is staged. Conflicts with the path are left to the plan.
  func stage(_ bytes: [UInt8], for path: String) throws(EnvironmentError) -> (stamp: FileMetadata, aside: Int?) {
    if case .same(let stamp)? = try? disk.compare(path, with: bytes) { return (stamp, nil) }
    let (number, stamp) = try makeTemporary(in: OutputFolder.stagingFolder, bytes, for: path)
    return (stamp, number)
  }

  /// The folder for staged files.
  static let stagingFolder = OutputPath.inside(nil, "\(OutputPath.reservedPrefix)aside")

  /// Removes the folder for staged files with its contents.
  func removeStagingFolder() {
    let names = (try? disk.names(in: OutputFolder.stagingFolder.text)) ?? []
    for name in names where name.hasPrefix(OutputFolder.temporaryPrefix) {
      try? disk.removeFile(OutputPath.inside(OutputFolder.stagingFolder, name).text)
    }
    try? disk.removeFolder(OutputFolder.stagingFolder.text)
  }

  /// Returns the path of the temporary file with this number.
  static func temporary(_ number: Int, in folder: OutputPath?) -> String {
    OutputPath.inside(folder, "\(temporaryPrefix)\(number)").text
  }

  /// Creates an empty staged file with a new number.
  func makeEmptyStagedFile() throws(EnvironmentError) -> (number: Int, file: PosixFile) {
    try withNewTemporary(in: OutputFolder.stagingFolder, for: nil) { path throws(PosixError) in
      try disk.createEmpty(path)
    }
  }

  private func makeTemporary(
    in folder: OutputPath?, _ bytes: [UInt8], for path: String
  ) throws(EnvironmentError) -> (number: Int, stamp: FileMetadata) {
    try withNewTemporary(in: folder, for: path) { path throws(PosixError) in try disk.create(path, bytes) }
  }

  private func withNewTemporary<Made>(
    in folder: OutputPath?, for path: String?, _ make: (String) throws(PosixError) -> Made
  ) throws(EnvironmentError) -> (Int, Made) {
    while true {
      let number = serial.add(1, ordering: .relaxed).newValue
      let temporary = OutputFolder.temporary(number, in: folder)
      do {
        return (number, try make(temporary))
      } catch {
        // The name is taken, perhaps by someone else's file; try the next number.
        if error.isExisting { continue }
        if !error.isMissing { try? disk.removeFile(temporary) }
        throw EnvironmentError("write", display(path ?? temporary), errno: error.code)
      }
    }
  }

  /// Creates the folders above a path; throws if one of them is a file, or a link that may lead elsewhere.
  func makeFolders(above path: OutputPath) throws(EnvironmentError) {
    guard let deepest = path.folder, !known.withLock({ $0.contains(deepest) }) else { return }
    for folder in path.folders where !known.withLock({ $0.contains(folder) }) {
      try makeFolder(folder)
      _ = known.withLock { $0.insert(folder) }
    }
  }

  /// Creates a folder unless it exists.
  func makeFolder(_ folder: OutputPath) throws(EnvironmentError) {
    do throws(PosixError) {
      try disk.makeFolder(folder.text)
    } catch {
      guard error.isExisting else {
        throw EnvironmentError("make the folder", display(folder.text), errno: error.code)
      }
      guard try kind(of: folder) == .folder else {
        throw EnvironmentError(
          "\(display(folder.text)) is a file or a link, and nothing is written through it")
      }
    }
  }
}
