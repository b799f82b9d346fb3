internal import Diagnostics

/// An authority's position on a map of equal tiles, `Content/map.csv`: roughly its real one, and as large as any other.
public struct MapTile: Sendable, Hashable {
  /// The authority.
  public var slug: String
  /// The column, counted from 1 at the left.
  public var column: Int
  /// The row, counted from 1 at the top.
  public var row: Int
}

extension MapTile {
  /// Returns the tiles of a file and its problems: a tile must be on the map, and no two may share a position.
  static func load(_ source: SourceText) -> (tiles: [MapTile], problems: [Diagnostic]) {
    var taken: Set<[Int]> = []
    return CSVDocument(source, columns: ["slug", "column", "row"]).values { row, problems in
      guard let column = Int(row["column"]), let line = Int(row["row"]), (1...largest).contains(column),
        (1...largest).contains(line)
      else {
        problems.append(row.error("column and row must be whole numbers from 1 to \(largest)", in: "column"))
        return nil
      }
      if !taken.insert([column, line]).inserted {
        problems.append(row.error("another tile has this place", in: "column"))
      }
      return MapTile(slug: row["slug"], column: column, row: line)
    }
  }

  private static let largest = 60
}
