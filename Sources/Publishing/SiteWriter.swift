public import Diagnostics
internal import Synchronization

/// Writes a site into a folder and keeps it to what the site is: files that changed are replaced whole, files that
/// did not change are not touched, and files of former builds that are no part of it any more are removed. Files that
/// no build wrote are never changed and never removed.
///
/// A build opens the folder, announces its paths, writes each of them, and finishes:
///
///     let writer = try SiteWriter.open(directory: "Public")
///     let problems = writer.prepare(paths: ["index.html", "feed.xml"])
///     try writer.write("index.html", page)
///     try writer.write("feed.xml", feed)
///     let removed = try writer.finish()
///
/// A build that is killed at any point leaves whole files only, and the next one puts everything right.
public final class SiteWriter: Sendable {
  /// What became of one file.
  public enum Outcome: Sendable, Hashable {
    /// It is new, or replaced what was there.
    case written
    /// The very same bytes were there already.
    case unchanged
    /// Other bytes are there that no build wrote, and they stay.
    case refused(Diagnostic)
  }

  private struct State {
    var former: Manifest
    var planned: Set<String> = []
    var foreign: Set<String> = []
    var present: Set<String> = []
    var hasBegun = false
  }

  private let root: Folder
  private let state: Mutex<State>

  private init(root: Folder, former: Manifest) {
    self.root = root
    state = Mutex(State(former: former))
  }

  /// Opens an output folder, which is made if it is not there, and keeps other builds out of it for as long as the
  /// writer is in use. What a killed build left half written is removed.
  ///
  /// - Throws: if the folder can't be made or opened, another build is writing to it, or its manifest is from another
  ///   version.
  public static func open(directory: String) throws(EnvironmentFailure) -> SiteWriter {
    let root = try Folder.open(directory)
    guard root.lock() else {
      throw EnvironmentFailure("another build is writing to \(directory); run again when it is done", path: directory)
    }
    let former = try manifest(in: root)
    if !former.isFinished {
      root.remove(Manifest.temporaryName)
      for path in former.paths.compactMap(OutputPath.init) {
        existingFolder(of: path, in: root)?.remove(path.temporaryName)
      }
    }
    return SiteWriter(root: root, former: former)
  }

  /// Announces the paths of the whole site, relative to the folder, and tells which can't be written. Nothing is
  /// changed yet.
  public func prepare(paths: [String]) -> [Diagnostic] {
    state.withLock { state in
      let survey = SiteSurvey(paths: paths, former: state.former.paths, root: root)
      state.planned = Set(paths)
      state.foreign = survey.foreign
      return survey.problems
    }
  }

  /// The announced paths at which files lie that no build wrote, in order. Such a file stays unless the site has the
  /// same bytes; to leave the folder as it was if it has not, write these first and stop at a refusal.
  public var foreignPaths: [String] { state.withLock { $0.foreign.sorted() } }

  /// Puts one file of the site in its place; the folders on the way are made. Any number of tasks may write at once.
  ///
  /// - Parameters:
  ///   - path: one of the announced paths.
  ///   - bytes: the whole file.
  /// - Throws: if the path was not announced or leads out of the folder, or the disk fails.
  @discardableResult
  public func write(_ path: String, _ bytes: [UInt8]) throws(EnvironmentFailure) -> Outcome {
    guard let place = OutputPath(path), state.withLock({ $0.planned.contains(path) }) else {
      throw EnvironmentFailure("could not write \(root.path)/\(path): it is no path of the site", path: path)
    }
    let existing = SiteWriter.existingFolder(of: place, in: root)
    if let existing, existing.entry(place.name) == .file(size: bytes.count),
      existing.bytes(of: place.name, upTo: bytes.count) == bytes
    {
      state.withLock { _ = $0.present.insert(path) }
      return .unchanged
    }
    if state.withLock({ $0.foreign.contains(path) }) {
      return .refused(SiteSurvey.foreignFile(path, in: root))
    }
    try begin()
    let folder = if let existing { existing } else { try SiteWriter.folder(of: place, in: root) }
    try folder.write(bytes, to: place.name, by: place.temporaryName)
    state.withLock { _ = $0.present.insert(path) }
    return .written
  }

  /// Ends the build: removes the files of former builds that were not announced, and folders that are empty then.
  /// Announced files that were not written stay as they were.
  ///
  /// - Returns: how many files were removed.
  /// - Throws: if the manifest can't be written.
  @discardableResult
  public func finish() throws(EnvironmentFailure) -> Int {
    let (former, planned, present) = state.withLock { ($0.former, $0.planned, $0.present) }
    let finished = Manifest(paths: planned.intersection(former.paths.union(present)))
    if former == finished, !state.withLock(\.hasBegun) { return 0 }
    try begin()
    let needed = SiteSurvey.folders(of: planned)
    let removed = former.paths.subtracting(planned).count { remove($0, keeping: needed) }
    try save(finished)
    state.withLock { state in
      state.former = finished
      state.hasBegun = false
    }
    return removed
  }
}

extension SiteWriter {
  /// Before the first change: records what is there and what may come, and clears former files out of the way of new
  /// folders, and former folders out of the way of new files.
  private func begin() throws(EnvironmentFailure) {
    try state.withLock { (state) throws(EnvironmentFailure) in
      guard !state.hasBegun else { return }
      try save(Manifest(paths: state.former.paths.union(state.planned).subtracting(state.foreign), isFinished: false))
      let needed = SiteSurvey.folders(of: state.planned)
      for path in SiteSurvey.obstructions(former: state.former.paths, planned: state.planned, folders: needed) {
        _ = remove(path, keeping: needed)
      }
      state.hasBegun = true
    }
  }

  private func save(_ manifest: Manifest) throws(EnvironmentFailure) {
    try root.write(manifest.bytes, to: Manifest.fileName, by: Manifest.temporaryName)
  }

  /// Removes a file that a former build wrote, and the folders that are empty without it, but for those that this
  /// build needs: another task may be about to write into one.
  private func remove(_ path: String, keeping needed: Set<String>) -> Bool {
    guard let place = OutputPath(path) else { return false }
    var folders = [root]
    for name in place.folders {
      guard let outer = folders.last, let folder = outer.existingFolder(name) else { return false }
      folders.append(folder)
    }
    guard folders.removeLast().remove(place.name) else { return false }
    var names = place.folders
    while let outer = folders.popLast(), let name = names.last, !needed.contains(names.joined(separator: "/")) {
      guard outer.removeEmptyFolder(name) else { break }
      names.removeLast()
    }
    return true
  }

  private static func existingFolder(of path: OutputPath, in root: Folder) -> Folder? {
    var folder = root
    for name in path.folders {
      guard let inner = folder.existingFolder(name) else { return nil }
      folder = inner
    }
    return folder
  }

  private static func folder(of path: OutputPath, in root: Folder) throws(EnvironmentFailure) -> Folder {
    var folder = root
    for name in path.folders { folder = try folder.folder(name) }
    return folder
  }

  private static func manifest(in root: Folder) throws(EnvironmentFailure) -> Manifest {
    guard let entry = root.entry(Manifest.fileName) else { return Manifest() }
    let path = "\(root.path)/\(Manifest.fileName)"
    guard case .file(let size) = entry, let bytes = root.bytes(of: Manifest.fileName, upTo: size) else {
      throw EnvironmentFailure("could not read \(path): it is not a file, or may not be read", path: path)
    }
    guard let manifest = Manifest(bytes) else {
      throw EnvironmentFailure("could not read \(path): another version of the program wrote it", path: path)
    }
    return manifest
  }
}
