public import ContentLoading
public import Diagnostics
public import Inspections

/// Makes the files of a site from what was read: it holds no state, so any number of tasks may ask it for the files of
/// their reports at the same time.
///
/// What needs one report needs the whole report, once; what needs many needs only their summaries. The page of a report
/// also says whether the same authority has a later one, so it can change when another report is added.
public struct SiteGenerator: Sendable {
  /// Every file of the site and what it comes from.
  public let plan: SitePlan
  /// What is wrong with the plan, and what the content names that is not on the site.
  public let diagnostics: [Diagnostic]
  private let kit: SiteKit
  private let pages: [SourceText]
  private let summaries: [ReportSummary]
  /// The files that pages need: style sheet, scripts, icon.
  public let assets: [OutputFile]
  private let listings: [SharedPage]

  /// Prepares the templates and the plan; reports must be told by their summaries before their files are asked for.
  public init(
    configuration: SiteConfiguration, frameworks: [Framework], register: AuthorityRegister, themes: [Theme] = [],
    map: [MapTile] = [], accessibility: AccessibilityStatement = AccessibilityStatement(),
    corrections: [Correction] = [], pages: [SourceText], templates: TemplateSet, summaries: [ReportSummary],
    hasSearch: Bool = false
  ) {
    let pages = StandingPages.completed(pages)
    let navigation = SiteNavigation(
      summaries: summaries, frameworks: frameworks, pages: pages, hasSearch: hasSearch)
    kit = SiteKit(
      configuration: configuration, frameworks: frameworks, register: register, themes: themes, map: map,
      accessibility: accessibility, corrections: CorrectionLog(corrections, summaries: summaries),
      templates: templates, summaries: summaries, navigation: navigation, hasSearch: hasSearch)
    self.pages = pages
    self.summaries = summaries
    var assets = templates.assets.map { file in
      file.path == SiteGenerator.styleSheet ? SiteGenerator.accented(file, configuration.accent) : file
    }
    assets.append(ScriptIndex(kit: kit).file)
    self.assets = assets
    listings = SharedPage.all(kit)
    plan = SitePlan(
      SiteGenerator.entries(kit, pages: pages, summaries: summaries, assets: assets)
        + listings.map { SitePlan.Entry(path: $0.path, source: $0.source) })
    diagnostics = plan.diagnostics + kit.corrections.diagnostics
  }

  /// The files of one report: its page, the text it was read from, and the report as JSON and as Markdown.
  public func files(for report: Report, source: SourceText) -> [OutputFile] {
    let summary = ReportSummary(of: report)
    let folder = SiteAddress.folder(of: summary)
    let markdown = ReportMarkdown(report, framework: kit.frameworks[report.framework]).bytes
    return [
      ReportPage(report, summary: summary, kit: kit).file,
      SourcePage(kit: kit, report: report, summary: summary, source: source).file,
      OutputFile(
        path: folder + "report.json", bytes: ReportJSON.bytes(of: report, path: summary.fileName) + [0x0A]),
      OutputFile(path: folder + "report.md", bytes: markdown),
    ]
  }

  /// The files of the reports in the order in which the data files list them: by authority, the newest first.
  public var sourcePaths: [String] { kit.bodies.flatMap { $0.reports.map(\.source.path) } }

  /// What a report adds to the files that have rows of every report, in the order of `BulkFiles.files`.
  public func parts(of report: Report) -> [BulkFiles.Part] {
    BulkFiles.parts(of: report, summary: ReportSummary(of: report), kit: kit)
  }

  /// Where a report comes back to what earlier reports of the same authority asked.
  public func echoes(in report: Report) -> [Echo] {
    let summary = ReportSummary(of: report)
    let earlier = kit.body(summary.authority.slug)?.reports.filter { FollowUpPage.isLater(summary, than: $0) } ?? []
    return EchoFinder(earlier).echoes(in: report, summary: summary)
  }

  /// All other files, in the order of their paths; with the echoes of all reports.
  public func sharedFiles(echoes: [Echo] = [], written: [BulkFiles.Written] = []) -> [OutputFile] {
    let data = DataFiles(kit, echoes: echoes, written: written)
    let guides = MachineGuides(kit: kit)
    var files = [HomePage(kit: kit).file, DataPage(kit: kit, data: data).file, NotFoundPage(kit: kit).file]
    files += kit.bodies.compactMap { AuthorityPage(kit: kit, body: $0).file }
    for body in kit.bodies {
      let badge = BadgeImage(kit: kit, body: body)
      files +=
        [badge.file, EmbedCard(kit: kit, body: body).file, LinkCard(kit: kit, body: body).file].compactMap { $0 }
        + badge.judgements
    }
    let echoes = Dictionary(grouping: echoes, by: \.earlier)
    files += FollowUpPage.all(kit).map { $0.file(echoes[$0.report.id] ?? []) }
    files += pages.map { WrittenPage(kit: kit, page: $0).file }
    files += listings.map { $0.make() }
    files += ReportFeed.all(kit).flatMap(\.files) + DueCalendar.all(kit).map(\.file)
    files += data.files + [guides.robots, guides.llms]
    let listed = plan.entries.map(\.path).filter { path in
      path.hasSuffix("index.html") || path.hasSuffix("/" + FollowUpPage.name)
    }
    if let siteMap = guides.siteMap(listed) { files.append(siteMap) }
    return files.sorted { $0.path < $1.path }
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
