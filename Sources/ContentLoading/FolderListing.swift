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
    try list(below: folder, isDeep: isDeep) { extensions.contains(($0 as NSString).pathExtension.lowercased()) }
  }

  /// The files of a folder, whatever they are called, in the order of their paths, with what the file system tells of
  /// each; hidden ones are passed over. What can't be asked is left out.
  ///
  /// - Throws: if a folder can't be read.
  public static func stamped(below folder: String) throws(EnvironmentFailure) -> [StampedFile] {
    try list(below: folder) { _ in true }.compactMap { path in
      FileReader.stamp(of: path).map { StampedFile(path: path, stamp: $0) }
    }
  }

  /// A folder and those inside it, outermost first; hidden ones and those to be left out are passed over with what is
  /// in them.
  ///
  /// - Throws: if a folder can't be read.
  public static func folders(
    below folder: String, besides ignored: [String]
  ) throws(EnvironmentFailure) -> [String] {
    let ignored = ignored.compactMap { path in
      if case .folder(let identity)? = FileReader.kind(of: path) { identity } else { nil }
    }
    return try walk(folder, isDeep: true, besides: Set(ignored)) { _ in false }.folders
  }

  private static func list(
    below folder: String, isDeep: Bool = true, where isWanted: (String) -> Bool
  ) throws(EnvironmentFailure) -> [String] {
    try walk(folder, isDeep: isDeep, besides: [], where: isWanted).files.sorted()
  }

  private static func walk(
    _ folder: String, isDeep: Bool, besides ignored: Set<FileReader.Identity>, where isWanted: (String) -> Bool
  ) throws(EnvironmentFailure) -> (files: [String], folders: [String]) {
    guard case .folder(let identity)? = FileReader.kind(of: folder) else { return ([], []) }
    var files: [String] = []
    var folders: [String] = []
    var entered = ignored.union([identity])
    var waiting = [(path: folder, depth: 0)]
    while let (folder, depth) = waiting.popLast() {
      folders.append(folder)
      for name in try names(in: folder) where !name.hasPrefix(".") {
        let path = "\(folder)/\(name)"
        switch FileReader.kind(of: path) {
        case .file where isWanted(name):
          files.append(path)
        case .folder(let identity) where isDeep && depth < deepest && entered.insert(identity).inserted:
          waiting.append((path, depth + 1))
        default: continue
        }
      }
    }
    return (files, folders)
  }

  private static func names(in folder: String) throws(EnvironmentFailure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw EnvironmentFailure("could not list the folder \(folder)", path: folder)
    }
  }
}
