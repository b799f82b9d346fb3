public import ContentLoading
public import Diagnostics
public import Inspections

/// A report as it was read, with its text.
public struct ReadReport: Sendable {
  /// The report.
  public var report: Report
  /// The text that it was read from.
  public var source: SourceText

  /// Makes the pair.
  public init(report: Report, source: SourceText) {
    self.report = report
    self.source = source
  }
}

/// What the reports of one authority give.
public struct AuthorityFiles: Sendable {
  /// The files; a page comes behind what it links to.
  public var files: [OutputFile] = []
  /// What they add to the files that have rows of every authority or report, in the order of `BulkFiles.files`.
  public var parts: [BulkFiles.Part] = []
  /// Where later reports come back to what earlier ones asked.
  public var echoes: [Echo] = []
}

/// Makes the files of a site from what was read: it holds no state, so any number of tasks may ask it for the files of
/// their authorities at the same time.
///
/// An authority's reports are taken together, since the page of each says what came later and what came up again; they
/// are needed whole, once. What needs all authorities needs only the reports' summaries.
public struct SiteGenerator: Sendable {
  /// Every file of the site and what it comes from.
  public let plan: SitePlan
  /// What is wrong with the plan, and what the content names that is not on the site.
  public let diagnostics: [Diagnostic]
  let kit: SiteKit
  let navigation: SiteNavigation
  let pages: [SourceText]
  let templates: [SourceText]
  /// The files that pages need: style sheet, scripts, icon.
  public let assets: [OutputFile]
  let listings: [SharedPage]

  /// What is taken for granted while the reports' points are not known yet.
  public struct Draft: Sendable, Hashable {
    /// Whether any report asks for something to improve, for which there is a page that every page links to.
    public var asksForSomething: Bool

    /// Makes a draft from its parts.
    public init(asksForSomething: Bool) { self.asksForSomething = asksForSomething }
  }

  /// Prepares the templates and the plan. A draft knows of reports only where they belong; it can make the files of
  /// authorities, and has no plan.
  ///
  /// - Parameters:
  ///   - content: everything but the reports.
  ///   - templates: the templates and the files that pages need.
  ///   - summaries: the reports, in any order.
  ///   - unread: the files that could not be read.
  ///   - hasSearch: whether an index for searching the full text is made.
  ///   - draft: what a draft takes for granted; nil where everything is known.
  ///   - made: the paths of files that are made already; the plan holds these very strings and none of its own.
  public init(
    _ content: Content, templates: TemplateSet, summaries: [ReportSummary], unread: [UnreadFile] = [],
    hasSearch: Bool = false, draft: Draft? = nil, made: Set<String> = []
  ) {
    let pages = StandingPages.completed(content.pages)
    navigation = SiteNavigation(
      summaries: summaries, frameworks: content.frameworks, pages: pages, hasSearch: hasSearch,
      asksForSomething: draft?.asksForSomething)
    kit = SiteKit(
      content, templates: templates, summaries: summaries, unread: unread, navigation: navigation,
      hasSearch: hasSearch)
    self.pages = pages
    self.templates = templates.texts
    var assets = templates.assets.map { file in
      file.path == SiteGenerator.styleSheet ? SiteGenerator.accented(file, content.configuration.accent) : file
    }
    assets.append(ScriptIndex(kit: kit).file)
    self.assets = assets
    guard draft == nil else {
      listings = []
      plan = SitePlan(WantedFiles())
      diagnostics = []
      return
    }
    listings = SharedPage.all(kit)
    plan = SiteGenerator.plan(
      kit, pages: pages, summaries: summaries, assets: assets, listings: listings, made: made)
    diagnostics = plan.diagnostics + kit.corrections.diagnostics
  }

  /// What the reports of one authority give: their own files and those of the authority. The reports may be known less
  /// well to the generator itself, which then only tells what lies beside them.
  public func authority(_ reports: [ReadReport]) -> AuthorityFiles {
    let summaries = reports.map { ReportSummary(of: $0.report) }
    guard let body = InspectedBody.all(of: summaries, register: kit.register).first else { return AuthorityFiles() }
    let kit = kit.knowing(body)
    let byPath = Dictionary(reports.map { ($0.report.source.path, $0) }) { first, _ in first }
    var result = AuthorityFiles()
    let echoes = EchoFinder(body.reports)
    var outlined: [(report: Report, outline: ReportOutline, summary: ReportSummary)] = []
    for summary in body.reports {
      guard let read = byPath[summary.source.path] else { continue }
      let outline = ReportOutline(read.report)
      outlined.append((read.report, outline, summary))
      result.files += files(for: read.report, outline: outline, summary: summary, source: read.source, kit: kit)
      result.echoes += echoes.echoes(in: read.report, outline, summary: summary)
    }
    result.parts = BulkFiles.parts(of: body, outlined, echoes: result.echoes, kit: kit)
    result.files += files(of: body, echoes: Dictionary(grouping: result.echoes, by: \.earlier), kit: kit)
    return result
  }

  private func files(
    for report: Report, outline: ReportOutline, summary: ReportSummary, source: SourceText, kit: SiteKit
  ) -> [OutputFile] {
    let folder = SiteAddress.folder(of: summary)
    let markdown = ReportMarkdown(report, framework: kit.frameworks[report.framework]).bytes
    var json = ReportJSON.bytes(of: report, path: summary.fileName)
    json.append("\n")
    return [
      OutputFile(path: folder + "report.json", bytes: json),
      OutputFile(path: folder + "report.md", bytes: markdown),
      SourcePage(kit: kit, report: report, summary: summary, source: source).file,
      ReportPage(report, outline: outline, summary: summary, kit: kit).file,
    ]
  }

  private func files(of body: InspectedBody, echoes: [String: [Echo]], kit: SiteKit) -> [OutputFile] {
    let badge = BadgeImage(kit: kit, body: body)
    var files = [badge.file, LinkCard(kit: kit, body: body).file].compactMap { $0 } + badge.judgements
    if let calendar = DueCalendar(kit: kit, body: body) { files.append(calendar.file) }
    files += ReportFeed(kit: kit, body: body).files
    files += FollowUpPage.all(kit, of: body).map { $0.file(echoes[$0.report.id] ?? []) }
    files += [EmbedCard(kit: kit, body: body).file, AuthorityPage(kit: kit, body: body).file].compactMap { $0 }
    return files
  }

  /// The page about the data files, and those of them that are not written authority by authority. They change with
  /// any of the data; a draft can make them too, if it knows the reports' licences.
  public func dataFiles(written: [BulkFiles.Written]) -> [OutputFile] {
    let data = DataFiles(kit, written: written)
    return data.files + [DataPage(kit: kit, data: data).file]
  }

  /// What makes the other files of the whole site, each by itself, so that none has to wait for another or be held; the
  /// front page, which links to most, comes last.
  public var siteTasks: [@Sendable () -> [OutputFile]] {
    let (kit, plan, guides) = (kit, plan, MachineGuides(kit: kit))
    var tasks: [@Sendable () -> [OutputFile]] = ReportFeed.ofSite(kit).map { feed in { feed.files } }
    if let calendar = DueCalendar.ofSite(kit) { tasks.append { [calendar.file] } }
    tasks += listings.map { page in { [page.make()] } }
    tasks += pages.map { page in { [WrittenPage(kit: kit, page: page).file] } }
    tasks.append {
      let pages = plan.entries.lazy.map(\.path).filter { path in
        path.hasSuffix("index.html") || path.hasSuffix("/" + FollowUpPage.name)
      }
      return [guides.robots, guides.llms, NotFoundPage(kit: kit).file] + (guides.siteMap(pages).map { [$0] } ?? [])
    }
    tasks.append { [HomePage(kit: kit).file] }
    return tasks
  }

  private static func plan(
    _ kit: SiteKit, pages: [SourceText], summaries: [ReportSummary], assets: [OutputFile], listings: [SharedPage],
    made: Set<String>
  ) -> SitePlan {
    var wanted = WantedFiles(made: made)
    wanted.add(SiteAddress.home, from: "the front page")
    wanted.add(SiteAddress.data, from: "the data page")
    wanted.add("404.html", from: "the page for missing addresses")
    wanted.add("llms.txt", from: "the guide for programs that read text")
    wanted.add("robots.txt", from: "the rules for search engines")
    if kit.address.base != nil { wanted.add("sitemap.xml", from: "the site map") }
    for feed in ReportFeed.all(kit) { wanted.add(feed.paths, from: "the feeds") }
    for calendar in DueCalendar.all(kit) { wanted.add(calendar.path, from: "the calendars") }
    wanted.add(DataFiles.names.map { "data/\($0)" }, from: "the data")
    for body in kit.bodies {
      let source = "the authority \(body.name)"
      wanted.add(SiteAddress.authority(body.slug), from: source)
      wanted.add(BadgeImage(kit: kit, body: body).paths, from: source)
      wanted.add([EmbedCard.path(of: body), LinkCard.path(of: body.slug)], from: source)
    }
    for summary in summaries {
      let names = ["index.html", SourcePage.name, "report.json", "report.md"]
      wanted.add(names.lazy.map { SiteAddress.folder(of: summary) + $0 }, from: summary.source.path)
    }
    for page in FollowUpPage.all(kit) { wanted.add(page.path, from: page.report.source.path) }
    for page in pages { wanted.add(WrittenPage.path(of: page), from: page.path) }
    for asset in assets {
      wanted.add(asset.path, from: asset.path == ScriptIndex.path ? "the index for scripts" : "Templates/\(asset.path)")
    }
    for page in listings { wanted.add(page.path, from: page.source) }
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
