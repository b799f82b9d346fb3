internal import Diagnostics

/// What stands in the way of a site's files before any is written: other files of the site, and what lies in the
/// folder.
struct SiteSurvey {
  /// The paths at which files lie that no build wrote.
  private(set) var foreign: Set<String> = []
  /// What makes the site impossible to write as it is planned.
  private(set) var problems: [Diagnostic] = []

  /// Compares the planned paths with one another and with the folder.
  init(paths: [String], former: Set<String>, root: Folder) {
    var seen: Set<String> = []
    for path in paths {
      guard let place = OutputPath(path) else {
        problems.append(SiteSurvey.collision("“\(path)” can't be a path of the site", path))
        continue
      }
      // Many disks take `A` and `a` for the same name.
      if !seen.insert(path.lowercased()).inserted {
        problems.append(SiteSurvey.collision("two sources want the same file “\(path)”", path))
      }
      look(at: place, path, former: former, root: root)
    }
    for path in paths {
      for folder in SiteSurvey.foldersAround(path) where seen.contains(folder.lowercased()) {
        problems.append(SiteSurvey.collision("“\(folder)” would have to be a file and a folder", path))
      }
    }
  }

  private mutating func look(at place: OutputPath, _ path: String, former: Set<String>, root: Folder) {
    var folder = root
    for name in place.folders {
      switch folder.entry(name) {
      case nil: return
      case .folder: break
      default:
        let obstacle = "\(folder.path)/\(name)".dropFirst(root.path.count + 1)
        if !former.contains(String(obstacle)) {
          problems.append(
            SiteSurvey.collision("“\(obstacle)” should be a folder and is a file or a link no build wrote", path))
        }
        return
      }
      guard let inner = folder.existingFolder(name) else { return }
      folder = inner
    }
    guard let entry = folder.entry(place.name), !former.contains(path) else { return }
    if case .file = entry {
      foreign.insert(path)
    } else if entry == .other {
      problems.append(SiteSurvey.foreignFile(path, in: root))
    } else if !former.contains(where: { $0.hasPrefix(path + "/") }) {
      problems.append(SiteSurvey.collision("“\(path)” should be a file and is a folder no build made", path))
    }
  }

  /// The files of former builds where a folder must come, or inside a folder where a file must come.
  static func obstructions(former: Set<String>, planned: Set<String>, folders: Set<String>) -> [String] {
    former.subtracting(planned).filter { path in
      folders.contains(path) || foldersAround(path).contains(where: planned.contains)
    }
  }

  /// The folders that some files need.
  static func folders(of paths: Set<String>) -> Set<String> { Set(paths.flatMap(foldersAround)) }

  /// The problem with a file that would have to be replaced and may not be.
  static func foreignFile(_ path: String, in root: Folder) -> Diagnostic {
    collision("a file lies at “\(path)” that no build wrote; move it away, or remove it to have it replaced", path)
  }

  /// `a` and `a/b` for `a/b/c.html`.
  private static func foldersAround(_ path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }

  private static func collision(_ message: String, _ path: String) -> Diagnostic {
    Diagnostic(.error, .pathCollision, message, at: SourceLocation(path: path))
  }
}
