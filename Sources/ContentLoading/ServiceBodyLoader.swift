internal import Diagnostics
internal import Inspections

/// Reads the bodies that run services for councils, `Content/service-bodies.csv`.
enum ServiceBodyLoader {
  static let columns = ["name", "authorities"]

  /// Returns the bodies of a file, and a problem for each without a name, or with an authority that the register lacks.
  static func load(_ source: SourceText, slugs: Set<String>) -> (bodies: [ServiceBody], problems: [Diagnostic]) {
    return CSVDocument(source, columns: columns).values { row, problems in
      let authorities = row["authorities"].split(separator: ";").map { $0.filter { $0 != " " } }
      if row["name"].isEmpty { problems.append(row.error("the body has no name", in: "name")) }
      for slug in authorities.isEmpty ? [""] : authorities where !slugs.contains(slug) {
        problems.append(row.unknownAuthority(slug, in: "authorities"))
      }
      return ServiceBody(name: row["name"], authorities: authorities)
    }
  }
}
