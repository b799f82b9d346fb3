internal import Foundation

/// A separate folder for one test, removed with the value.
public final class TemporaryFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Creates an empty folder.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "sitegen-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Returns the path of a file or folder inside.
  public func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and creates its parent folders.
  public func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  /// Writes a file of any bytes, and creates its parent folders.
  public func write(_ name: String, bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Returns the text of a file, or nil if there is none.
  public func read(_ name: String) -> String? { TemporaryFolder.text(of: path(name)) }

  /// Returns the text of a file anywhere, or nil if there is none.
  public static func text(of path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Creates a link to a target.
  public func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  /// Returns the paths of everything below, folders with a slash at their end, in order.
  public func listing() -> [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.map { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder)
      return exists && isFolder.boolValue ? name + "/" : name
    }
    .sorted()
  }
}

/// The folder of the package, for tests of what ships with it.
public let packageFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path
