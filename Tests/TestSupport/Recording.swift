public import Foundation

/// Text that tests compare with, kept in files under `Tests/Fixtures/`.
///
/// With `SITEGEN_RECORD=1` the files are written instead, and the test that wrote them fails, so that recording can
/// never pass for testing.
public enum Recording {
  /// Whether files are to be written.
  public static var isOn: Bool { ProcessInfo.processInfo.environment["SITEGEN_RECORD"] == "1" }

  /// Returns the folder of the package, found from this file's path.
  public static func packageFolder(_ file: String = #filePath) -> URL {
    URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Returns a folder of fixtures.
  public static func fixtures(_ name: String) -> URL {
    packageFolder().appendingPathComponent("Tests/Fixtures/\(name)")
  }

  /// Returns the files below a folder by their paths there; none if there is no such folder.
  public static func files(in folder: URL) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for path in paths {
      var isFolder = ObjCBool(false)
      let file = folder.appendingPathComponent(path).path
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[path] = FileManager.default.contents(atPath: file).map { [UInt8]($0) }
    }
    return files
  }

  /// Replaces a folder's files.
  public static func record(_ files: [String: [UInt8]], in folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, bytes) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }
}
