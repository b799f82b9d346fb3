/// Characters brought to plain lower-case letters and digits, for addresses and for comparing names.
enum AsciiFolding {
  /// The ASCII letters or digits of a lower-case character: `é` is `e`, `ﬁ` is `fi`, `３` is `3`. Nil for anything
  /// that is no letter or digit, or has no Latin base.
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

  /// Characters that neither belong to a word nor part it: apostrophes, accents of their own, soft hyphens and other
  /// characters without a width.
  static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", "‘", "ʼ", "`", "´": true
    case _ where scalar.isASCII: false
    default: [.nonspacingMark, .format].contains(scalar.properties.generalCategory)
    }
  }

  /// The letters before the accent, from the character's name: `LATIN SMALL LETTER E WITH ACUTE`.
  private static func latinBase(_ scalar: Unicode.Scalar) -> String? {
    guard var name = scalar.properties.name?[...] else { return nil }
    if name.hasPrefix("FULLWIDTH ") { name = name.dropFirst("FULLWIDTH ".count) }
    guard name.hasPrefix("LATIN SMALL "), let base = name.split(separator: " ").dropFirst(3).first else { return nil }
    return base.utf8.count <= 3 ? base.lowercased() : nil
  }
}
