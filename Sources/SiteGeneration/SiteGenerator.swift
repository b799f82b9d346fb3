public import ContentLoading
public import Diagnostics
public import Fingerprinting
public import Inspections
internal import Records

/// A report as it was read, with its text.
public struct ParsedReport: Sendable {
  /// The report.
  public var report: Report
  /// The text that it was read from.
  public var source: SourceText

  /// Creates the pair.
  public init(report: Report, source: SourceText) {
    self.report = report
    self.source = source
  }
}

/// Makes the files of a site from what was read: it holds no state, so any number of tasks may ask it for the files of
/// their authorities at the same time.
///
/// What stays of a report is its summary; an authority's files need its reports whole as well, one at a time.
public struct SiteGenerator: Sendable {
  let site: Site
  let pages: [SourceText]
  let templates: [SourceText]
  /// The files that pages need: style sheet and scripts.
  let assets: [OutputFile]
  /// The publisher's own files.
  private let staticFiles: [StaticFile]

  /// Prepares the templates, and sorts the reports to their authorities.
  ///
  /// - Parameters:
  ///   - content: everything but the reports.
  ///   - templates: the templates and the files that pages need.
  ///   - summaries: the reports, in any order; no two with one identifier.
  ///   - unread: the files that could not be read.
  ///   - hasSearch: whether an index for searching the full text is made.
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
    staticFiles = content.files
  }

  /// Makes the files of one authority, a page behind what it links to, and what its reports add to the data.
  ///
  /// - Parameters:
  ///   - authority: one of `authorities`.
  ///   - reading: a report with its text; released before the next is asked for.
  ///   - original: the bytes of a report's file, asked for where they are published.
  ///   - output: takes each file.
  ///   - rows: takes what some of the reports add to the data, and at last what the authority does.
  public func make(
    _ authority: Authority, reading: (ReportSummary) throws -> ParsedReport,
    original: (ReportSummary) throws -> [UInt8], output: (OutputFile) throws -> Void,
    rows: (AggregateFiles.Rows) throws -> Void
  ) rethrows {
    let body = authority.body
    let finder = EchoFinder(body.reports)
    // The newest report comes first: when a report's turn comes, whatever came back to its points is known.
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

  /// So many bytes of rows are handed over at once: 128 kB, the rows of most authorities, and little of what a build
  /// may hold for one with thousands of reports.
  private static let manyRows = 128 << 10

  /// The path of a report's page.
  public static func page(of report: ReportSummary) -> String { SitePaths.page(of: report) }

  /// The file of an authority's paragraphs; nil where there are none to publish.
  public func paragraphsPath(of authority: Authority) -> String? {
    AggregateFiles.paragraphsPath(of: authority.body, site)
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
      ReportPage(report, outline: outline, summary: summary, site: site).file,
    ]
  }

  func files(of body: AuthoritySummary) -> [OutputFile] {
    let badge = BadgeImage(site: site, body: body)
    var files = badge.files + badge.judgements + [LinkCard(site: site, body: body).file]
    if let calendar = DueCalendar(site: site, body: body) { files.append(calendar.file) }
    files += ReportFeed(site: site, body: body).files
    files += [EmbedCard(site: site, body: body).file, AuthorityPage(site: site, body: body).file]
    return files
  }

  /// The files that pages need, and the publisher's own.
  public var files: Piece {
    let files = staticFiles.map { OutputFile(path: $0.path, bytes: $0.bytes) }
    let inputs = Fingerprint(of: "files", files.map(\.path), files.map { Fingerprint(of: $0.bytes) })
    return Piece(name: "files", inputs: inputs) { assets + files }
  }

  /// The page about the data files, and those of them that are not joined from what reports add.
  public func dataFiles(written: [AggregateFiles.Written]) -> [OutputFile] {
    let data = DataFiles(site, written: written)
    return data.files + [DataPage(site: site, data: data).file]
  }

  /// Files of the whole site that are made together, by themselves.
  public struct Piece: Sendable {
    /// What it is called.
    public let name: String
    /// The digest of what it shows of the reports.
    public let inputs: Fingerprint
    /// Makes its files.
    public let make: @Sendable () throws -> [OutputFile]
  }

  /// The pages that list points to improve, and their calendar.
  public var points: [Piece] {
    let calendar = DueCalendar.ofSite(site).map { calendar in
      Piece(name: calendar.path, inputs: calendar.inputs) { [calendar.file] }
    }
    return [calendar].compactMap { $0 } + RecommendationPages(site: site).pieces
  }

  /// The other pages that list things, and the written pages.
  public var lists: [Piece] {
    let nothing = Fingerprint(of: [])
    let changes = Piece(name: ChangePages.feed, inputs: site.history.digest) { ChangePages(site: site).files }
    return AggregatePage.lists(site).map(\.piece) + NowPages(site: site).workbooks
      + (site.history.isKept ? [changes] : [])
      + pages.map { page in
        Piece(name: page.path, inputs: nothing) { [MarkdownPage(site: site, page: page).file] }
      }
  }

  /// The page and the feeds that tell how sure grades are.
  public var counts: [Piece] {
    AggregatePage.counts(site).map(\.piece)
      + ReportFeed.ofSite(site).map { feed in Piece(name: feed.paths[0], inputs: feed.inputs) { feed.files } }
  }

  /// The guides for programs, and the front page, which links to most.
  ///
  /// - Parameter paths: the paths of the files that come before, for the site map.
  public func index(behind paths: [String]) -> [OutputFile] {
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

  /// Every file of the site and what it comes from.
  public var plan: SitePlan { plan(lists: AggregatePage.all(site), points: pointPages) }

  /// The digest of what has changed since it was recorded.
  public var history: Fingerprint { site.history.digest }

  /// `Content/published.csv` with what is shown today.
  ///
  /// - Returns: the file and how many of its lines are new.
  public func record(on day: CalendarDate) -> (file: [UInt8], lines: Int) {
    let (history, reports) = (site.history, site.authorities.flatMap(\.reports))
    let new = history.isKept ? history.unrecorded : ChangeLog.unrecorded([], reports, site.unread)
    return (DataTables.published.file((history.recorded + new).map { $0.fields(today: day) }), new.count)
  }

  /// The paths of the files that list points to improve: nothing but a changed point changes them.
  public var pointPages: [String] { RecommendationPages(site: site).paths }

  /// The tables that are joined from what each report and authority adds.
  public var tables: [AggregateFiles.Table] { AggregateFiles.tables(site) }

  func plan(lists: [AggregatePage], points: [String]) -> SitePlan {
    var wanted = SitePlanBuilder()
    wanted.add(SitePaths.home, from: "the front page")
    wanted.add(SitePaths.data, from: "the data page")
    wanted.add(SitePlan.noJekyll.path, from: "the mark that keeps GitHub Pages from leaving files out")
    wanted.add("404.html", from: "the page for missing addresses")
    wanted.add("llms.txt", from: "the guide for programs that read text")
    wanted.add("robots.txt", from: "the rules for search engines")
    if site.paths.base != nil { wanted.add("sitemap.xml", from: "the site map") }
    for feed in ReportFeed.all(site) { wanted.add(feed.paths, from: "the feeds") }
    for calendar in DueCalendar.all(site) { wanted.add(calendar.path, from: "the calendars") }
    wanted.add(DataFiles.names.map { "data/\($0)" }, from: "the data")
    wanted.add(site.sharedServices.map(NowPages.workbook), from: "the tables for Excel")
    for body in site.authorities {
      let source = "the authority \(body.name)"
      if let path = AggregateFiles.paragraphsPath(of: body, site) { wanted.add(path, from: source) }
      wanted.add(SitePaths.authority(body.slug), from: source)
      wanted.add(BadgeImage(site: site, body: body).paths, from: source)
      wanted.add([EmbedCard.path(of: body), LinkCard.path(of: body.slug)], from: source)
    }
    for summary in site.authorities.flatMap(\.reports) {
      var names = ["index.html", SourcePage.name, "report.json", "report.md"]
      if site.publishesOriginal(of: summary) { names.append(SourceDocument.original) }
      wanted.add(names.map { SitePaths.folder(of: summary) + $0 }, from: summary.source.path)
    }
    for page in FollowUpPage.all(site) { wanted.add(page.path, from: page.report.source.path) }
    wanted.add(ChangePages(site: site).paths, from: ChangePages.source)
    for page in pages { wanted.add(MarkdownPage.path(of: page), from: page.path) }
    for asset in assets {
      wanted.add(asset.path, from: asset.path == ScriptIndex.path ? "the index for scripts" : "Templates/\(asset.path)")
    }
    for file in staticFiles { wanted.add(file.path, from: file.source) }
    for page in lists { wanted.add([page.path] + page.files, from: page.source) }
    wanted.add(points, from: RecommendationPages.source)
    return SitePlan(wanted)
  }

  // MARK: The accent colour

  private static let styleSheet = "assets/site.css"

  /// The style sheet with the publisher's own accent, if it is a colour: `#54398f`.
  private static func accented(_ file: OutputFile, _ accent: String?) -> OutputFile {
    guard let accent, accent.utf8.first == UInt8(ascii: "#"), [4, 7].contains(accent.utf8.count),
      accent.dropFirst().allSatisfy(\.isHexDigit)
    else { return file }
    return OutputFile(path: file.path, bytes: file.bytes + Array("\n:root { --accent: \(accent); }\n".utf8))
  }
}
