/// Names of places on a page.
enum Anchor {
  /// A name from any text: its ASCII letters, in lower case, and digits, with a hyphen for all that stands between
  /// them. It need not be unique; see `ReportOutline`.
  static func name(_ prefix: String, _ texts: some Sequence<String>) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(longest + 8)
    name.append(raw: prefix)
    for text in texts {
      if let last = name.last, last != hyphen { name.append(hyphen) }
      for byte in text.utf8 {
        guard name.count < longest else { break }
        switch byte {
        case 0x61...0x7A, 0x30...0x39: name.append(byte)
        case 0x41...0x5A: name.append(byte | 0x20)
        default: if let last = name.last, last != hyphen { name.append(hyphen) }
        }
      }
    }
    if name.last == hyphen { name.removeLast() }
    return String(decoding: name, as: UTF8.self)
  }

  private static let hyphen = UInt8(ascii: "-")
  private static let longest = 100
}
