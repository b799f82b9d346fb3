/// What kind of body a framework inspects: what it is called, and what identifies it.
public struct BodyKind: Sendable, Hashable {
  /// What one is called: `school`.
  public var name: String
  /// What several are called: `schools`.
  public var plural: String
  /// Whether each stands in the register of authorities. Of one that does not, name and number are the report's own.
  public var isRegistered: Bool
  /// What the number is called by which it is known: `URN`.
  public var identifier: String?
  /// What the area is called that it is in: `Local authority`.
  public var area: String?

  /// A body of the register of authorities: what is inspected where a framework says nothing else.
  public static let authority = BodyKind(name: "authority", plural: "authorities")

  /// `School`.
  public var title: String { Self.capitalised(name) }
  /// `Schools`.
  public var pluralTitle: String { Self.capitalised(plural) }
  /// `a school`, `an authority`.
  public var withArticle: String { (name.first.map { "aeio".contains($0) } ?? false ? "an " : "a ") + name }

  private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  /// Creates a kind from its parts.
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
