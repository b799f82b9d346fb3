internal import Diagnostics

/// A file of the content that is published unchanged: a picture on a page of the publisher's own, a `CNAME`.
public struct StaticFile: Sendable, Hashable {
  /// The path on the site: its path below `static/`.
  public let path: String
  /// The file, as the user would type it.
  public let source: String
  /// The contents.
  public let bytes: [UInt8]

  /// Returns the files in a folder and its subfolders, and a problem for each that can't be read.
  static func all(in folder: String) throws(EnvironmentError) -> (files: [StaticFile], problems: [Diagnostic]) {
    let listing = try FolderListing(of: folder)
    var (files, problems) = ([StaticFile](), listing.problems)
    for source in listing.files.map(\.path) {
      let path = String(source.dropFirst(folder.count + 1))
      switch try FileReader.read(source, allowsEmpty: true) {
      case .bytes(let bytes): files.append(StaticFile(path: path, source: source, bytes: bytes))
      case .problem(let problem): problems.append(problem)
      }
    }
    return (files, problems)
  }
}
