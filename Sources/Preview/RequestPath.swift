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
    guard text.utf8.first == UInt8(ascii: "/"), let bytes = RequestPath.decoded(text.utf8.dropFirst()) else {
      return nil
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }),
      let path = String(validating: bytes, as: UTF8.self)
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

  /// The bytes that percent signs stand for; nil where one stands for none, or hides a slash.
  private static func decoded(_ text: Substring.UTF8View) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(value(ofHexadecimal:)),
        let low = rest.popFirst().flatMap(value(ofHexadecimal:))
      else { return nil }
      let hidden = high << 4 | low
      guard hidden != UInt8(ascii: "/") else { return nil }
      bytes.append(hidden)
    }
    return bytes
  }

  private static func value(ofHexadecimal byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
