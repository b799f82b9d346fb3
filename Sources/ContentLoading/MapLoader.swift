internal import Diagnostics
internal import Inspections

/// Reads the map of tiles, `Content/map.csv`.
enum MapLoader {
  /// Returns the tiles of a file and its problems: a tile must be on the map, and no two may share a position.
  static func load(_ source: SourceText) -> (tiles: [MapTile], problems: [Diagnostic]) {
    let table = CSVDocument(source, columns: ["slug", "column", "row"])
    var problems = table.problems
    var taken: Set<[Int]> = []
    let tiles = table.rows.compactMap { row -> MapTile? in
      guard let column = Int(row["column"]), let line = Int(row["row"]), (1...largest).contains(column),
        (1...largest).contains(line)
      else {
        problems.append(row.error("column and row must be whole numbers from 1 to \(largest)", in: "column"))
        return nil
      }
      guard taken.insert([column, line]).inserted else {
        problems.append(row.error("another tile has this place", in: "column"))
        return nil
      }
      return MapTile(slug: row["slug"], column: column, row: line)
    }
    return (tiles, problems)
  }

  private static let largest = 60
}
