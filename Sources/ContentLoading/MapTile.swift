/// An authority's position on a map of equal tiles, `Content/map.csv`: roughly its real one, and as large as any other.
public struct MapTile: Sendable, Hashable {
  /// The authority.
  public var slug: String
  /// The column, counted from 1 at the left.
  public var column: Int
  /// The row, counted from 1 at the top.
  public var row: Int
}
