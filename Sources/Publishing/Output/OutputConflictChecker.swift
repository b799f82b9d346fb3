internal import Diagnostics

/// Compares the planned outputs with the contents of the output folder; changes nothing.
struct OutputConflictChecker {
  /// The conflicts that stop the build, mostly someone else's files at planned paths.
  private(set) var errors: [Diagnostic] = []
  /// Files of a previous build where a folder must be, or in a folder where a file must be.
  private(set) var obstacles: Set<OutputPath> = []
  /// Folders of a previous build where a file must be.
  private(set) var obstacleFolders: Set<OutputPath> = []

  private let folder: OutputFolder
  private let previous: Set<OutputPath>
  private let planned: Set<OutputPath>
  private let looksAt: Set<OutputPath>
  /// Whether a path is a folder, as `isThere` found it.
  private var known: [OutputPath: Bool] = [:]
  private lazy var previousFolders = previous.reduce(into: Set<OutputPath>()) { $0.formUnion($1.folders) }

  /// Creates a checker for the paths of a plan; `previous` are the outputs of a previous build, `looksAt` the planned
  /// paths that must be checked on the disk.
  init(_ folder: OutputFolder, previous: Set<OutputPath>, planned: Set<OutputPath>, looksAt: Set<OutputPath>) {
    self.folder = folder
    self.previous = previous
    self.planned = planned
    self.looksAt = looksAt
  }

  /// Checks the paths.
  mutating func inspect() throws(EnvironmentError) {
    for path in looksAt {
      if let parent = path.folder {
        let isThere = try isThere(parent)
        if planned.contains(parent) {
          report("\(folder.display(parent.text)) is to be both a file and a folder, for \(path.text)")
        }
        guard isThere else { continue }
      }
      switch try folder.kind(of: path) {
      case .missing: break
      case .file where previous.contains(path): break
      case .folder where try isOwn(path): break
      case .folder:
        report("\(folder.display(path.text)) is a folder that this program did not make, where a file is to be written")
      case .file, .other: reportForeign(path)
      }
    }
  }

  /// Whether a path and every path above it are folders; notes what is in their way.
  private mutating func isThere(_ path: OutputPath) throws(EnvironmentError) -> Bool {
    if let known = known[path] { return known }
    var isThere = true
    if let parent = path.folder { isThere = try self.isThere(parent) }
    if isThere {
      let kind = try folder.kind(of: path)
      isThere = kind == .folder
      switch kind {
      case .folder, .missing: break
      case .file where previous.contains(path): obstacles.insert(path)
      case .file: reportForeign(path)
      case .other:
        report("\(folder.display(path.text)) is a link or a special file, and nothing is written through it")
      }
    }
    known[path] = isThere
    return isThere
  }

  /// Whether a folder has only files of a previous build, which are then obstacles.
  private mutating func isOwn(_ path: OutputPath) throws(EnvironmentError) -> Bool {
    guard previousFolders.contains(path) else { return false }
    let names = try folder.names(in: path)
    obstacleFolders.insert(path)
    for name in names {
      let place = OutputPath.inside(path, name)
      switch try folder.kind(of: place) {
      case .file where previous.contains(place): obstacles.insert(place)
      case .folder where try isOwn(place): break
      default: return false
      }
    }
    return true
  }

  private mutating func reportForeign(_ path: OutputPath) {
    report("\(folder.display(path.text)) is in the output folder and was not written by this program")
  }

  private mutating func report(_ message: String) {
    errors.append(Diagnostic(.error, .pathCollision, message))
  }
}
