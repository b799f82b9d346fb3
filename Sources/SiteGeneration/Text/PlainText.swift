internal import Diagnostics

/// Removes characters that are not allowed in a document from text.
enum PlainText {
  /// Returns the text without invisible characters; see `MarkupText`.
  static func cleaned(_ text: String) -> String {
    var text = text
    let cleaned: String? = text.withUTF8 { bytes in
      guard let first = firstToDrop(in: bytes) else { return nil }
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

  private static func firstToDrop(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    MarkupText.isSpecial.withUnsafeBufferPointer { isSpecial in
      var index = bytes.endOfPlain(from: 0)
      while index < bytes.count {
        if isSpecial[Int(bytes[index])], MarkupText.lengthToDrop(of: bytes, at: index) > 0 { return index }
        index = bytes.endOfPlain(from: index + 1)
      }
      return nil
    }
  }
}
