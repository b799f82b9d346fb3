internal import Records

/// Anchors in a page.
enum Anchor {
  /// Returns anchors that depend only on their own texts, so that other texts don't change them: `r1f3a9c04`. A
  /// repeated anchor gets a number.
  static func digests(_ prefix: String, of texts: [String]) -> [String] {
    var uses: [String: Int] = [:]
    return texts.map { text in
      let name = prefix + Fingerprint(of: Array(text.utf8)).hexadecimal.prefix(8)
      let use = uses[name, default: 0] + 1
      uses[name] = use
      return use == 1 ? name : "\(name)-\(use)"
    }
  }

  /// Returns an anchor made of the lowercased ASCII letters and digits of the texts, with a hyphen for each run of
  /// other characters. It need not be unique; see `ReportAnchors`.
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

  /// Returns the anchor of a judgement on its report's page.
  static func judgement(_ key: String) -> String { name("j", CollectionOfOne(key)) }

  private static let hyphen = UInt8(ascii: "-")
  private static let longest = 100
}
