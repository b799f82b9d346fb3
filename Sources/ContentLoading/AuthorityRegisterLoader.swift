internal import Diagnostics
internal import Inspections

/// Reads the register of authorities, `Content/authorities.csv`.
enum AuthorityRegisterLoader {
  /// The columns, in the order of the shipped file. Columns that hold lists part their items with `;`.
  static let columns = [
    "slug", "name", "official_name", "gss", "gss_since", "former_gss", "region", "type", "la_code",
    "inspectorate_ref", "started", "ended", "predecessors", "successors", "variants",
  ]

  /// The authorities of a register and everything that is wrong with it. An authority with a wrong value keeps its
  /// place without that value; one without a usable slug or name is left out.
  static func load(_ source: SourceText) -> (authorities: [Authority], problems: [Diagnostic]) {
    let table = CSVTable(source, columns: columns)
    var reader = RowReader()
    var authorities: [Authority] = []
    var slugs: Set<String> = []
    for row in table.rows {
      guard let authority = reader.authority(row) else { continue }
      if slugs.insert(authority.slug).inserted {
        authorities.append(authority)
      } else {
        reader.problems.append(row.error("the slug “\(authority.slug)” stands on an earlier line too", in: "slug"))
      }
    }
    for row in table.rows {
      for column in ["predecessors", "successors"] {
        for slug in RowReader.list(row[column]) where !slugs.contains(slug) {
          reader.problems.append(row.error("no authority of the register has the slug “\(slug)”", in: column))
        }
      }
    }
    return (authorities, table.problems + reader.problems)
  }

  /// Reads rows one by one and keeps what is wrong with them.
  private struct RowReader {
    var problems: [Diagnostic] = []

    mutating func authority(_ row: CSVTable.Row) -> Authority? {
      guard Slug.isWellFormed(row["slug"]) else {
        problems.append(row.error("“\(row["slug"])” is not a slug: use a to z, 0 to 9 and single hyphens", in: "slug"))
        return nil
      }
      guard !row["name"].isEmpty else {
        problems.append(row.error("“\(row["slug"])” has no name", in: "name"))
        return nil
      }
      let authority = Authority(
        slug: row["slug"], name: row["name"],
        officialName: row["official_name"].isEmpty ? row["name"] : row["official_name"],
        gss: codes("gss", row).first, gssSince: date("gss_since", row), formerGSS: codes("former_gss", row),
        region: text("region", row), type: text("type", row), localAuthorityCode: text("la_code", row),
        inspectorateReference: text("inspectorate_ref", row), started: date("started", row),
        ended: date("ended", row), predecessors: RowReader.list(row["predecessors"]),
        successors: RowReader.list(row["successors"]), variants: RowReader.list(row["variants"]))
      if let started = authority.started, let ended = authority.ended, ended <= started {
        problems.append(row.error("“\(authority.slug)” ends before it starts", in: "ended"))
      }
      return authority
    }

    private func text(_ column: String, _ row: CSVTable.Row) -> String? { row[column].isEmpty ? nil : row[column] }

    private mutating func date(_ column: String, _ row: CSVTable.Row) -> CalendarDate? {
      guard let text = text(column, row) else { return nil }
      let date = CalendarDate(iso: text)
      if date == nil { problems.append(row.error("“\(text)” is not a date YYYY-MM-DD", in: column)) }
      return date
    }

    /// Codes of the statistics office: a letter for the country and eight digits.
    private mutating func codes(_ column: String, _ row: CSVTable.Row) -> [String] {
      RowReader.list(row[column]).filter { code in
        let digits = code.utf8.dropFirst()
        let isCode =
          code.first?.isUppercase == true && digits.count == 8
          && digits.allSatisfy { (0x30...0x39).contains($0) }
        if !isCode { problems.append(row.error("“\(code)” is not a code like E10000013", in: column)) }
        return isCode
      }
    }

    static func list(_ text: String) -> [String] {
      text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    }
  }
}
