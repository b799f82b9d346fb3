internal import ContentLoading
internal import Inspections

/// The current state of each service: every authority's current report, its date and the report before it, and
/// the same for each region, each set and each grade, as a page and as a file.
struct NowPages {
  let site: Site

  /// Returns the path of a service's page.
  static func address(_ service: Service) -> String { "services/\(service.id)/index.html" }

  /// Returns the path of a service's Excel file.
  static func workbook(_ service: Service) -> String { "services/\(service.id)/\(NowRow.table.workbookName)" }

  /// Returns the authorities that have a current report of a service, A to Z.
  func rows(of service: Service) -> [NowRow] {
    site.authorities.compactMap { body in body.current(in: service).map { NowRow(site: site, body: body, current: $0) }
    }
  }

  /// The pages.
  var pages: [Piece] { site.sharedServices.flatMap(pages) }

  /// The complete table of each service as an Excel file.
  var workbooks: [Piece] {
    site.sharedServices.map { service in
      let rows = rows(of: service)
      let inputs = Piece.inputs(of: NowRow.reports(of: rows))
      return Piece([Self.workbook(service)], source: "the tables for Excel", inputs: inputs) {
        let file = try NowRow.table.workbookFile(rows.lazy.flatMap(\.judged))
        return [OutputFile(path: Self.workbook(service), bytes: file)]
      }
    }
  }

  private func pages(of service: Service) -> [Piece] {
    let rows = rows(of: service)
    let whole = NowPage(
      site: site, service: service, path: Self.address(service), title: "\(service.name) now",
      introduction: "\(site.authorityCount(rows.count)), each with what it was judged last. "
        + "Grades of two frameworks are two measures, even where their words are the same.", rows: rows)
    guard service.hasGrades else { return [whole.page] }
    let graded = Self.grades(of: service, rows).map { grade in
      NowPage(
        site: site, service: service, path: Self.address(service, grade: grade.key),
        title: "\(service.name) now: \(grade.label.lowercased())",
        introduction:
          "\(site.bodyKind.pluralTitle) with at least one judgement of this name in the report that counts now.",
        rows: rows.filter { $0.has(grade.key) })
    }
    let regional = Self.regions(of: rows).map { region, rows in
      NowPage(
        site: site, service: service, path: Self.address(service, region: region),
        title: "\(service.name) now: \(region)", introduction: "The \(site.bodyKind.plural) of \(region).", rows: rows)
    }
    let chosen = sets(rows).map { set in
      NowPage(
        site: site, service: service, path: Self.address(service, set: set.owner),
        title: "\(service.name) now: \(set.owner)", introduction: "\(set.kind): \(set.owner).",
        rows: rows.filter { set.members.contains($0.body.slug) })
    }
    return ([whole] + graded + (regional.count > 1 ? regional : []) + chosen).map(\.page)
  }

  /// Returns the sets that don't belong to an authority, if at least one member has a row.
  func sets(_ rows: [NowRow]) -> [AuthoritySet] {
    site.sets.values.flatMap { $0 }.filter { set in
      site.content.register.authority(slug: set.owner) == nil && rows.contains { set.members.contains($0.body.slug) }
    }
    .sorted { $0.owner < $1.owner }
  }

  /// Returns the number of authorities with each current grade, in a sentence.
  func sentence(of service: Service) -> String {
    let now = ServiceNow(site: site, service: service, rows: rows(of: service))
    let count = site.authorityCount(now.rows.count)
    guard service.hasGrades else { return "\(count), without grades." }
    let counts = now.counts
    let overall = counts.filter { $0.overall > 0 }.map { "\($0.overall) \($0.grade.label.lowercased())" }
    guard now.hasOverall else { return "\(count). Now: \(DisplayText.list(overall))." }
    let lowest = counts.last { $0.any > 0 }
    let any = lowest.map { " \($0.any) with at least one judgement “\($0.grade.label.lowercased())”." } ?? ""
    return overall.isEmpty ? "\(count).\(any)" : "\(count). Overall now: \(DisplayText.list(overall)).\(any)"
  }

  /// Returns the current grades of a service's authorities, best first.
  static func grades(of service: Service, _ rows: [NowRow]) -> [Grade] {
    service.grades.filter { grade in rows.contains { $0.has(grade.key) } }
  }

  /// Returns the regions of some rows, A to Z.
  static func regions(of rows: [NowRow]) -> [(region: String, rows: [NowRow])] {
    Dictionary(grouping: rows) { $0.body.region ?? "" }.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  static func address(_ service: Service, grade: String) -> String {
    "services/\(service.id)/\(SitePaths.pathComponent(for: grade))/index.html"
  }

  static func address(_ service: Service, set: String) -> String {
    "services/\(service.id)/set-\(SitePaths.pathComponent(for: set))/index.html"
  }

  static func address(_ service: Service, region: String) -> String {
    "services/\(service.id)/region-\(SitePaths.pathComponent(for: region))/index.html"
  }
}

/// A page of the current state of a service.
struct NowPage: TemplateRoot {
  static let template = "now"
  static let fields: [TemplateField<NowPage>] = [
    .text("title") { $0.title }, .text("introduction") { $0.introduction },
    .address("workbook") { $0.isWhole ? NowRow.table.workbookName : nil },
    .part("now") { $0.isWhole && $0.service.hasGrades ? $0.now : nil }, .flag("hasOverall") { $0.hasOverall },
    .flag("hasParts") { !$0.parts.isEmpty }, .list("links") { $0.parts },
    .list("rows") { $0.rows.map($0.placed) }, .flag("hasGrades") { $0.service.hasGrades },
    .text("today") { $0.site.configuration.asOf?.words },
  ]

  let site: Site
  let service: Service
  let path: String
  let title: String
  let introduction: String
  let rows: [NowRow]
  /// Stored, since every row of the table asks for it.
  private let hasOverall: Bool

  init(site: Site, service: Service, path: String, title: String, introduction: String, rows: [NowRow]) {
    (self.site, self.service, self.path, self.title) = (site, service, path, title)
    (self.introduction, self.rows) = (introduction, rows)
    hasOverall = rows.contains { $0.report.onlyOverall != nil }
  }

  /// The page, with its table as a file beside it.
  var page: Piece {
    Piece(
      [path, folder + NowRow.table.name], source: "what is true now of \(service.name)",
      inputs: Piece.inputs(of: NowRow.reports(of: rows))
    ) {
      let frame = Frame(
        site: site, path: path, title: site.windowTitle(title), description: "\(title). \(introduction)",
        crumbs: isWhole ? [] : [Link("\(service.name) now", NowPages.address(service))], here: title,
        feed: isWhole ? "\(service.name): reports" : nil, main: self)
      return [
        frame.file, OutputFile(path: folder + NowRow.table.name, bytes: NowRow.table.file(rows.lazy.flatMap(\.judged))),
      ]
    }
  }

  private var isWhole: Bool { path == NowPages.address(service) }
  private var folder: String { SitePaths.folder(ofPage: path) }
  private var root: String { SitePaths.relativeRoot(from: path) }
  private var now: ServiceNow { ServiceNow(site: site, service: service, rows: rows, root: root) }

  private func placed(_ row: NowRow) -> NowRow {
    var row = row
    row.root = root
    return row
  }

  /// The links to the filtered tables: the publisher's sets, and the regions.
  private var parts: [Link] {
    guard isWhole, service.hasGrades else { return [] }
    let regions = NowPages.regions(of: rows)
    let sets = NowPages(site: site).sets(rows).map { set in
      Link(
        set.owner, root + NowPages.address(service, set: set.owner),
        note: String(rows.count { set.members.contains($0.body.slug) }))
    }
    return sets
      + (regions.count > 1 ? regions : []).map { region, rows in
        Link(region, root + NowPages.address(service, region: region), note: String(rows.count))
      }
  }
}
