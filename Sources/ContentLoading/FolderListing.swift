internal import Diagnostics
internal import Foundation

/// Lists the files of a folder.
enum FolderListing {
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
  static func stamped(below folder: String) throws(EnvironmentFailure) -> [StampedFile] {
    try list(below: folder) { _ in true }.compactMap { path in
      FileReader.stamp(of: path).map { StampedFile(path: path, stamp: $0) }
    }
  }

  private static func list(
    below folder: String, isDeep: Bool = true, where isWanted: (String) -> Bool
  ) throws(EnvironmentFailure) -> [String] {
    guard case .folder(let identity)? = FileReader.kind(of: folder) else { return [] }
    var files: [String] = []
    var entered: Set<FileReader.Identity> = [identity]
    var waiting = [(path: folder, depth: 0)]
    while let (folder, depth) = waiting.popLast() {
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
    return files.sorted()
  }

  private static func names(in folder: String) throws(EnvironmentFailure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw EnvironmentFailure("could not list the folder \(folder)", path: folder)
    }
  }
}
