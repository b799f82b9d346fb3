/// Makes a path component of a URL from any name.
///
/// A slug becomes the name of a folder, so it holds only `a` to `z`, digits and single hyphens between them, is never
/// empty, and is never a device name reserved by Windows.
public enum Slug {
  /// The longest slug, in bytes (which are characters here).
  public static let longest = 80

  /// Returns the slug of a text: `Bath & North East Somerset` gives `bath-and-north-east-somerset`.
  ///
  /// Letters of other scripts are left out. A slug that is too long or lost a letter gets a fingerprint at its end, so
  /// that two names never share a slug only because of what was left out.
  public static func make(from text: String) -> String {
    var (words, isLossy) = AsciiFolding.words(of: text)
    var length = 0
    let fitting = words.prefix { word in
      length += word.utf8.count + 1
      return length <= longest - 9
    }
    if fitting.count < words.count {
      words = Array(fitting)
      isLossy = true
    }
    if words.isEmpty { words = ["unnamed"] }
    if isLossy { words.append(fingerprint(of: text)) }
    let slug = words.joined(separator: "-")
    return isDeviceName(slug) ? slug + "-name" : slug
  }

  /// Whether a text is a slug that `make` could return.
  public static func isWellFormed(_ text: String) -> Bool {
    let count = text.utf8.count
    guard count > 0, count <= longest, count > 4 || !isDeviceName(text) else { return false }
    // Hyphens are allowed only between words.
    var isInWord = false
    for byte in text.utf8 {
      if byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 {
        isInWord = true
      } else {
        guard byte == UInt8(ascii: "-"), isInWord else { return false }
        isInWord = false
      }
    }
    return isInWord
  }

  /// Returns eight hexadecimal digits that identify the text (FNV-1a): the same on every machine and in every run.
  private static func fingerprint(of text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func isDeviceName(_ slug: String) -> Bool {
    if ["con", "prn", "aux", "nul"].contains(slug) { return true }
    guard slug.utf8.count == 4, slug.hasPrefix("com") || slug.hasPrefix("lpt") else { return false }
    return slug.last?.isNumber ?? false
  }
}
