/// Folds characters to plain lower-case letters and digits, for URLs and for comparing names.
enum AsciiFolding {
  /// Returns the words of a text, folded to lower-case ASCII, and whether any letter or number was lost; `&` is `and`.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - keepsOtherLetters: whether letters without an ASCII form stay as they are.
  static func words(of text: String, keepsOtherLetters: Bool = false) -> (words: [String], isLossy: Bool) {
    var (words, word, isLossy) = ([String](), "", false)
    for scalar in text.lowercased().unicodeScalars where !isSilent(scalar) {
      if let letters = fold(scalar) {
        word += letters
      } else if keepsOtherLetters, scalar.properties.isAlphabetic {
        word.unicodeScalars.append(scalar)
      } else {
        isLossy = isLossy || !scalar.isASCII && isLetterOrNumber(scalar.properties)
        if !word.isEmpty { words.append(word) }
        word = ""
        if scalar == "&" { words.append("and") }
      }
    }
    if !word.isEmpty { words.append(word) }
    return (words, isLossy)
  }

  private static func isLetterOrNumber(_ properties: Unicode.Scalar.Properties) -> Bool {
    properties.isAlphabetic || properties.numericType != nil
  }

  /// Returns the ASCII letters or digits of a lower-case character: `é` is `e`, `ﬁ` is `fi`, `３` is `3`. Nil for
  /// anything that is no letter or digit, or has no Latin base.
  private static func fold(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": return String(scalar)
    case _ where scalar.isASCII: return nil
    case "ß": return "ss"
    default: break
    }
    if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
      return String(Int(value))
    }
    return latinBase(scalar)
  }

  /// Whether a character neither belongs to a word nor separates words: an apostrophe, a combining accent, a soft
  /// hyphen or another character without a width.
  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", "‘", "ʼ", "`", "´": true
    case _ where scalar.isASCII: false
    default: [.nonspacingMark, .format].contains(scalar.properties.generalCategory)
    }
  }

  /// Returns the letters before the accent, from the character's Unicode name: `LATIN SMALL LETTER E WITH ACUTE`.
  private static func latinBase(_ scalar: Unicode.Scalar) -> String? {
    guard var name = scalar.properties.name?[...] else { return nil }
    if name.hasPrefix("FULLWIDTH ") { name = name.dropFirst("FULLWIDTH ".count) }
    guard name.hasPrefix("LATIN SMALL "), let base = name.split(separator: " ").dropFirst(3).first else { return nil }
    return base.utf8.count <= 3 ? base.lowercased() : nil
  }
}
