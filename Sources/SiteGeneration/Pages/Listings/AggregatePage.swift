internal import Fingerprinting
internal import Records

/// A page that depends on many reports: its path, its source, and a function that renders it once the site is planned.
struct AggregatePage: Sendable {
  let path: String
  /// The paths of further files that are rendered with the page.
  let files: [String]
  let source: String
  /// The digest of the report data that the page shows.
  let inputs: Fingerprint
  let make: @Sendable () -> [OutputFile]

  /// Creates a page with its own renderer.
  init(
    path: String, files: [String] = [], source: String, of reports: [ReportSummary],
    make: @escaping @Sendable () -> [OutputFile]
  ) {
    self.path = path
    self.files = files
    self.source = source
    inputs = Self.inputs(of: reports)
    self.make = make
  }

  /// Returns the digest of everything that pages show of some reports.
  static func inputs(of reports: [ReportSummary]) -> Fingerprint {
    Fingerprint(of: "shown", reports.map(\.digests.shown))
  }

  /// Creates a page that lists things.
  ///
  /// - Parameters:
  ///   - reports: all reports shown on the page; if they are unchanged, so is the page.
  ///   - digest: the part of each report that the page shows.
  init(
    _ site: Site, path: String, source: String, eyebrow: String = "", title: String, introduction: String,
    crumbs: [Link] = [], feed: String? = nil, of reports: [ReportSummary],
    by digest: KeyPath<ReportDigests, Fingerprint> = \.shown, script: PageScript? = nil,
    body: @escaping @Sendable (_ root: String) -> [UInt8]
  ) {
    self.path = path
    files = []
    self.source = source
    inputs = Fingerprint(of: "page", title, introduction, reports.map { $0.digests[keyPath: digest] })
    make = {
      let frame = Frame(
        site: site, path: path, title: site.windowTitle(eyebrow.isEmpty ? title : "\(eyebrow): \(title)"),
        description: "\(title). \(introduction)", crumbs: crumbs, here: title, script: script, feed: feed,
        main: Listing(
          eyebrow: eyebrow, title: title, introduction: introduction, sections: body(SitePaths.relativeRoot(from: path))
        ))
      return [frame.file]
    }
  }

  /// The rendered page, without its further files.
  var page: OutputFile? { make().first }

  /// The page as a group of files with its inputs.
  var piece: SiteGenerator.Piece { SiteGenerator.Piece(name: path, inputs: inputs) { make() } }

  /// Returns all pages that show no recommendations, without those that need more reports than the site has.
  static func all(_ site: Site) -> [AggregatePage] { lists(site) + counts(site) }

  /// Returns the pages that show subjects, dates and grades of inspections.
  static func lists(_ site: Site) -> [AggregatePage] {
    guard !site.authorities.isEmpty else { return [] }
    return NowPages(site: site).pages + ComparePages(site: site).pages + FrameworkPages(site: site).pages
      + BrowsePages(site: site).pages
      + [WhatsNewPage(site: site).page, EmbedGallery(site: site).page]
      + (site.hasSearch ? [SearchPage(site: site).page] : [])
  }

  /// Returns the pages with statistics of the reading of the reports.
  static func counts(_ site: Site) -> [AggregatePage] {
    site.authorities.isEmpty && site.unread.isEmpty ? [] : [MethodPage(site: site).page]
  }
}

extension [UInt8] {
  /// Appends a table row: its header, which is markup, and its cells, which are text.
  mutating func append(rowOf head: [UInt8], _ cells: [String]) {
    append(markup: "<tr><th scope=\"row\">\(head)</th>")
    for cell in cells { append(markup: "<td>\(cell)</td>") }
    append("</tr>\n")
  }

  /// Appends a table row whose header is text, each cell with the title of its column for narrow windows.
  mutating func append(row head: String, _ cells: some Sequence<(String, String)>) {
    append(markup: "<tr><th scope=\"row\">\(head)</th>")
    append(cells: cells)
    append("</tr>\n")
  }

  /// Appends text cells, each with the title of its column.
  mutating func append(cells: some Sequence<(String, String)>) {
    for (title, text) in cells { append(markup: "<td data-title=\"\(title)\">\(text)</td>") }
  }

  /// Appends a table row whose header and cells are text.
  mutating func append(row head: String, _ cells: [String]) { append(rowOf: [UInt8](markup: "\(head)"), cells) }
}
