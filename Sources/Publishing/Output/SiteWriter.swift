internal import ContentLoading
public import Diagnostics
internal import Synchronization

/// Writes a site into a folder so that the folder never holds half a file and never loses someone else's.
///
/// A build calls `open`, may `stage` files before its plan is complete, then calls `prepare`, `commit` for the staged
/// files, `write` for every other planned path, and `finish`. `stage` and `write` may be called concurrently.
/// The files it wrote are listed in a manifest in the folder; files that are not listed are left alone. A killed build
/// leaves whole files only, and the next one gives the same folder as if it had never run.
public final class SiteWriter: Sendable {
  /// The outcome of writing a file.
  public enum Outcome: Sendable, Hashable {
    /// The file is new or has changed.
    case written
    /// The same bytes were there already, and the file was not touched.
    case unchanged
  }

  private enum Phase {
    case opened
    case prepared(planned: Set<OutputPath>, isSameAsPrevious: Bool, removed: Int)
    case finished
  }

  private struct State {
    var phase = Phase.opened
    var lock: BuildLock?
    /// The moves for `commit`, in the order of staging: the number of the staged file, and its destination.
    var moves: [(number: Int, place: OutputPath)] = []
    var staged: Set<String> = []
    var hasStagingFolder = false
  }

  private let folder: OutputFolder
  private let previous: Set<OutputPath>
  /// Whether the list of earlier outputs is missing although there were earlier builds.
  private let hasLostManifest: Bool
  private let state: Mutex<State>

  private init(folder: OutputFolder, previous: Set<OutputPath>?, lock: BuildLock) {
    self.folder = folder
    self.previous = previous ?? []
    hasLostManifest = previous == nil && !lock.isNew
    state = Mutex(State(lock: lock))
  }

  /// Opens a folder for one build, creating it if it is missing, and removes what a killed build left unfinished.
  ///
  /// - Throws: if the folder can't be made or read, another build is writing to it, or its manifest is damaged.
  public static func open(directory: String) throws(EnvironmentError) -> SiteWriter {
    let folder = try OutputFolder(directory)
    let lock = try BuildLock(folder)
    let bytes = try folder.attempt("read", Manifest.name) { disk throws(PosixError) in
      try disk.contents(of: Manifest.name)
    }
    var previous: Set<OutputPath>?
    if let bytes {
      guard let manifest = Manifest(bytes: bytes) else {
        throw EnvironmentError(
          "\(folder.display(Manifest.name)) is no list of written files; delete \(directory) and build again")
      }
      previous = manifest.paths
    }
    if lock.previousBuildWasInterrupted {
      folder.removeStagingFolder()
      try folder.removeTemporaries(besides: previous ?? [])
    }
    return SiteWriter(folder: folder, previous: previous, lock: lock)
  }

  /// Checks the planned outputs for conflicts; if there are none, adds them to the manifest, so that the next build
  /// can clean up after one that was killed, and removes earlier outputs that are in their way.
  ///
  /// - Parameters:
  ///   - paths: the relative paths of all planned outputs.
  ///   - changed: the paths that must be checked on the disk again; nil for all.
  /// - Returns: the conflicts, sorted; if there are any, nothing was changed, and nothing can be written.
  /// - Throws: if the folder can't be read or the manifest can't be written.
  public func prepare(
    _ paths: [String], changed: [String]? = nil
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
      let isSame = planned == previous
      // A new path could conflict with any other, so that then all are checked.
      let changed = isSame ? changed.map { Set($0.compactMap { try? OutputPath($0) }) } : nil
      var inspector = OutputConflictChecker(folder, previous: previous, planned: planned, looksAt: changed ?? planned)
      try inspector.inspect()
      errors += inspector.errors
      if hasLostManifest, errors.count > SiteWriter.maxReportedCollisions {
        return errors.sorted().prefix(SiteWriter.maxReportedCollisions) + [lostManifest(errors.count)]
      }
      guard errors.isEmpty else { return errors.sorted() }

      try lock.markUnfinished()
      if !isSame, !planned.isSubset(of: previous) { try writeManifest(planned.union(previous)) }
      let removed = try folder.remove(inspector.obstacles, emptied: inspector.obstacleFolders)
      state.phase = .prepared(planned: planned, isSameAsPrevious: isSame, removed: removed)
      return []
    }
  }

  /// Writes a file to its destination, and creates the folders above it. Safe to call concurrently.
  ///
  /// - Throws: if the path was not prepared, leads out of the folder, or can't be written.
  public func write(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) -> Outcome {
    let place = try plannedPlace(path)
    return try folder.replace(place.text, beside: place.folder, with: bytes).isNew ? .written : .unchanged
  }

  /// Returns the metadata of a file; nil if there is none.
  func stamp(of path: String) -> FileMetadata? { folder.disk.stamp(of: path) }

  /// Opens the file that is now at a path for reading; nil if there is none.
  func reading(_ path: String) -> PosixFile? { folder.disk.reading(path) }

  /// Stages a file until `commit`, unless its destination has the same bytes already. Readers of the site see no
  /// change. Safe to call concurrently.
  ///
  /// - Throws: if the path leads out of the folder, or the disk fails.
  func stage(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) -> (outcome: Outcome, stamp: FileMetadata) {
    let place = try checked(path)
    try openStagingFolder()
    let (stamp, number) = try folder.stage(bytes, for: place.text)
    guard let number else { return (.unchanged, stamp) }
    note(number, place)
    return (.written, stamp)
  }

  /// Creates a staged file that is written in chunks. Throws if the path leads out of the folder, or the disk fails.
  func begin(_ path: String) throws(EnvironmentError) -> StagedFile {
    let place = try checked(path)
    try openStagingFolder()
    return try StagedFile(folder, at: place)
  }

  /// Finishes a file that was written in chunks, and keeps it staged for `commit`.
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
      state.moves.append((number, place))
      state.staged.insert(place.text)
    }
  }

  /// Whether a file is staged for a path, with other bytes than the current one.
  func isStaged(_ path: String) -> Bool { state.withLock { $0.staged.contains(path) } }

  /// Whether the previous build into the folder was interrupted.
  var previousBuildWasInterrupted: Bool { state.withLock { $0.lock?.previousBuildWasInterrupted ?? true } }

  /// Moves the staged files to their destinations, in the order of staging. A folder that takes no file, or is on
  /// another disk, is found before the first is moved.
  ///
  /// - Returns: the number of files that were moved.
  /// - Throws: if a path was not prepared, or can't be written.
  @discardableResult
  func commit() throws(EnvironmentError) -> Int {
    let moves = state.withLock { state in
      defer { state.moves = [] }
      return state.moves
    }
    var tried: Set<OutputPath?> = []
    for (number, place) in moves {
      _ = try plannedPlace(place.text)
      guard tried.insert(place.folder).inserted else { continue }
      let trial = OutputFolder.temporary(number, in: place.folder)
      try folder.attempt("write", place.text) { disk throws(PosixError) in
        try disk.move(SiteWriter.stagedFile(number), to: trial)
        try disk.move(trial, to: SiteWriter.stagedFile(number))
      }
    }
    for (number, place) in moves {
      try folder.attempt("write", place.text) { disk throws(PosixError) in
        try disk.move(SiteWriter.stagedFile(number), to: place.text)
      }
    }
    return moves.count
  }

  private static func stagedFile(_ number: Int) -> String {
    OutputFolder.temporary(number, in: OutputFolder.stagingFolder)
  }

  /// The most collisions that are reported one by one if the list of previous files is lost.
  private static let maxReportedCollisions = 3

  private func lostManifest(_ count: Int) -> Diagnostic {
    let manifest = folder.display(Manifest.name)
    return Diagnostic(
      .error, .pathCollision,
      "\(count) such files are in the output folder, and \(manifest), the list of what earlier builds wrote, is gone: if "
        + "they are of an earlier build, empty \(folder.name) and build again")
  }

  private func openStagingFolder() throws(EnvironmentError) {
    try state.withLock { state throws(EnvironmentError) in
      guard let lock = state.lock, !state.hasStagingFolder else { return }
      try lock.markUnfinished()
      try folder.makeFolder(OutputFolder.stagingFolder)
      state.hasStagingFolder = true
    }
  }

  private func checked(_ path: String) throws(EnvironmentError) -> OutputPath {
    do {
      return try OutputPath(path)
    } catch {
      throw EnvironmentError(error.message(for: path))
    }
  }

  private func plannedPlace(_ path: String) throws(EnvironmentError) -> OutputPath {
    let place = try checked(path)
    let isPlanned = state.withLock { state in
      if case .prepared(let planned, _, _) = state.phase { planned.contains(place) } else { false }
    }
    guard isPlanned else {
      throw EnvironmentError("\(folder.display(path)) was to be written without being planned")
    }
    try folder.makeFolders(above: place)
    return place
  }

  /// Ends the build: removes earlier outputs that were not planned and folders that become empty, and updates the
  /// manifest. To be called when every planned path has been written.
  ///
  /// - Returns: the number of removed files.
  /// - Throws: if a file can't be removed or written; the next build then completes the work.
  public func finish() throws(EnvironmentError) -> Int {
    try state.withLock { state throws(EnvironmentError) in
      guard case .prepared(let planned, let isSame, var removed) = state.phase, let lock = state.lock else {
        throw misuse("finished without being prepared")
      }
      if !isSame { removed += try folder.remove(previous.subtracting(planned)) }
      if state.hasStagingFolder { folder.removeStagingFolder() }
      if !isSame { try writeManifest(planned) }
      try lock.markFinished()
      state.phase = .finished
      return removed
    }
  }

  /// Releases the folder, so that another build can begin. Staged files that were not committed are removed; the next
  /// build completes an unfinished one.
  public func close() {
    state.withLock { state in
      if case .finished = state.phase {
      } else if state.hasStagingFolder {
        folder.removeStagingFolder()
        if case .opened = state.phase, state.lock?.previousBuildWasInterrupted == false {
          try? state.lock?.markFinished()
        }
      }
      state = State()
    }
  }

  private func writeManifest(_ paths: Set<OutputPath>) throws(EnvironmentError) {
    _ = try folder.replace(Manifest.name, beside: nil, with: Manifest(paths: paths).bytes)
  }

  private func misuse(_ what: String) -> EnvironmentError {
    EnvironmentError("the output folder \(folder.name) was \(what)")
  }
}
