/// The licence of a text, which says what others may do with it; the freest first.
public enum Licence: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The Open Government Licence, version 3.
  case ogl3 = "ogl-3"
  /// An older notice: the unaltered text, for purposes that are not commercial.
  case nonCommercial = "non-commercial"

  /// Creates the licence with this name, in any of its usual spellings: `OGL v3.0`, `Non-Commercial`.
  public init?(named name: String) {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    guard let known = Licence.allCases.first(where: { $0.spellings.contains(letters) }) else { return nil }
    self = known
  }

  /// Returns the licence that applies: the stricter of the licence a text prints and the one stated for it. A stated
  /// licence that is freer than the printed one counts only with a reason.
  public static func effective(printed: Licence?, stated: Licence?, reason: String?) -> Licence? {
    guard let stated, let printed, reason == nil else { return stated ?? printed }
    return max(stated, printed)
  }

  /// The names of the licences in files.
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

  /// Whether the second licence is stricter than the first.
  public static func < (lhs: Licence, rhs: Licence) -> Bool { lhs == .ogl3 && rhs == .nonCommercial }
}
