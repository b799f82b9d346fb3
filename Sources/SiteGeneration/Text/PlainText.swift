/// Text without what no document may hold.
enum PlainText {
  /// The text without control characters and marks that reverse its direction; see `MarkupText`.
  static func cleaned(_ text: String) -> String {
    var text = text
    let isSpecial = MarkupText.isSpecial
    let cleaned: String? = text.withUTF8 { bytes in
      let first = bytes.indices.first { isSpecial[Int(bytes[$0])] && MarkupText.lengthToDrop(of: bytes, at: $0) > 0 }
      guard let first else { return nil }
      var kept = Array(bytes[..<first])
      var index = first
      while index < bytes.count {
        let dropped = MarkupText.lengthToDrop(of: bytes, at: index)
        if dropped == 0 { kept.append(bytes[index]) }
        index += max(dropped, 1)
      }
      return String(decoding: kept, as: UTF8.self)
    }
    return cleaned ?? text
  }
}
