internal import CommonMark
internal import ContentLoading
internal import Inspections

/// The page of one report: its judgements and their evidence, the recommendations, and every finding with an anchor
/// of its own.
struct ReportPage: TemplateRoot {
  static let template = "report"
  static let fields: [TemplateField<ReportPage>] = [
    .text("eyebrow") { $0.eyebrow }, .text("authority") { $0.authority },
    .text("title") { "\($0.report.title), \($0.dates)" }, .text("sentence") { $0.site.sentence(of: $0.summary) },
    .text("citation") { $0.citation }, .text("searchTitle") { "\($0.authority): \($0.site.name(of: $0.summary))" },
    .text("region") { $0.site.authority(slug: $0.summary.authority.slug)?.region },
    .text("inspectorate") { $0.inspectorate }, .text("framework") { $0.frameworkName },
    .text("year") { $0.summary.date.map { String($0.year) } }, .text("kind") { DisplayText.kind($0.report.kind) },
    .text("published") { $0.summary.searchDate },
    .list("notices") { $0.notices }, .address("original") { $0.original },
    .address("officialURL") { $0.official?.text },
    .text("officialHost") { $0.official?.host }, .list("facts") { $0.facts }, .text("whereabouts") { $0.whereabouts },
    .address("scale") { page in
      page.site.scale(of: page.summary).map { SitePaths.relativeRoot(from: SitePaths.page(of: page.summary)) + $0 }
    },
    .list("contents") { $0.contents }, .list("judgementGroups") { $0.judgementGroups },
    .flag("hasPoints") { !$0.report.recommendations.isEmpty }, .text("pointsNote") { $0.pointsNote },
    .flag("hasFollowUp") { $0.hasFollowUp }, .list("pointGroups") { $0.pointGroups },
    .text("findingsTitle") { $0.isSummary ? "Findings, summarised" : "Findings" },
    .text("findingsNote") { $0.numberingNote }, .list("paragraphs") { $0.paragraphs },
    .list("readingFacts") { $0.readingFacts },
    .text("doubtCount") { DisplayText.count($0.report.diagnostics.count, "doubt") }, .list("doubts") { $0.doubts },
  ]

  let site: Site
  let outline: ReportAnchors
  let report: Report
  let summary: ReportSummary

  var document: SourceDocument {
    let address = official.map { String($0.text.prefix { $0 != "#" }) }
    return SourceDocument(source: report.source, address: address ?? original)
  }
  private var official: ExternalURL? { ExternalURL(report.source.header.sourceURL) }
  private var original: String? { site.publishesOriginal(of: summary) ? SourceDocument.original : nil }

  /// The page.
  var file: OutputFile {
    Frame(
      site: site, path: SitePaths.page(of: summary), title: site.windowTitle("\(authority): \(site.name(of: summary))"),
      description: "\(inspectorate) in \(authority), \(dates), \(frameworkName). \(site.sentence(of: summary))",
      crumbs: [Link(authority, SitePaths.authority(summary.authority.slug))],
      here: "\(frameworkName), \(summary.inspection.start.map { String($0.year) } ?? "undated")",
      structuredData: StructuredData.report(summary, site: site), signposts: signposts,
      image: LinkCard.image(of: summary, site: site), published: summary.inspection.published,
      room: report.proseCount * 2 + report.findings.count * 300 + (24 << 10), main: self
    ).file
  }

  private var authority: String { site.authorityName(of: summary) }
  private var inspectorate: String { site.frameworks.inspectorate(report.framework) }
  private var frameworkName: String { site.frameworks.shortName(report.framework) }
  private var dates: String { DisplayText.dates(summary.inspection) }

  /// The links for programs: the report as data, its licence and the schema of the data.
  private var signposts: [Signpost] {
    [
      Signpost("describedby", "../../../data/report.schema.json"), Signpost("item", "report.json"),
      Signpost("item", "report.md"), original.map { Signpost("item", $0) },
      site.paths.absolute(SitePaths.page(of: summary)).map { Signpost("cite-as", $0) },
      DisplayText.licenceAddress(summary.licence).map { Signpost("license", $0) },
    ].compactMap { $0 }
  }

  // MARK: Before the report's own text

  private var citation: String {
    let title = report.source.header.summaryOf ?? report.title
    let day = summary.inspection.published?.words ?? dates
    return [inspectorate, title.contains(authority) ? title : "\(title), \(authority)", day].joined(separator: ", ")
  }

  /// The note on the printed page, which is a short version, on where to find the rest.
  private var whereabouts: String {
    let rest = "The findings, and the lines that each grade was read from, are on"
    return site.paths.absolute(SitePaths.page(of: summary)).map { "\(rest) \($0)" }
      ?? "\(rest) this report’s page of \(site.configuration.title)."
  }

  private var eyebrow: String {
    let kind = DisplayText.kind(report.kind)
    return report.source.header.summaryOf == nil
      ? "\(kind) report" : "Summary of \(report.kind == .inspection ? "an" : "a") \(kind.lowercased()) report"
  }

  private var notices: [Notice] {
    var notices = CorrectionTable(site: site).notices(of: summary)
    if let later = laterReport {
      let name = site.name(of: later)
      let link = [UInt8](link: name, to: "../../../\(SitePaths.page(of: later))")
      let text = [UInt8](markup: "\(link) is the latest inspection of this service here.")
      notices.append(Notice(title: "There is a later inspection", text: text))
    }
    if let body = site.authority(slug: summary.authority.slug) { notices += site.noticesOfUnread(of: body) }
    if let original = report.source.header.summaryOf {
      let publisher = report.source.header.publisher ?? inspectorate
      let names = ["“\(original)”", publisher, summary.inspection.published?.words].compactMap { $0 }
      let text = [UInt8](
        markup: """
          The published report is \(names.joined(separator: ", ")). The judgements are the inspectors’; the sentences on \
          this page are not.
          """)
      notices.append(Notice(title: "This is a summary prepared for this site", text: text))
    }
    return notices
  }

  private var laterReport: ReportSummary? {
    let body = site.authority(slug: summary.authority.slug)
    let latest = body?.current(in: site.service(of: summary.framework))?.report
    return latest.flatMap { FollowUpPage.isLater($0, than: summary) ? $0 : nil }
  }

  private var facts: [Fact] {
    [
      Fact(site.bodyKind.title, markup: [UInt8](link: report.authority.printed, to: "../index.html")),
      Fact("Inspectorate", inspectorate), Fact("Framework", site.frameworks.name(report.framework)),
      Fact("Kind", report.kind == .inspection ? nil : DisplayText.kind(report.kind)), Fact("Fieldwork", dates),
      Fact("Theme", report.inspection.theme), Fact("Answer due", report.inspection.reply?.words),
      Fact("Published", summary.inspection.published?.words ?? "Not stated in the file supplied"),
      Fact("Lead inspector", report.inspection.lead), Fact("Licence", markup: licence),
    ].compactMap { $0 }
  }

  private var licence: [UInt8] {
    let name = DisplayText.licence(summary.licence)
    let reason = report.source.header.licenceReason.map { " (\($0))" } ?? ""
    guard let address = DisplayText.licenceAddress(summary.licence) else { return [UInt8](markup: "\(name)\(reason)") }
    return [UInt8](markup: "<a rel=\"license\" href=\"\(address)\">\(name)</a>\(reason)")
  }

  private var contents: [ContentsItem] {
    var items: [ContentsItem] = []
    if !report.judgements.isEmpty { items.append(ContentsItem(anchor: "judgements", title: "Judgements")) }
    if !report.recommendations.isEmpty {
      items.append(ContentsItem(anchor: "improvements", title: "What must improve"))
    }
    if !report.findings.isEmpty { items.append(ContentsItem(anchor: "findings", title: "Findings")) }
    items += outline.headings.filter { $0.depth < 2 }.map {
      ContentsItem(anchor: $0.anchor, title: $0.title, depth: $0.depth + 1)
    }
    return items + [ContentsItem(anchor: "reading", title: "How this page was read")]
  }
}

/// One entry of the page's table of contents.
struct ContentsItem: TemplateContext {
  static let fields: [TemplateField<ContentsItem>] = [
    .text("anchor") { $0.anchor }, .text("title") { $0.title }, .text("depth") { String($0.depth) },
  ]

  let anchor: String
  let title: String
  /// The depth, 0 for the outermost.
  var depth = 0
}
