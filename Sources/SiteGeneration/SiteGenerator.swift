public import ContentLoading
public import Diagnostics
public import Inspections
public import Records

/// A parsed report and its text.
public struct ParsedReport: Sendable {
  /// The report.
  public var report: Report
  /// The text that the report was parsed from.
  public var source: SourceText

  /// Creates a parsed report.
  public init(report: Report, source: SourceText) {
    self.report = report
    self.source = source
  }
}

/// Renders the files of a site from its parsed content. It holds no state, so tasks can render different authorities
/// concurrently.
///
/// It keeps only the summaries of reports; an authority's files also need its parsed reports, one at a time.
public struct SiteGenerator: Sendable {
  let site: Site
  let pages: [SourceText]
  let templates: [SourceText]
  /// The files that pages need: the style sheet and scripts.
  let assets: [OutputFile]

  /// Prepares the templates, and groups the reports by authority.
  ///
  /// - Parameters:
  ///   - content: everything but the reports.
  ///   - templates: the templates and the files that pages need.
  ///   - summaries: the reports, in any order, with unique identifiers.
  ///   - unread: the files that could not be read.
  ///   - hasSearch: whether a full-text search index is built.
  public init(
    _ content: Content, templates: TemplateSet, summaries: [ReportSummary], unread: [UnreadFile] = [],
    hasSearch: Bool = false
  ) {
    pages = BuiltInPages.completed(content.pages)
    site = Site(
      content, templates: templates, summaries: summaries, unread: unread, pages: pages, hasSearch: hasSearch)
    self.templates = templates.texts
    let styled = templates.assets.map { file in
      file.path == SiteGenerator.styleSheet ? SiteGenerator.accented(file, content.configuration.accent) : file
    }
    assets = styled + [ScriptIndex(site: site).file]
  }

  /// Renders the files of one authority, each page after the pages it links to, and its rows in the data files.
  ///
  /// - Parameters:
  ///   - body: one of `authorities`.
  ///   - reading: returns a report with its text; the report is released before the next call.
  ///   - original: returns the bytes of a report's file; called only for reports whose file is published.
  ///   - output: receives each file.
  ///   - rows: receives rows in batches of whole reports; the authority's own rows come last.
  public func make(
    _ body: AuthoritySummary, reading: (ReportSummary) throws -> ParsedReport,
    original: (ReportSummary) throws -> [UInt8], output: (OutputFile) throws -> Void,
    rows: (AggregateFiles.Rows) throws -> Void
  ) rethrows {
    let finder = EchoFinder(body.reports)
    // Reports are newest first: when a report is rendered, all later echoes of its recommendations have been found.
    var echoes: [String: [Echo]] = [:]
    var waiting = AggregateFiles.Rows.none
    for summary in body.reports {
      let read = try reading(summary)
      let outline = ReportAnchors(read.report)
      for file in files(for: read, outline, summary, of: body, echoes.removeValue(forKey: summary.id) ?? []) {
        try output(file)
      }
      if site.publishesOriginal(of: summary) {
        let path = SitePaths.folder(of: summary) + SourceDocument.original
        try output(OutputFile(path: path, bytes: try original(summary)))
      }
      let found = finder.echoes(in: read.report, outline, summary: summary)
      waiting.append(AggregateFiles.rows(of: read.report, outline, summary, echoes: found, site: site))
      if waiting.size > SiteGenerator.manyRows {
        try rows(waiting.compressed)
        waiting = .none
      }
      for echo in found { echoes[echo.earlier, default: []].append(echo) }
    }
    waiting.append(AggregateFiles.rows(of: body, site: site))
    try rows(waiting.compressed)
    for file in files(of: body) { try output(file) }
  }

  /// The size at which rows are handed over: 128 kB, enough for all rows of most authorities, and a small part of a
  /// build's memory for an authority with thousands of reports.
  private static let manyRows = 128 << 10

  /// Returns the path of a report's page.
  public static func page(of report: ReportSummary) -> String { SitePaths.page(of: report) }

  /// Returns the path of an authority's paragraph file; nil if it has no text to publish.
  public func paragraphsPath(of body: AuthoritySummary) -> String? {
    AggregateFiles.paragraphsPath(of: body, site)
  }

  func files(
    for read: ParsedReport, _ outline: ReportAnchors, _ summary: ReportSummary, of body: AuthoritySummary,
    _ echoes: [Echo]
  ) -> [OutputFile] {
    let report = read.report
    let folder = SitePaths.folder(of: summary)
    let markdown = ReportMarkdown(report, framework: site.frameworks[report.framework]).bytes
    var json = ReportJSON.bytes(of: report, path: summary.fileName)
    json.append("\n")
    let followUp =
      FollowUpPage.exists(for: summary, in: body)
      ? FollowUpPage(site: site, body: body, report: summary).file(echoes) : nil
    return [followUp].compactMap { $0 } + [
      OutputFile(path: folder + "report.json", bytes: json),
      OutputFile(path: folder + "report.md", bytes: markdown),
      SourcePage(site: site, report: report, summary: summary, source: read.source).file,
      ReportPage(site: site, outline: outline, report: report, summary: summary).file,
    ]
  }

  func files(of body: AuthoritySummary) -> [OutputFile] {
    var files = BadgeImage(site: site, body: body).files + [LinkCard(site: site, body: body).file]
    if let calendar = DueCalendar(site, of: body) { files.append(calendar.file) }
    files += ReportFeed(site, of: body).files
    files += [EmbedCard(site: site, body: body).file, AuthorityPage(site: site, body: body).file]
    return files
  }

  /// The files that pages need, and the publisher's own files.
  public var files: Piece {
    let files = site.content.files.map { OutputFile(path: $0.path, bytes: $0.bytes) }
    let inputs = Fingerprint(of: "files", files.map(\.path), files.map { Fingerprint(of: $0.bytes) })
    return Piece((assets + files).map(\.path), source: "Templates", inputs: inputs) { assets + files }
  }

  /// Returns the page about the data files, and the data files that are not joined from the parts of reports.
  public func dataFiles(written: [AggregateFiles.Written]) -> [OutputFile] {
    let data = DataFiles(site, written: written)
    return data.files + [DataPage(site: site, data: data).file]
  }

  /// The pages that list recommendations, and their calendar.
  public var points: [Piece] {
    let calendar = DueCalendar(site).map { calendar in
      Piece([calendar.path], source: "the calendars", inputs: calendar.inputs) { [calendar.file] }
    }
    return [calendar].compactMap { $0 } + RecommendationPages(site: site).pieces
  }

  /// The pages that show subjects, dates and grades of inspections, without those that need more reports than the site
  /// has, and the publisher's pages.
  public var lists: [Piece] {
    let corrected = Piece.inputs(of: site.corrections.entries.compactMap(\.report))
    var pieces: [Piece] = []
    if !site.authorities.isEmpty {
      pieces += NowPages(site: site).pages + ComparePages(site: site).pages + FrameworkPages(site: site).pages
      pieces += BrowsePages(site: site).pages + [WhatsNewPage(site: site).page, EmbedGallery(site: site).page]
      if site.hasSearch { pieces.append(SearchPage(site: site).page) }
    }
    pieces += NowPages(site: site).workbooks + ChangePages(site: site).pieces
    return pieces
      + pages.map { page in
        let file = MarkdownPage(site: site, page: page)
        return Piece([MarkdownPage.path(of: page)], source: page.path, inputs: corrected) { [file.file] }
      }
  }

  /// The page and the feeds that show how certain grades are.
  public var counts: [Piece] {
    let method = site.authorities.isEmpty && site.unread.isEmpty ? [] : [MethodPage(site: site).page]
    return method
      + ReportFeed.ofSite(site).map { feed in Piece(feed.paths, source: "the feeds", inputs: feed.inputs) { feed.files }
      }
  }

  /// Returns the files for crawlers, and the home page, which links to most pages.
  ///
  /// - Parameter paths: the paths of all files rendered before, for the site map.
  public func index(listing paths: [String]) -> [OutputFile] {
    let guides = CrawlerFiles(site: site)
    let redirects = Set(site.history.redirects.map(\.path))
    let pages = paths.filter {
      ($0.hasSuffix("index.html") || $0.hasSuffix("/" + FollowUpPage.name)) && !redirects.contains($0)
    }
    let siteMap = guides.siteMap(pages + [SitePaths.home])
    return [
      SitePlan.noJekyll, guides.robots, guides.llms, NotFoundPage(site: site).file, siteMap, HomePage(site: site).file,
    ].compactMap { $0 }
  }

  /// The paths of all files of the site and their sources.
  public var plan: SitePlan { plan(lists: lists + counts, points: pointPages) }

  /// The digest of the changes to the site since it was first recorded.
  public var history: Fingerprint { site.history.digest }

  /// Returns `Content/published.csv` with the current state added.
  ///
  /// - Returns: the file and the number of its new lines.
  public func record(on day: CalendarDate) -> (file: [UInt8], lines: Int) {
    let history = site.history
    let new = history.isKept ? history.unrecorded : ChangeLog.unrecorded([], site.reports, site.unread)
    return (DataTables.published.file((history.recorded + new).map { $0.fields(today: day) }), new.count)
  }

  /// The paths of the pages that list recommendations; only changed recommendations change these pages.
  public var pointPages: [String] { RecommendationPages(site: site).paths }

  /// The tables that are joined from the parts of reports and authorities.
  public var tables: [AggregateFiles.Table] { AggregateFiles.tables(site) }

  func plan(lists: [Piece], points: [String]) -> SitePlan {
    var wanted: [SitePlan.Entry] = []
    func add(_ paths: [String], from source: String) {
      wanted += paths.map { SitePlan.Entry(path: $0, source: source) }
    }
    add([SitePaths.home], from: "the front page")
    add([SitePaths.data], from: "the data page")
    add([SitePlan.noJekyll.path], from: "the mark that keeps GitHub Pages from leaving files out")
    add(["404.html"], from: "the page for missing addresses")
    add(["llms.txt"], from: "the guide for programs that read text")
    add(["robots.txt"], from: "the rules for search engines")
    if site.paths.base != nil { add(["sitemap.xml"], from: "the site map") }
    for calendar in DueCalendar.all(site) { add([calendar.path], from: "the calendars") }
    add(DataFiles.names.map { "data/\($0)" }, from: "the data")
    if site.history.isKept { add(["data/\(DataTables.changes.name)"], from: "the data") }
    for body in site.authorities {
      let source = "the authority \(body.name)"
      if let path = AggregateFiles.paragraphsPath(of: body, site) { add([path], from: source) }
      add([SitePaths.authority(body.slug)], from: source)
      add(BadgeImage(site: site, body: body).subjects.map(\.path), from: source)
      add(ReportFeed(site, of: body).paths, from: source)
      add([EmbedCard.path(of: body), LinkCard.path(of: body.slug)], from: source)
      for report in body.reports {
        var names = ["index.html", SourcePage.name, "report.json", "report.md"]
        if site.publishesOriginal(of: report) { names.append(SourceDocument.original) }
        if FollowUpPage.exists(for: report, in: body) { names.append(FollowUpPage.name) }
        add(names.map { SitePaths.folder(of: report) + $0 }, from: report.source.path)
      }
    }
    for asset in assets {
      add([asset.path], from: asset.path == ScriptIndex.path ? "the index for scripts" : "Templates/\(asset.path)")
    }
    for file in site.content.files { add([file.path], from: file.source) }
    for piece in lists { add(piece.paths, from: piece.source) }
    add(points, from: RecommendationPages.source)
    return SitePlan(wanted)
  }

  // MARK: The accent colour

  private static let styleSheet = "assets/site.css"

  /// Returns the style sheet with the publisher's accent appended: `#54398f`.
  private static func accented(_ file: OutputFile, _ accent: String?) -> OutputFile {
    guard let accent else { return file }
    return OutputFile(path: file.path, bytes: file.bytes + Array("\n:root { --accent: \(accent); }\n".utf8))
  }
}
