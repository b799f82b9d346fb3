internal import Foundation

/// The path of a request, whose text can't lead out of the site's folder.
struct RequestPath: Sendable, Hashable {
  /// The names of the path, outermost first; empty for the home page.
  let components: [String]
  /// Whether it ends in a slash, as a folder's path does.
  let isFolder: Bool

  /// Parses a path from a request, with its percent signs; nil if it could be anything but a file below the folder: it
  /// climbs (`..`, however it is written), has a backslash, a control character or an encoded slash, is not UTF-8, or
  /// names one of the program's own files.
  init?(_ text: String) {
    guard text.hasPrefix("/"), !text.lowercased().contains("%2f"),
      let path = text.dropFirst().removingPercentEncoding,
      path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    var components = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    isFolder = components.last == ""
    if isFolder { components.removeLast() }
    for name in components where name.isEmpty || name == "." || name == ".." || name.hasPrefix(".sitegen") {
      return nil
    }
    self.components = components
  }

  /// The path below the folder: `authorities/bexley/index.html`.
  var text: String { components.joined(separator: "/") }
}
