internal import CommonMark
internal import ContentLoading
internal import Inspections

/// The page of one report: what was judged and where that is read, what must improve, and every paragraph with an
/// address of its own.
struct ReportPage {
  let kit: SiteKit
  private let outline: ReportOutline
  let report: Report
  let summary: ReportSummary
  let framework: Framework?

  /// Takes a report and what the site knows of it.
  init(_ report: Report, outline: ReportOutline, summary: ReportSummary, kit: SiteKit) {
    self.outline = outline
    self.kit = kit
    self.report = report
    self.summary = summary
    framework = kit.frameworks[report.framework]
  }

  /// The page.
  var file: OutputFile {
    let authority = kit.authorityName(of: summary)
    let inspectorate = kit.frameworks.inspectorate(summary.framework)
    let shortName = kit.frameworks.shortName(summary.framework)
    let dates = Wording.dates(summary.inspection)
    let main = ReportContext(
      kicker: kicker,
      authority: authority, authorityAddress: "../index.html", title: "\(report.title), \(dates)",
      sentence: kit.sentence(of: summary), citation: citation, search: SearchLabels(summary, kit: kit),
      notices: notices, official: official, facts: facts,
      whereabouts: whereabouts, contents: contents(outline), judgements: judgements(outline),
      improvements: improvements,
      findings: findings(outline), reading: reading)
    let body = kit.templates.filled(main)
    return kit.page(
      path: SiteAddress.page(of: summary),
      title: kit.windowTitle("\(authority): \(shortName), \(dates)"),
      description: "\(inspectorate) in \(authority), \(dates), \(shortName). \(kit.sentence(of: summary))",
      crumbs: [("Home", SiteAddress.home), (authority, SiteAddress.authority(summary.authority.slug))],
      here: "\(shortName), \(summary.inspection.start.map { String($0.year) } ?? "undated")",
      structuredData: StructuredData.report(summary, kit: kit), signposts: signposts,
      image: LinkCard.image(of: summary, kit: kit),
      published: summary.inspection.published,
      main: body)
  }

  /// Where programs find the report as data, its licence and the schema of the data.
  private var signposts: [(relation: StaticString, address: String)] {
    var signposts: [(relation: StaticString, address: String)] = [
      ("describedby", "../../../data/report.schema.json"), ("item", "report.json"), ("item", "report.md"),
    ]
    if let page = kit.address.absolute(SiteAddress.page(of: summary)) { signposts.append(("cite-as", page)) }
    if let licence = Wording.licenceAddress(summary.licence) { signposts.append(("license", licence)) }
    return signposts
  }

  // MARK: What stands before the report

  private var citation: String {
    let title = report.source.header.summaryOf ?? report.title
    let name = kit.authorityName(of: summary)
    let day = summary.inspection.published?.words ?? Wording.dates(summary.inspection)
    let inspectorate = kit.frameworks.inspectorate(summary.framework)
    return [inspectorate, title.contains(name) ? title : "\(title), \(name)", day].joined(separator: ", ")
  }

  /// Where paper, which shows a brief of this page, sends its readers for the rest.
  private var whereabouts: String {
    let rest = "The findings, and the lines that each grade was read from, are on"
    return kit.address.absolute(SiteAddress.page(of: summary)).map { "\(rest) \($0)" }
      ?? "\(rest) this report’s page of \(kit.configuration.title)."
  }

  private var kicker: String {
    let kind = Wording.kind(report.kind)
    return report.source.header.summaryOf == nil
      ? "\(kind) report" : "Summary of \(report.kind == .inspection ? "an" : "a") \(kind.lowercased()) report"
  }

  private var notices: [UInt8] {
    var notices = CorrectionTable(kit: kit).notices(of: summary)
    if let later = laterReport {
      let name = "\(kit.frameworks.shortName(later.framework)), \(Wording.dates(later.inspection))"
      let link = [UInt8](link: name, to: "../../../\(SiteAddress.page(of: later))")
      let text = [UInt8](markup: "\(link) is the latest inspection of this authority here.")
      kit.templates.append(NoticeContext(title: "There is a later inspection", text: text), to: &notices)
    }
    if let body = kit.body(summary.authority.slug) { notices += kit.noticesOfUnread(of: body) }
    if let original = report.source.header.summaryOf {
      let publisher = report.source.header.publisher ?? kit.frameworks.inspectorate(report.framework)
      let names = ["“\(original)”", publisher, summary.inspection.published?.words].compactMap { $0 }
      let text = [UInt8](
        markup: """
          The published report is \(names.joined(separator: ", ")). The judgements are the inspectors’; the sentences on \
          this page are not.
          """)
      kit.templates.append(NoticeContext(title: "This is a summary prepared for this site", text: text), to: &notices)
    }
    return notices
  }

  private var laterReport: ReportSummary? {
    guard let latest = kit.body(summary.authority.slug)?.reports.first, latest.id != summary.id,
      let date = latest.date, let own = summary.date, date > own
    else { return nil }
    return latest
  }

  private var official: [UInt8] {
    guard let address = WebAddress(report.source.header.sourceURL) else { return [] }
    return kit.templates.filled(OfficialContext(address: address.text, host: address.host))
  }

  private var facts: [UInt8] {
    var facts: [UInt8] = []
    kit.append(fact: "Authority", markup: [UInt8](link: report.authority.printed, to: "../index.html"), to: &facts)
    kit.append(fact: "Inspectorate", kit.frameworks.inspectorate(report.framework), to: &facts)
    kit.append(fact: "Framework", kit.frameworks.name(report.framework), to: &facts)
    if report.kind != .inspection { kit.append(fact: "Kind", Wording.kind(report.kind), to: &facts) }
    kit.append(fact: "Fieldwork", Wording.dates(report.inspection), to: &facts)
    let published = summary.inspection.published?.words ?? "Not stated in the file supplied"
    kit.append(fact: "Published", published, to: &facts)
    kit.append(fact: "Lead inspector", report.inspection.lead, to: &facts)
    kit.append(fact: "Licence", markup: licence, to: &facts)
    return facts
  }

  private var licence: [UInt8] {
    let name = Wording.licence(summary.licence)
    guard let address = Wording.licenceAddress(summary.licence) else { return [UInt8](markup: "\(name)") }
    return [UInt8](markup: "<a rel=\"license\" href=\"\(address)\">\(name)</a>")
  }

  private func contents(_ outline: ReportOutline) -> [UInt8] {
    var items: [UInt8] = []
    func add(_ anchor: String, _ title: String, depth: Int = 0) {
      kit.templates.append(ContentsItemContext(anchor: anchor, title: title, depth: depth), to: &items)
    }
    if !report.judgements.isEmpty { add("judgements", "Judgements") }
    if !report.recommendations.isEmpty { add("improvements", "What must improve") }
    if !report.findings.isEmpty {
      add("findings", "Findings")
      for heading in outline.headings where heading.depth < 2 {
        add(heading.anchor, heading.title, depth: heading.depth + 1)
      }
    }
    add("reading", "How this page was read")
    return items
  }
}
