internal import Diagnostics
internal import Inspections

/// Reads the register of authorities, `Content/authorities.csv`.
enum AuthorityRegisterLoader {
  /// The columns, in the order of the shipped file. Columns that hold lists separate their items with `;`.
  static let columns = [
    "slug", "name", "official_name", "gss", "gss_since", "former_gss", "region", "type", "la_code",
    "inspectorate_ref", "started", "ended", "predecessors", "successors", "variants",
  ]

  /// Returns the authorities of a register and its problems. An authority with a wrong value is kept without that
  /// value; one without a usable slug or name is left out.
  static func load(_ source: SourceText) -> (authorities: [Authority], problems: [Diagnostic]) {
    let table = CSVDocument(source, columns: columns)
    var problems: [Diagnostic] = []
    var authorities: [Authority] = []
    var slugs: Set<String> = []
    for row in table.rows {
      guard let authority = authority(row, &problems) else { continue }
      if slugs.insert(authority.slug).inserted {
        authorities.append(authority)
      } else {
        problems.append(row.error("the slug “\(authority.slug)” is on an earlier line too", in: "slug"))
      }
    }
    for row in table.rows {
      for column in ["predecessors", "successors"] {
        for slug in row.list(column) where !slugs.contains(slug) {
          problems.append(row.unknownAuthority(slug, in: column))
        }
      }
    }
    return (authorities, table.problems + problems)
  }

  private static func authority(_ row: CSVDocument.Row, _ problems: inout [Diagnostic]) -> Authority? {
    guard Slug.isWellFormed(row["slug"]) else {
      problems.append(row.error("“\(row["slug"])” is not a slug: use a to z, 0 to 9 and single hyphens", in: "slug"))
      return nil
    }
    guard let name = row.text("name") else {
      problems.append(row.error("“\(row["slug"])” has no name", in: "name"))
      return nil
    }
    let gss = codes("gss", row, &problems)
    if gss.count > 1 {
      problems.append(row.error("more than one code; put earlier ones under “former_gss”", in: "gss"))
    }
    let authority = Authority(
      slug: row["slug"], name: name, officialName: row.text("official_name") ?? name,
      gss: gss.first, gssSince: row.date("gss_since", &problems),
      formerGSS: codes("former_gss", row, &problems), region: row.text("region"), type: row.text("type"),
      localAuthorityCode: row.text("la_code"), inspectorateReference: row.text("inspectorate_ref"),
      started: row.date("started", &problems), ended: row.date("ended", &problems),
      predecessors: row.list("predecessors"), successors: row.list("successors"), variants: row.list("variants"))
    if let started = authority.started, let ended = authority.ended, ended <= started {
      problems.append(row.error("“\(authority.slug)” ends before it starts", in: "ended"))
    }
    return authority
  }

  /// Returns the statistics office's codes in a column: a letter for the country and eight digits.
  private static func codes(_ column: String, _ row: CSVDocument.Row, _ problems: inout [Diagnostic]) -> [String] {
    row.list(column).filter { code in
      let digits = code.utf8.dropFirst()
      let isCode =
        code.first?.isUppercase == true && digits.count == 8 && digits.allSatisfy { (0x30...0x39).contains($0) }
      if !isCode { problems.append(row.error("“\(code)” is not a code like E10000013", in: column)) }
      return isCode
    }
  }
}
