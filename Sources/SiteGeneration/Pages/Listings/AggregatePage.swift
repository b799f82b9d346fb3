internal import Fingerprinting
internal import Records

/// A page that needs many reports: where it goes, what it comes from, and how it is made once the site is planned.
struct AggregatePage: Sendable {
  let path: String
  /// The paths of files that are made with it.
  let files: [String]
  let source: String
  /// The digest of what it shows of the reports.
  let inputs: Fingerprint
  let make: @Sendable () -> [OutputFile]

  /// A page that is made in its own way.
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

  /// The digest of all that pages show of some reports.
  static func inputs(of reports: [ReportSummary]) -> Fingerprint {
    Fingerprint(of: "shown", reports.map(\.digests.shown))
  }

  /// A page that lists things.
  ///
  /// - Parameters:
  ///   - reports: all that it shows anything of; when they stay as they are, so does the page.
  ///   - digest: what it shows of each.
  init(
    _ site: Site, path: String, source: String, kicker: String = "", title: String, lede: String,
    crumbs: [Link] = [], feed: String? = nil, of reports: [ReportSummary],
    by digest: KeyPath<ReportDigests, Fingerprint> = \.shown, script: PageScript? = nil,
    body: @escaping @Sendable (_ root: String) -> [UInt8]
  ) {
    self.path = path
    files = []
    self.source = source
    inputs = Fingerprint(of: "page", title, lede, reports.map { $0.digests[keyPath: digest] })
    make = {
      let frame = Frame(
        site: site, path: path, title: site.windowTitle(kicker.isEmpty ? title : "\(kicker): \(title)"),
        description: "\(title). \(lede)", crumbs: crumbs, here: title, script: script, feed: feed,
        main: Listing(kicker: kicker, title: title, lede: lede, sections: body(SitePaths.relativeRoot(from: path))))
      return [frame.file]
    }
  }

  /// The page, of the files.
  var page: OutputFile? { make().first }

  /// The page with what it is made from.
  var piece: SiteGenerator.Piece { SiteGenerator.Piece(name: path, inputs: inputs) { make() } }

  /// All that show no points to improve; what needs more reports than there are is not among them.
  static func all(_ site: Site) -> [AggregatePage] { lists(site) + counts(site) }

  /// Those that show what, when and with which grades was inspected.
  static func lists(_ site: Site) -> [AggregatePage] {
    guard !site.authorities.isEmpty else { return [] }
    return NowPages(site: site).pages + ComparePages(site: site).pages + FrameworkPages(site: site).pages
      + BrowsePages(site: site).pages
      + [WhatsNewPage(site: site).page, EmbedGallery(site: site).page]
      + (site.hasSearch ? [SearchPage(site: site).page] : [])
  }

  /// Those that count how well the reports could be read.
  static func counts(_ site: Site) -> [AggregatePage] {
    site.authorities.isEmpty && site.unread.isEmpty ? [] : [MethodPage(site: site).page]
  }
}

extension [UInt8] {
  /// Appends a row of a table: its head, which is markup, and its cells, which are text.
  mutating func append(rowOf head: [UInt8], _ cells: [String]) {
    append(markup: "<tr><th scope=\"row\">\(head)</th>")
    for cell in cells { append(markup: "<td>\(cell)</td>") }
    append("</tr>\n")
  }

  /// Appends a row of a table whose head is text, each cell with the title of its column for narrow windows.
  mutating func append(row head: String, _ cells: some Sequence<(String, String)>) {
    append(markup: "<tr><th scope=\"row\">\(head)</th>")
    append(cells: cells)
    append("</tr>\n")
  }

  /// Appends cells of text, each with the title of its column.
  mutating func append(cells: some Sequence<(String, String)>) {
    for (title, text) in cells { append(markup: "<td data-title=\"\(title)\">\(text)</td>") }
  }

  /// Appends a row of a table whose head is text too.
  mutating func append(row head: String, _ cells: [String]) { append(rowOf: [UInt8](markup: "\(head)"), cells) }
}
