/// A kind of inspected body: its name, and the number that identifies one.
public struct BodyKind: Sendable, Hashable {
  /// The singular: `school`.
  public var name: String
  /// The plural: `schools`.
  public var plural: String
  /// Whether its bodies are in the register of authorities. If not, the report gives name and number.
  public var isRegistered: Bool
  /// The name of the number that identifies a body: `URN`.
  public var identifier: String?
  /// The name of the area that a body is in: `Local authority`.
  public var area: String?

  /// An authority of the register: the kind for every framework that states no other.
  public static let authority = BodyKind(name: "authority", plural: "authorities")

  /// The capitalised singular: `School`.
  public var title: String { Self.capitalised(name) }
  /// The capitalised plural: `Schools`.
  public var pluralTitle: String { Self.capitalised(plural) }
  /// The singular with its article: `a school`, `an authority`.
  public var withArticle: String { (name.first.map { "aeio".contains($0) } ?? false ? "an " : "a ") + name }

  private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  /// Creates a kind of body.
  public init(
    name: String, plural: String, isRegistered: Bool = true, identifier: String? = nil, area: String? = nil
  ) {
    self.name = name
    self.plural = plural
    self.isRegistered = isRegistered
    self.identifier = identifier
    self.area = area
  }
}
