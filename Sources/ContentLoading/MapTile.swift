/// An authority's place on a map of equal tiles, `Content/map.csv`: about where it lies, and as large as any other.
public struct MapTile: Sendable, Hashable {
  /// The authority.
  public var slug: String
  /// The place from the left, counted from 1.
  public var column: Int
  /// The place from the top, counted from 1.
  public var row: Int
}
