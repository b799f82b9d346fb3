/// The path of a file inside the output folder: names with `/` between them, none of which can lead out of it.
struct OutputPath: Sendable, Hashable {
  /// The names of the folders on the way, outermost first.
  let folders: [String]
  /// The name of the file.
  let name: String

  /// Takes a path, or nil if it is absolute, has an empty name, `.` or `..`, a character that has no place in an
  /// address, a name that the writer keeps for itself, or one too long for a disk.
  init?(_ path: String) {
    var names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard names.allSatisfy(OutputPath.isSafe), path.utf8.count <= 1000 else { return nil }
    name = names.removeLast()
    folders = names
  }

  /// The name under which the file is written before it takes its place; a killed build may leave one behind.
  var temporaryName: String { OutputPath.temporaryPrefix + name }

  /// How the names begin that the writer keeps for itself.
  static let reservedPrefix = ".sitegen-"
  private static let temporaryPrefix = ".sitegen-partial-"

  private static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && name.utf8.count <= 200 && !name.hasPrefix(reservedPrefix)
      && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
  }
}
