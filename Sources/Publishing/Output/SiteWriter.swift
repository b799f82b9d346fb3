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
    case prepared(planned: Set<OutputPath>, isSameAsPrevious: Bool, removed: Int)
    case finished
  }

  private struct State {
    var phase = Phase.opened
    var lock: BuildLock?
    /// What `commit` has to move, in the order of staging: the number of the staged file, and its path.
    var moves: [(number: Int, place: OutputPath)] = []
    var staged: Set<String> = []
    var hasStagingFolder = false
  }

  private let folder: OutputFolder
  private let previous: Set<OutputPath>
  /// Whether what previous builds wrote is not known although there were some.
  private let hasLostManifest: Bool
  private let state: Mutex<State>

  private init(folder: OutputFolder, previous: Set<OutputPath>?, lock: BuildLock) {
    self.folder = folder
    self.previous = previous ?? []
    hasLostManifest = previous == nil && !lock.isNew
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
    var previous: Set<OutputPath>?
    if let bytes {
      guard let manifest = Manifest(bytes: bytes) else {
        throw EnvironmentError(
          "\(folder.display(Manifest.name)) is no list of written files; delete \(directory) and build again",
          path: folder.display(Manifest.name))
      }
      previous = manifest.paths
    }
    if lock.previousBuildWasInterrupted {
      folder.removeStagingFolder()
      var leftovers = StaleFileRemover(folder)
      try leftovers.removeTemporaries(besides: previous ?? [])
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
      // A new path could be in the way of any other, so that then all are checked.
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
      var obstacles = StaleFileRemover(folder)
      let removed = try obstacles.remove(inspector.obstacles, emptied: inspector.obstacleFolders)
      state.phase = .prepared(planned: planned, isSameAsPrevious: isSame, removed: removed)
      return []
    }
  }

  /// Writes a file to its place, with the folders above it. Many tasks may do so at once.
  ///
  /// - Throws: if the path was not prepared, leads out of the folder, or can't be written.
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

  /// Stages a file until `commit`, unless its place has the same bytes already; many tasks may do so at once. Nothing that
  /// a reader of the site sees is changed.
  ///
  /// Throws if the path leads out of the folder, or the disk fails.
  func stage(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) -> (outcome: Outcome, stamp: FileMetadata) {
    let place = try checked(path)
    try openStagingFolder()
    let (stamp, number) = try folder.stage(bytes, for: place.text)
    guard let number else { return (.unchanged, stamp) }
    note(number, place)
    return (.written, stamp)
  }

  /// Creates a staged file that is written piece by piece. Throws if the path leads out of the folder, or the disk fails.
  func begin(_ path: String) throws(EnvironmentError) -> StagedFile {
    let place = try checked(path)
    try openStagingFolder()
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
      state.moves.append((number, place))
      state.staged.insert(place.text)
    }
  }

  /// Whether a file with other bytes than the one in place is staged for a path.
  func isStaged(_ path: String) -> Bool { state.withLock { $0.staged.contains(path) } }

  /// Whether the last build into the folder was cut short.
  var previousBuildWasInterrupted: Bool { state.withLock { $0.lock?.previousBuildWasInterrupted ?? true } }

  /// Moves the staged files to their places, in the order of staging. A folder that takes no file, or is on another
  /// disk, is found before the first is moved.
  ///
  /// - Returns: how many files were moved.
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

  /// How many collisions are reported one by one where the list of previous files is lost.
  private static let maxReportedCollisions = 3

  private func lostManifest(_ count: Int) -> Diagnostic {
    let manifest = folder.display(Manifest.name)
    return Diagnostic(
      .error, .pathCollision,
      "\(count) such files lie in the output folder, and \(manifest), the list of what earlier builds wrote, is gone: if "
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

  /// Ends the build: removes the files of previous builds that this one did not plan and the folders that are empty
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
        removed += try stale.remove(previous.subtracting(planned))
      }
      if state.hasStagingFolder { folder.removeStagingFolder() }
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
    EnvironmentError("the output folder \(folder.name) was \(what)", path: folder.name)
  }
}
