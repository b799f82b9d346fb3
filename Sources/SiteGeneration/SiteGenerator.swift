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
  ///   - hasSearch: whether an index for searching the full text is made.
  ///   - draft: what a draft takes for granted; nil where everything is known.
  public init(
    _ content: Content, templates: TemplateSet, summaries: [ReportSummary], hasSearch: Bool = false,
    draft: Draft? = nil
  ) {
    let pages = StandingPages.completed(content.pages)
    navigation = SiteNavigation(
      summaries: summaries, frameworks: content.frameworks, pages: pages, hasSearch: hasSearch,
      asksForSomething: draft?.asksForSomething)
    kit = SiteKit(
      content, templates: templates, summaries: summaries, navigation: navigation, hasSearch: hasSearch)
    self.pages = pages
    self.templates = templates.texts
    var assets = templates.assets.map { file in
      file.path == SiteGenerator.styleSheet ? SiteGenerator.accented(file, content.configuration.accent) : file
    }
    assets.append(ScriptIndex(kit: kit).file)
    self.assets = assets
    guard draft == nil else {
      listings = []
      plan = SitePlan([])
      diagnostics = []
      return
    }
    listings = SharedPage.all(kit)
    plan = SitePlan(
      SiteGenerator.entries(kit, pages: pages, summaries: summaries, assets: assets)
        + listings.map { SitePlan.Entry(path: $0.path, source: $0.source) })
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
    let (kit, plan) = (kit, plan)
    var tasks: [@Sendable () -> [OutputFile]] = ReportFeed.ofSite(kit).map { feed in { feed.files } }
    if let calendar = DueCalendar.ofSite(kit) { tasks.append { [calendar.file] } }
    tasks += listings.map { page in { [page.make()] } }
    tasks += pages.map { page in { [WrittenPage(kit: kit, page: page).file] } }
    tasks.append {
      let guides = MachineGuides(kit: kit)
      let listed = plan.entries.map(\.path).filter { path in
        path.hasSuffix("index.html") || path.hasSuffix("/" + FollowUpPage.name)
      }
      return [guides.robots, guides.llms] + (guides.siteMap(listed).map { [$0] } ?? [])
    }
    tasks.append { [NotFoundPage(kit: kit).file, HomePage(kit: kit).file] }
    return tasks
  }

  private static func entries(
    _ kit: SiteKit, pages: [SourceText], summaries: [ReportSummary], assets: [OutputFile]
  ) -> [SitePlan.Entry] {
    var entries = [
      SitePlan.Entry(path: SiteAddress.home, source: "the front page"),
      SitePlan.Entry(path: SiteAddress.data, source: "the data page"),
      SitePlan.Entry(path: "404.html", source: "the page for missing addresses"),
      SitePlan.Entry(path: "llms.txt", source: "the guide for programs that read text"),
      SitePlan.Entry(path: "robots.txt", source: "the rules for search engines"),
    ]
    if kit.address.base != nil { entries.append(SitePlan.Entry(path: "sitemap.xml", source: "the site map")) }
    entries += ReportFeed.all(kit).flatMap(\.paths).map { SitePlan.Entry(path: $0, source: "the feeds") }
    entries += DueCalendar.all(kit).map { SitePlan.Entry(path: $0.path, source: "the calendars") }
    entries += DataFiles.names.map { SitePlan.Entry(path: "data/\($0)", source: "the data") }
    for body in kit.bodies {
      let source = "the authority \(body.name)"
      entries.append(SitePlan.Entry(path: SiteAddress.authority(body.slug), source: source))
      let embedded = BadgeImage(kit: kit, body: body).paths + [EmbedCard.path(of: body), LinkCard.path(of: body.slug)]
      entries += embedded.map { SitePlan.Entry(path: $0, source: source) }
    }
    for summary in summaries {
      for name in ["index.html", SourcePage.name, "report.json", "report.md"] {
        entries.append(SitePlan.Entry(path: SiteAddress.folder(of: summary) + name, source: summary.source.path))
      }
    }
    entries += FollowUpPage.all(kit).map { SitePlan.Entry(path: $0.path, source: $0.report.source.path) }
    entries += pages.map { SitePlan.Entry(path: WrittenPage.path(of: $0), source: $0.path) }
    entries += assets.map { asset in
      SitePlan.Entry(
        path: asset.path, source: asset.path == ScriptIndex.path ? "the index for scripts" : "Templates/\(asset.path)")
    }
    return entries
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
