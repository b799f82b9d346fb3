internal import Diagnostics

/// Reads the towns and districts by which people look for an authority, `Content/places.csv`.
enum PlaceLoader {
  /// Returns the names of places with the slug of their authority, and a problem for each place without either.
  static func load(
    _ source: SourceText, slugs: Set<String>
  ) -> (places: [(name: String, authority: String)], problems: [Diagnostic]) {
    return CSVDocument(source, columns: ["place", "authority"]).values { row, problems in
      if row["place"].isEmpty { problems.append(row.error("the place has no name", in: "place")) }
      if !slugs.contains(row["authority"]) {
        problems.append(row.unknownAuthority(row["authority"], in: "authority"))
      }
      return (row["place"], row["authority"])
    }
  }
}
