internal import Fingerprinting

/// Names of places on a page.
enum Anchor {
  /// Names that tell only what is at each place, so that nothing before or after it changes them: `r1f3a9c04`. Where two
  /// would be the same, the later is numbered.
  static func digests(_ prefix: String, of texts: [String]) -> [String] {
    var uses: [String: Int] = [:]
    return texts.map { text in
      let name = prefix + Fingerprint(of: Array(text.utf8)).hexadecimal.prefix(8)
      let use = uses[name, default: 0] + 1
      uses[name] = use
      return use == 1 ? name : "\(name)-\(use)"
    }
  }

  /// A name from any text: its ASCII letters, in lower case, and digits, with a hyphen for all that stands between
  /// them. It need not be unique; see `ReportAnchors`.
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
