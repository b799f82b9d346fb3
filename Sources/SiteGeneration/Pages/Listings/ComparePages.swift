internal import Inspections

/// The grades of one framework side by side: a matrix of authorities and judgements, and a prepared part of it for each
/// region and each grade of each judgement. A matrix never mixes grades of different frameworks.
struct ComparePages {
  let site: Site

  static let path = "compare/index.html"

  /// The pages; empty if no framework has two authorities.
  var pages: [Piece] {
    let matrices = site.frameworks.all.compactMap { framework -> (framework: Framework, rows: [NowRow])? in
      guard !framework.judgements.isEmpty, let service = site.service(of: framework.id) else { return nil }
      let rows = NowPages(site: site).rows(of: service).filter { $0.report.framework == framework.id }
      return rows.count > 1 ? (framework, rows) : nil
    }
    .sorted {
      ($0.rows.map { $0.report.date?.iso ?? "" }.max() ?? "") > ($1.rows.map { $0.report.date?.iso ?? "" }.max() ?? "")
    }
    guard !matrices.isEmpty else { return [] }
    return [index(matrices)] + matrices.flatMap { pages(of: $0.framework, $0.rows) }
  }

  private func index(_ matrices: [(framework: Framework, rows: [NowRow])]) -> Piece {
    Piece(
      site, path: Self.path, source: "the comparisons", title: "Compare",
      introduction:
        "Which \(site.bodyKind.plural), on which judgement? One framework at a time, since the grades of two are two measures.",
      of: matrices.flatMap { $0.rows.map(\.report) }
    ) { root in
      var body: [UInt8] = []
      for (framework, rows) in matrices {
        let matrix = root + Self.folder(framework) + "index.html"
        let link = Link("All \(site.authorityCount(rows.count)) side by side", matrix)
        body += site.section(
          anchor: framework.id, title: framework.name,
          note:
            "\(framework.inspectorate), \(framework.years). The latest report of each \(site.bodyKind.name) counts.",
          body: bars(framework, rows, root) + site.list([link]))
      }
      return body
    }
  }

  // MARK: One framework

  private func pages(of framework: Framework, _ rows: [NowRow]) -> [Piece] {
    let crumbs = [Link("Compare", Self.path)]
    let inner = crumbs + [Link(framework.shortName, Self.folder(framework) + "index.html")]
    var pages = [
      page(
        framework, rows, path: Self.folder(framework) + "index.html", title: framework.name,
        introduction: "\(site.authorityCount(rows.count)), each by its latest report, A to Z.", crumbs, isWhole: true)
    ]
    for (region, some) in NowPages.regions(of: rows) {
      pages.append(
        page(
          framework, some, path: Self.regionAddress(framework, region), title: "\(framework.shortName): \(region)",
          introduction: "\(site.authorityCount(some.count)) in \(region).", inner))
    }
    var graded: [String: [String: [NowRow]]] = [:]
    for row in rows {
      for judgement in row.report.judgements {
        guard let id = judgement.id, let grade = judgement.grade else { continue }
        graded[id, default: [:]][grade, default: []].append(row)
      }
    }
    for judgement in framework.judgements {
      for grade in framework.scale.grades {
        guard let some = graded[judgement.id]?[grade.key] else { continue }
        pages.append(
          page(
            framework, some, path: Self.gradeAddress(framework, judgement.id, grade.key),
            title: "\(framework.shortName), \(framework.fullTitle(of: judgement)): \(grade.label.lowercased())",
            introduction:
              "\(site.authorityCount(some.count)) whose latest \(framework.shortName) report says so.",
            inner))
      }
    }
    return pages
  }

  private func page(
    _ framework: Framework, _ rows: [NowRow], path: String, title: String, introduction: String,
    _ crumbs: [Link], isWhole: Bool = false
  ) -> Piece {
    Piece(
      site, path: path, source: "the comparison of \(framework.id)", eyebrow: "Compare", title: title,
      introduction: introduction, crumbs: crumbs, of: rows.map(\.report)
    ) { root in (isWhole ? links(framework, rows, root) : []) + matrix(framework, rows, root, isWhole: isWhole) }
  }

  /// Returns links to the prepared pages.
  private func links(_ framework: Framework, _ rows: [NowRow], _ root: String) -> [UInt8] {
    let regions = NowPages.regions(of: rows).map { region, some in
      Link(region, root + Self.regionAddress(framework, region), note: "\(some.count)")
    }
    let body = site.section(
      anchor: "regions", title: "By \((site.bodyKind.area ?? "Region").lowercased())",
      links: regions.count > 1 ? regions : [])
    let note = "Each number leads to the \(site.bodyKind.plural) behind it."
    return body + site.section(anchor: "grades", title: "By grade", note: note, body: bars(framework, rows, root))
  }

  private func bars(_ framework: Framework, _ rows: [NowRow], _ root: String) -> [UInt8] {
    GradeBars(site: site, framework: framework, reports: rows.map(\.report))
      .drawing { root + Self.gradeAddress(framework, $0, $1) }
  }

  /// Returns the matrix: all judgements of the framework, or only the overall ones if it has many.
  private func matrix(
    _ framework: Framework, _ rows: [NowRow], _ root: String, isWhole: Bool
  ) -> [UInt8] {
    let overalls = framework.judgements.filter(\.isOverall)
    let isWide = framework.judgements.count > Self.widest && !overalls.isEmpty
    let columns = (isWide ? overalls : framework.judgements).filter { judgement in
      rows.contains { $0.report.judgements.contains { $0.id == judgement.id } }
    }
    let table = site.table(
      kind: "authorities matrix", caption: "\(framework.name): \(site.bodyKind.plural) and their grades",
      head: [site.bodyKind.title] + columns.map(framework.fullTitle(of:)),
      rows: rows.map { tableRow($0, columns, framework, root) })
    let note = isWide ? "The overall judgements; a report’s page has all \(framework.judgements.count)." : ""
    let filter = isWhole ? [UInt8](markup: "<div class=\"narrow\" data-narrow></div>\n") : []
    return site.section(anchor: "matrix", title: "Side by side", note: note, body: filter + table)
  }

  private func tableRow(
    _ row: NowRow, _ columns: [JudgementDefinition], _ framework: Framework, _ root: String
  ) -> TableRow {
    let report = row.report
    let attributes = [UInt8](
      markup: """
         data-name="\(row.body.name)" data-region="\(row.body.region ?? "")" \
        data-year="\(report.date.map { String($0.year) } ?? "")" data-grades="\(report.gradeList)"
        """)
    let head = [UInt8](
      markup: """
        <a href="\(root)\(SitePaths.authority(row.body.slug))">\(row.body.name)</a> \
        <a class="when" href="\(root)\(SitePaths.page(of: report))">\(report.date?.words ?? "undated")</a>
        """)
    let cells = columns.map { column in
      report.judgements.first { $0.id == column.id }.map { site.badges.badge($0, framework: framework.id) }
        ?? [UInt8](markup: "<span class=\"when\">not in this form</span>")
    }
    return TableRow(attributes: attributes, head: head, cells: cells)
  }

  // MARK: Addresses

  private static let widest = 8

  private static func folder(_ framework: Framework) -> String {
    "compare/\(SitePaths.pathComponent(for: framework.id))/"
  }

  private static func regionAddress(_ framework: Framework, _ region: String) -> String {
    "\(folder(framework))region-\(SitePaths.pathComponent(for: region))/index.html"
  }

  /// Returns the path of the page of the authorities with one grade of one judgement.
  static func gradeAddress(_ framework: Framework, _ judgement: String, _ grade: String) -> String {
    "\(folder(framework))\(SitePaths.pathComponent(for: judgement))/\(SitePaths.pathComponent(for: grade))/index.html"
  }
}
