public import Diagnostics
internal import Foundation

/// The contents of a folder and its subfolders. Hidden files and folders and editors' backups (`name~`) are skipped.
/// Links are followed, but no folder is entered twice, so that links in a circle come to an end. A folder that does not
/// exist is empty.
public struct FolderListing: Sendable {
  /// The files, in the order of their paths.
  public private(set) var files: [InputFile] = []
  /// The folder and its subfolders, outermost first.
  public private(set) var folders: [String] = []
  /// An error for each entry that can't be read: a pipe, a name that is not UTF-8, a folder too deep.
  public private(set) var problems: [Diagnostic] = []

  /// The most levels of folders that are read.
  private static let deepest = 16

  /// Lists a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder, as the user would type it.
  /// - ignored: folders in it to be left out, with their contents.
  /// - Throws: if a folder can't be read, or a link is broken: a disk that is not mounted is no reason to take its
  ///   reports off the site.
  public init(of folder: String, besides ignored: [String] = []) throws(EnvironmentError) {
    guard case .folder(let identity)? = FileReader.kind(of: folder) else { return }
    var entered: Set = [identity]
    for path in ignored {
      if case .folder(let identity)? = FileReader.kind(of: path) { entered.insert(identity) }
    }
    var waiting = [(path: folder, depth: 0)]
    while let (folder, depth) = waiting.popLast() {
      folders.append(folder)
      for name in try Self.names(in: folder) where !name.hasPrefix(".") && !name.hasSuffix("~") {
        let path = "\(folder)/\(name)"
        switch FileReader.kind(of: path) {
        case .file(let stamp): files.append(InputFile(path: path, stamp: stamp))
        case .folder(let identity):
          guard entered.insert(identity).inserted else { continue }
          guard depth < Self.deepest else {
            refuse(path, "the folder is not read: it is more than \(Self.deepest) folders deep")
            continue
          }
          waiting.append((path, depth + 1))
        case .other: refuse(path, "it is neither a file nor a folder, and is not read")
        case nil where FileReader.isLink(path):
          throw EnvironmentError("could not read \(path): it is a link to nothing")
        // The bytes of the name are lost, so the file can't be opened by it.
        case nil where name.contains("\u{FFFD}"): refuse(path, "its name is not UTF-8; rename it")
        // It was removed since it was listed.
        case nil: continue
        }
      }
    }
    files.sort { $0.path < $1.path }
  }

  /// Returns the paths of the files with one of these extensions, in order, and a problem for every other file, but for
  /// a README that explains the folder to people.
  ///
  /// - Parameters:
  ///   - folder: the folder, as the user would type it.
  /// - extensions: the extensions, lowercased and without the dot; empty for names without a dot.
  /// - isDeep: whether subfolders are read.
  /// - Throws: the errors of the listing.
  static func paths(
    in folder: String, extensions: [String], isDeep: Bool = true
  ) throws(EnvironmentError) -> (paths: [String], problems: [Diagnostic]) {
    let listing = try FolderListing(of: folder)
    let length = folder.utf8.count + 1
    var (paths, problems) = ([String](), listing.problems)
    for file in listing.files {
      let name = file.path[file.path.utf8.index(file.path.startIndex, offsetBy: length)...]
      if !isDeep, name.utf8.contains(UInt8(ascii: "/")) {
        problems.append(skipped(file, "the file is not read: it is in a folder inside \(folder)"))
      } else if extensions.contains(end(of: name).lowercased()) {
        paths.append(file.path)
      } else if !name.uppercased().hasPrefix("README.") {
        let known = extensions.filter { !$0.isEmpty }.map { ".\($0)" }.joined(separator: ", ")
        problems.append(skipped(file, "the file is not read: here names end in \(known)"))
      }
    }
    return (paths, problems)
  }

  private mutating func refuse(_ path: String, _ message: String) {
    problems.append(Diagnostic(.error, .unreadableFile, message, at: SourceLocation(path: path)))
  }

  private static func skipped(_ file: InputFile, _ message: String) -> Diagnostic {
    Diagnostic(.warning, .skippedFile, message, at: SourceLocation(path: file.path))
  }

  /// Returns the extension of a file's name, without the dot.
  private static func end(of path: Substring) -> Substring {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[$0...].dropFirst() } ?? path
    return name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[$0...].dropFirst() } ?? ""
  }

  private static func names(in folder: String) throws(EnvironmentError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw FileReader.failure(listing: folder)
    }
  }
}
