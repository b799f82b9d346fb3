/// A printed name of an authority, in the forms by which names are compared.
///
/// Ignores case, punctuation, spacing and the kind of quotation mark; `&` equals `and`, and `the` is left out.
struct AuthorityName: Sendable, Hashable {
  /// The whole name: `dorset county council`.
  let full: String
  /// The name without the words that say what kind of body it is: `dorset`.
  let bare: String
  /// The kinds of body that the name states.
  let kinds: Set<Kind>
  /// Whether the name says that the body is a borough of London.
  let isLondonBorough: Bool

  /// A kind of body; a name that states the wrong kind means another body.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case city
    case county
  }

  /// Whether the name states no kind of body, so that any body of this name may be meant.
  var isBare: Bool { full == bare }

  init(_ printed: String) {
    let words = AuthorityName.words(of: printed)
    let place = AuthorityName.place(in: words)
    full = words.joined(separator: " ")
    bare = place.joined(separator: " ")
    let others = words.count > place.count ? words : []
    kinds = Set(Kind.allCases.filter { others.contains($0.rawValue) })
    isLondonBorough = others.starts(with: ["london", "borough"]) && !others.isEmpty
  }

  /// Returns the text without the `’s` of its words, or nil if it has none. To be tried only after the whole text:
  /// `Leeds City Council’s children’s services` needs it, but `St Helen’s` is a name.
  static func withoutPossessives(_ printed: String) -> String? {
    guard printed.unicodeScalars.contains(where: { $0 == "'" || $0 == "’" }) else { return nil }
    let words = printed.split(separator: " ").map { word in
      ["'s", "’s"].contains { word.lowercased().hasSuffix($0) } ? word.dropLast(2) : word
    }
    let text = words.joined(separator: " ")
    return text == printed ? nil : text
  }

  /// Returns the letters of a name without blanks; letters confused in scans made equal: `Stoke-onTrent`, `B1rmingham`.
  static func letters(of name: String) -> String {
    var letters: [UInt8] = []
    for byte in name.utf8 where byte != UInt8(ascii: " ") {
      switch (letters.last, byte) {
      case (_, UInt8(ascii: "0")): letters.append(UInt8(ascii: "o"))
      case (_, UInt8(ascii: "1")), (_, UInt8(ascii: "i")): letters.append(UInt8(ascii: "l"))
      case (_, UInt8(ascii: "5")): letters.append(UInt8(ascii: "s"))
      case (UInt8(ascii: "r"), UInt8(ascii: "n")): letters[letters.count - 1] = UInt8(ascii: "m")
      case (UInt8(ascii: "v"), UInt8(ascii: "v")): letters[letters.count - 1] = UInt8(ascii: "w")
      default: letters.append(byte)
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Returns the words of a name, folded to ASCII where they can be. A capital after a small letter begins a word.
  private static func words(of printed: String) -> [String] {
    var parted: [UInt8] = []
    for byte in printed.utf8 {
      if let previous = parted.last, (0x61...0x7A).contains(previous), (0x41...0x5A).contains(byte) {
        parted.append(UInt8(ascii: " "))
      }
      parted.append(byte)
    }
    return AsciiFolding.words(of: String(decoding: parted, as: UTF8.self), keepsOtherLetters: true).words.filter {
      $0 != "the"
    }
  }

  /// Returns the words that name the place: removes other words from both ends as long as a word is left.
  private static func place(in words: [String]) -> [String] {
    var place = words[...]
    while let shorter = withoutService(place) ?? withoutEnding(place) ?? withoutOpening(place),
      !shorter.isEmpty, Array(shorter) != ["london"]  // The City of London is a body; London is none.
    {
      place = shorter
    }
    return Array(place)
  }

  /// Removes what the report is about from the end of a title: `… children’s services`, `… local area partnership`.
  private static func withoutService(_ words: ArraySlice<String>) -> ArraySlice<String>? {
    for ending in services where words.count > ending.count && words.suffix(ending.count).elementsEqual(ending) {
      return words.dropLast(ending.count)
    }
    return nil
  }

  /// Removes `london borough of`, `city and county of`, `council of`, or `royal borough` alone.
  private static func withoutOpening(_ words: ArraySlice<String>) -> ArraySlice<String>? {
    let opening = words.prefix { openingKinds.contains($0) || $0 == "and" }
    let rest = words.dropFirst(opening.count)
    if !opening.isEmpty, rest.first == "of" { return rest.dropFirst() }
    return opening.last == "borough" && opening.count == 2 ? rest : nil
  }

  /// Removes `county council`, `metropolitan borough` or, from inverted names, `city of`.
  private static func withoutEnding(_ words: ArraySlice<String>) -> ArraySlice<String>? {
    if words.last == "of", let kind = words.dropLast().last, openingKinds.contains(kind) { return words.dropLast(2) }
    if words.count > 2, words.suffix(2).elementsEqual(["london", "borough"]) { return words.dropLast(2) }
    guard let last = words.last, endingKinds.contains(last) else { return nil }
    return words.dropLast()
  }

  private static let openingKinds: Set<String> = [
    "london", "royal", "metropolitan", "borough", "city", "county", "district", "council",
  ]
  private static let endingKinds: Set<String> = [
    "council", "county", "city", "borough", "district", "metropolitan", "unitary", "authority", "corporation", "mbc",
    "mdc", "bc", "cc", "ua",
  ]
  private static let services = [
    ["children", "services"], ["childrens", "services"],
    ["children", "social", "care", "services"], ["childrens", "social", "care", "services"],
    ["local", "authority"], ["local", "area", "partnership"], ["local", "area"], ["partnership"],
  ]
}
