public import Diagnostics
internal import Foundation

/// Lists what is in a folder.
public enum FolderListing {
  /// No folder of content is nested deeper.
  private static let deepest = 16

  /// The paths of a folder's files with one of some extensions, in order. Hidden files and folders are passed over.
  /// Links are followed, but no folder is entered twice, so that links in a circle come to an end. A folder that is
  /// not there has no files.
  ///
  /// - Parameters:
  ///   - folder: the folder, as the user would type it.
  ///   - extensions: the ends of the names, in lower case without the dot.
  ///   - isDeep: whether folders inside are looked into.
  /// - Throws: if a folder can't be read.
  static func files(
    below folder: String, extensions: Set<String>, isDeep: Bool = true
  ) throws(EnvironmentFailure) -> [String] {
    try walk(folder, isDeep: isDeep) { extensions.contains(end(of: $0).lowercased()) }.files.map(\.path)
  }

  /// The files of a folder, whatever they are called, in the order of their paths, with what the file system tells of
  /// each; hidden ones are passed over, and what can't be asked.
  ///
  /// - Parameters:
  ///   - folder: the folder, as the user would type it.
  ///   - ignored: folders in it to be left out, with what is in them.
  /// - Throws: if a folder can't be read.
  public static func stamped(
    below folder: String, besides ignored: [String] = []
  ) throws(EnvironmentFailure) -> [StampedFile] {
    try walk(folder, besides: ignored) { _ in true }.files
  }

  /// A folder and those inside it, outermost first; hidden ones and those to be left out are passed over with what is
  /// in them.
  ///
  /// - Throws: if a folder can't be read.
  public static func folders(
    below folder: String, besides ignored: [String]
  ) throws(EnvironmentFailure) -> [String] {
    try walk(folder, besides: ignored) { _ in false }.folders
  }

  /// The wanted files in the order of their paths, and the folders, outermost first.
  private static func walk(
    _ folder: String, isDeep: Bool = true, besides ignored: [String] = [], where isWanted: (String) -> Bool
  ) throws(EnvironmentFailure) -> (files: [StampedFile], folders: [String]) {
    guard case .folder(let identity)? = FileReader.kind(of: folder) else { return ([], []) }
    var files: [StampedFile] = []
    var folders: [String] = []
    var entered: Set = [identity]
    for path in ignored {
      if case .folder(let identity)? = FileReader.kind(of: path) { entered.insert(identity) }
    }
    var waiting = [(path: folder, depth: 0)]
    while let (folder, depth) = waiting.popLast() {
      folders.append(folder)
      for name in try names(in: folder) where !name.hasPrefix(".") {
        let path = "\(folder)/\(name)"
        switch FileReader.kind(of: path) {
        case .file(let stamp) where isWanted(name):
          files.append(StampedFile(path: path, stamp: stamp))
        case .folder(let identity) where isDeep && depth < deepest && entered.insert(identity).inserted:
          waiting.append((path, depth + 1))
        // A link to nothing, as to a disk that is not there, is no reason to take a report off the site.
        case nil where isWanted(name) && (try? FileManager.default.attributesOfItem(atPath: path)) != nil:
          throw EnvironmentFailure("could not read \(path): it is a link to nothing", path: path)
        default: continue
        }
      }
    }
    return (files.sorted { $0.path < $1.path }, folders)
  }

  /// What stands behind the last dot of a name.
  private static func end(of name: String) -> Substring {
    name.utf8.lastIndex(of: 0x2E).map { name[name.utf8.index(after: $0)...] } ?? ""
  }

  private static func names(in folder: String) throws(EnvironmentFailure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw EnvironmentFailure("could not list the folder \(folder)", path: folder)
    }
  }
}
