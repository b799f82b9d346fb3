/// Folds characters to plain lower-case letters and digits, for URLs and for comparing names.
enum AsciiFolding {
  /// Returns the ASCII letters or digits of a lower-case character: `é` is `e`, `ﬁ` is `fi`, `３` is `3`. Nil for
  /// anything that is no letter or digit, or has no Latin base.
  static func fold(_ scalar: Unicode.Scalar) -> String? {
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
  static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
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
