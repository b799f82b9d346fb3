internal import Foundation

/// The path that a request asks for, known to lie in the site's folder as far as its text can tell.
struct RequestPath: Sendable, Hashable {
  /// The names it is made of, outermost first; none for the front page.
  let components: [String]
  /// Whether it ends in a slash, as a folder's does.
  let isFolder: Bool

  /// Takes a path as it stands in a request, percent signs and all; nil where it could mean anything but a file below
  /// the folder: it climbs (`..`, however it is written), it holds a backslash, a control character or a slash in
  /// disguise, it is not UTF-8, or it names one of the program's own files.
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
