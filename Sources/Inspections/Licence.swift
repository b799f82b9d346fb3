/// What the licence of a text lets others do with it, the freest first.
public enum Licence: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The Open Government Licence, version 3.
  case ogl3 = "ogl-3"
  /// An older notice: the unaltered text, for ends that are not commercial.
  case nonCommercial = "non-commercial"

  /// The licence that somebody names, in any of its usual spellings: `OGL v3.0`, `Non-Commercial`.
  public init?(named name: String) {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    guard let known = Licence.allCases.first(where: { $0.spellings.contains(letters) }) else { return nil }
    self = known
  }

  /// The licence that counts: the strictest of what a text prints and what is said of it. Something freer than what is
  /// printed counts only with a reason.
  public static func settled(printed: Licence?, said: Licence?, reason: String?) -> Licence? {
    guard let said, let printed, reason == nil else { return said ?? printed }
    return max(said, printed)
  }

  /// The names that files give them.
  public static let names = allCases.map(\.rawValue)

  private var spellings: [String] {
    switch self {
    case .ogl3:
      ["", "3", "30", "v3", "v30", "version3", "version30"].flatMap {
        ["ogl\($0)", "ogluk\($0)", "opengovernmentlicence\($0)", "opengovernmentlicense\($0)"]
      }
    case .nonCommercial: ["noncommercial", "noncommercialonly", "noncommercialuseonly", "noncommercialunaltered"]
    }
  }

  /// The stricter is the greater.
  public static func < (lhs: Licence, rhs: Licence) -> Bool { lhs == .ogl3 && rhs == .nonCommercial }
}
