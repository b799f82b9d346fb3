internal import ContentLoading
public import Diagnostics
internal import Synchronization

/// Writes a site into a folder so that the folder never holds half a file and never loses someone else's.
///
/// A build calls `open`, may `stage` what it makes before its plan is whole, then calls `prepare`, `commit` for what was
/// staged, `write` for every other planned path (both from as many tasks as it likes) and `finish`.
/// The files it wrote are listed in a manifest in the folder; whatever that doesn't list is left alone. A build that
/// is killed leaves whole files only, and the next one comes to the same folder as if it had never run.
public final class SiteWriter: Sendable {
  /// What became of a file.
  public enum Outcome: Sendable, Hashable {
    /// The file is new or other than it was.
    case written
    /// The same bytes were there already, and nothing was touched.
    case unchanged
  }

  private enum Phase {
    case opened
    case prepared(planned: Set<OutputPath>, isSameAsFormer: Bool, removed: Int)
    case finished
  }

  private struct State {
    var phase = Phase.opened
    var lock: BuildLock?
    /// What was put aside for its place, in that order, by the number of the file.
    var aside: [(number: Int, place: OutputPath)] = []
    var staged: Set<String> = []
    var hasAside = false
  }

  private let folder: OutputFolder
  private let former: Set<OutputPath>
  /// Whether what former builds wrote is not known although there were some.
  private let hasLostManifest: Bool
  private let state: Mutex<State>

  private init(folder: OutputFolder, former: Set<OutputPath>?, lock: BuildLock) {
    self.folder = folder
    self.former = former ?? []
    hasLostManifest = former == nil && !lock.isNew
    state = Mutex(State(lock: lock))
  }

  /// Opens a folder for one build, making it where it is missing, and removes what a killed build left half done.
  ///
  /// Throws if the folder can't be made or read, if another build is writing to it, or if its manifest is not one.
  public static func open(directory: String) throws(EnvironmentError) -> SiteWriter {
    let folder = try OutputFolder(directory)
    let lock = try BuildLock(folder)
    let bytes = try folder.attempt("read", Manifest.name) { disk throws(PosixError) in
      try disk.contents(of: Manifest.name)
    }
    var former: Set<OutputPath>?
    if let bytes {
      guard let manifest = Manifest(bytes: bytes) else {
        throw EnvironmentError(
          "\(folder.display(Manifest.name)) is no list of written files; delete \(directory) and build again",
          path: folder.display(Manifest.name))
      }
      former = manifest.paths
    }
    if lock.previousBuildWasInterrupted {
      folder.removeStagingFolder()
      var leftovers = StaleFileRemover(folder)
      try leftovers.removeTemporaries(besides: former ?? [])
    }
    return SiteWriter(folder: folder, former: former, lock: lock)
  }

  /// Takes the relative paths that are going to be written, and returns what is in their way, sorted.
  ///
  /// While there are errors nothing is changed, and nothing can be written; without any, the paths are noted in the
  /// manifest beside the previous ones, so that a build that is killed from here on can be cleaned up after. Throws if
  /// the folder can't be read, or the manifest not written.
  ///
  /// - Parameters:
  ///   - paths: the paths.
  ///   - touched: those of them that were not found to be as a former build left them; nil for all. The others need
  ///     not be looked at again.
  public func prepare(
    _ paths: [String], touched: [String]? = nil
  ) throws(EnvironmentError) -> [Diagnostic] {
    try state.withLock { state throws(EnvironmentError) in
      guard case .opened = state.phase, let lock = state.lock else { throw misuse("prepared twice") }
      var (planned, errors) = (Set<OutputPath>(minimumCapacity: paths.count), [Diagnostic]())
      for path in paths {
        do throws(OutputPath.Refusal) {
          if try planned.insert(OutputPath(path)).inserted { continue }
          errors.append(Diagnostic(.error, .pathCollision, "\(folder.display(path)) is planned twice"))
        } catch {
          errors.append(Diagnostic(.error, .pathCollision, error.message(for: path)))
        }
      }
      let isSame = planned == former
      // Only where no path is new can none of those found untouched be in the way of another.
      let touched = isSame ? touched.map { Set($0.compactMap { try? OutputPath($0) }) } : nil
      var inspector = OutputConflictChecker(folder, former: former, planned: planned, looksAt: touched ?? planned)
      try inspector.inspect()
      errors += inspector.errors
      if hasLostManifest, errors.count > SiteWriter.maxReportedCollisions {
        return errors.sorted().prefix(SiteWriter.maxReportedCollisions) + [lostManifest(errors.count)]
      }
      guard errors.isEmpty else { return errors.sorted() }

      try lock.markUnfinished()
      if !isSame, !planned.isSubset(of: former) { try writeManifest(planned.union(former)) }
      var obstacles = StaleFileRemover(folder)
      let removed = try obstacles.remove(inspector.obstacles, emptied: inspector.obstacleFolders)
      state.phase = .prepared(planned: planned, isSameAsFormer: isSame, removed: removed)
      return []
    }
  }

  /// Puts a file in its place, with the folders above it; many tasks may do so at once. Throws if the path was not
  /// among those prepared, leads out of the folder, or can't be written.
  public func write(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) -> Outcome {
    try put(path, bytes).outcome
  }

  /// Does what `write` does, and tells the file's stamp.
  func put(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) -> (outcome: Outcome, stamp: FileMetadata) {
    let place = try plannedPlace(path)
    let (isNew, stamp) = try folder.replace(place.text, beside: place.folder, with: bytes)
    return (isNew ? .written : .unchanged, stamp)
  }

  /// What the file system tells of a file; nil where there is none.
  func stamp(of path: String) -> FileMetadata? { folder.disk.stamp(of: path) }

  /// Opens a file as it lies there for reading; nil where there is none.
  func reading(_ path: String) -> PosixFile? { folder.disk.reading(path) }

  /// Puts a file aside until `commit`, unless the same bytes lie in its place; many tasks may do so at once. Nothing that
  /// a reader of the site sees is changed.
  ///
  /// Throws if the path leads out of the folder, or the disk fails.
  func stage(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) -> (outcome: Outcome, stamp: FileMetadata) {
    let place = try checked(path)
    try openAside()
    let (stamp, number) = try folder.stage(bytes, for: place.text)
    guard let number else { return (.unchanged, stamp) }
    note(number, place)
    return (.written, stamp)
  }

  /// Starts a file that is written piece by piece, aside. Throws if the path leads out of the folder, or the disk fails.
  func begin(_ path: String) throws(EnvironmentError) -> StagedFile {
    let place = try checked(path)
    try openAside()
    return try StagedFile(folder, at: place)
  }

  /// Ends a file that was written piece by piece, and keeps it for `commit` with what was staged.
  func stage(
    _ path: String, _ file: StagedFile
  ) throws(EnvironmentError) -> (stamp: FileMetadata, sha256: String) {
    let place = try checked(path)
    let (number, stamp, sha256) = try file.finish()
    if let number { note(number, place) }
    return (stamp, sha256)
  }

  private func note(_ number: Int, _ place: OutputPath) {
    state.withLock { state in
      state.aside.append((number, place))
      state.staged.insert(place.text)
    }
  }

  /// Whether a file with other bytes than the one in place is staged for a path.
  func isStaged(_ path: String) -> Bool { state.withLock { $0.staged.contains(path) } }

  /// Whether the last build into the folder was cut short.
  var previousBuildWasInterrupted: Bool { state.withLock { $0.lock?.previousBuildWasInterrupted ?? true } }

  /// Moves what was staged to its place, in the order of staging, and returns how many files that are.
  ///
  /// A folder that takes no file, or is on another disk, is found before the first is moved. Throws if a path was not
  /// among those prepared, or can't be written.
  @discardableResult
  func commit() throws(EnvironmentError) -> Int {
    let aside = state.withLock { state in
      defer { state.aside = [] }
      return state.aside
    }
    var tried: Set<OutputPath?> = []
    for (number, place) in aside {
      _ = try plannedPlace(place.text)
      guard tried.insert(place.folder).inserted else { continue }
      let trial = OutputFolder.temporary(number, in: place.folder)
      try folder.attempt("write", place.text) { disk throws(PosixError) in
        try disk.move(SiteWriter.aside(number), to: trial)
        try disk.move(trial, to: SiteWriter.aside(number))
      }
    }
    for (number, place) in aside {
      try folder.attempt("write", place.text) { disk throws(PosixError) in
        try disk.move(SiteWriter.aside(number), to: place.text)
      }
    }
    return aside.count
  }

  private static func aside(_ number: Int) -> String { OutputFolder.temporary(number, in: OutputFolder.stagingFolder) }

  /// How many collisions are told one by one where the list of former files is lost.
  private static let maxReportedCollisions = 3

  private func lostManifest(_ count: Int) -> Diagnostic {
    let manifest = folder.display(Manifest.name)
    return Diagnostic(
      .error, .pathCollision,
      "\(count) such files lie in the output folder, and \(manifest), the list of what earlier builds wrote, is gone: if "
        + "they are of an earlier build, empty \(folder.name) and build again")
  }

  private func openAside() throws(EnvironmentError) {
    try state.withLock { state throws(EnvironmentError) in
      guard let lock = state.lock, !state.hasAside else { return }
      try lock.markUnfinished()
      do throws(PosixError) {
        try folder.disk.makeFolder(OutputFolder.stagingFolder.text)
      } catch {
        guard error.isExisting else {
          throw EnvironmentError("make the folder", folder.display(OutputFolder.stagingFolder.text), errno: error.code)
        }
      }
      state.hasAside = true
    }
  }

  private func checked(_ path: String) throws(EnvironmentError) -> OutputPath {
    do {
      return try OutputPath(path)
    } catch {
      throw EnvironmentError(error.message(for: path), path: path)
    }
  }

  private func plannedPlace(_ path: String) throws(EnvironmentError) -> OutputPath {
    let place = try checked(path)
    let isPlanned = state.withLock { state in
      if case .prepared(let planned, _, _) = state.phase { planned.contains(place) } else { false }
    }
    guard isPlanned else {
      throw EnvironmentError("\(folder.display(path)) was to be written without being planned", path: path)
    }
    try folder.makeFolders(above: place)
    return place
  }

  /// Ends the build: removes the files of former builds that this one did not plan and the folders that are empty
  /// then, and notes what is left; returns how many files were removed.
  ///
  /// To be called when every planned path has been written. Throws if something can't be removed or the manifest not
  /// be written; the next build then does what is left to do.
  public func finish() throws(EnvironmentError) -> Int {
    try state.withLock { state throws(EnvironmentError) in
      guard case .prepared(let planned, let isSame, var removed) = state.phase, let lock = state.lock else {
        throw misuse("finished without being prepared")
      }
      if !isSame {
        var stale = StaleFileRemover(folder)
        removed += try stale.remove(former.subtracting(planned))
      }
      if state.hasAside { folder.removeStagingFolder() }
      if !isSame { try writeManifest(planned) }
      try lock.markFinished()
      state.phase = .finished
      return removed
    }
  }

  /// Lets go of the folder, so that another build can begin. What was staged and not put in its place is gone; what a
  /// build that did not finish left to do is done by the next.
  public func close() {
    state.withLock { state in
      if case .finished = state.phase {
      } else if state.hasAside {
        folder.removeStagingFolder()
        if case .opened = state.phase, let lock = state.lock, !lock.previousBuildWasInterrupted {
          try? lock.markFinished()
        }
      }
      state = State()
    }
  }

  private func writeManifest(_ paths: Set<OutputPath>) throws(EnvironmentError) {
    _ = try folder.replace(Manifest.name, beside: nil, with: Manifest(paths: paths).bytes)
  }

  private func misuse(_ what: String) -> EnvironmentError {
    EnvironmentError("the output folder \(folder.name) was \(what)", path: folder.name)
  }
}
