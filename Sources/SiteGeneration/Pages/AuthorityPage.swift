internal import ContentLoading
internal import Inspections

/// The page of an authority: its latest profile first, then all its inspections and facts about the authority.
struct AuthorityPage: TemplateRoot {
  static let template = "authority"
  static let fields: [TemplateField<AuthorityPage>] = [
    .text("eyebrow") { [$0.body.entry?.type, $0.body.region].compactMap { $0 }.joined(separator: " · ") },
    .text("name") { $0.body.name }, .list("notices") { $0.site.noticesOfUnread(of: $0.body) },
    .text("region") { $0.body.region }, .text("published") { $0.latest.searchDate },
    .list("services") { $0.cards }, .flag("hasPoints") { $0.cards.contains(where: \.hasPoints) },
    .markup("praise") { $0.praise }, .markup("changes") { AuthorityChanges(site: $0.site, body: $0.body).tables },
    .markup("relatives") { RelatedJudgementsTable(site: $0.site, body: $0.body).table },
    .list("neighbours") { $0.site.neighbours(of: $0.body) }, .markup("followUps") { $0.followUps },
    .markup("timeline") { AuthorityTimeline(site: $0.site, body: $0.body).drawing },
    .list("inspections") { $0.inspections }, .list("facts") { $0.facts }, .text("citation") { $0.citation },
    .flag("hasCalendar") { $0.body.reports.contains(where: \.hasDue) },
    .list("snippets") { EmbedCard(site: $0.site, body: $0.body).snippets },
    .address("badgeURL") { $0.root + SitePaths.badge($0.body.slug) },
    .text("badgeWords") { BadgeImage.words($0.body, site: $0.site) }, .address("root") { $0.root },
  ]

  let site: Site
  let body: AuthoritySummary

  private var latest: ReportSummary { body.current }

  private var cards: [ServiceCard] {
    body.currents.map { ServiceCard(site: site, body: body, current: $0) }
  }

  private var path: String { SitePaths.authority(body.slug) }
  private var root: String { SitePaths.relativeRoot(from: path) }

  /// The page.
  var file: OutputFile {
    Frame(
      site: site, path: path, title: site.windowTitle(body.name),
      description: "\(body.name): what inspectors judged and what must improve. "
        + body.currents.map { sentence(of: $0.report) }.joined(separator: " "),
      here: body.name, structuredData: StructuredData.authority(body, site: site), signposts: signposts,
      feed: "\(body.name): reports", image: LinkCard.image(of: latest, site: site), main: self
    ).file
  }

  private func sentence(of report: ReportSummary) -> String {
    "\(site.name(of: report)): \(site.sentence(of: report))"
  }

  /// The links for programs: this URL to cite, the reports, and the description of the data.
  private var signposts: [Signpost] {
    var signposts = [Signpost("describedby", "../../data/csv-metadata.json")]
    if let page = site.paths.absolute(path) { signposts.append(Signpost("cite-as", page)) }
    signposts += body.reports.map { Signpost("item", "\($0.folderName)/index.html") }
    let licences = Set(body.reports.map { DisplayText.licenceAddress($0.licence) })
    if licences.count == 1, let licence = licences.first ?? nil { signposts.append(Signpost("license", licence)) }
    return signposts
  }

  /// The citation of this page: whose reports, who read them, the latest inspection, and the URL.
  private var citation: String {
    let all = Set(body.reports.map { site.frameworks.inspectorate($0.framework) })
    // Omit inspectorates whose name only adds partners to another one's name.
    let named = all.filter { name in !all.contains { $0 != name && name.hasPrefix($0) } }.sorted()
    var parts = ["Reports on \(body.name) by \(DisplayText.list(named))", "as read by \(site.configuration.title)"]
    if let date = body.reports.first?.date { parts.append("latest inspection \(date.words)") }
    if let address = site.paths.absolute(path) { parts.append(address) }
    return parts.joined(separator: ", ")
  }

  /// The inspections, newest first, with the unread reports in the order of their dates; empty if there is
  /// just one.
  private var inspections: [Inspection] {
    let unread = site.unread(of: body).earlier.sorted { ($0.date?.iso ?? "", $0.name) > ($1.date?.iso ?? "", $1.name) }
    guard body.reports.count + unread.count > 1 else { return [] }
    var inspections: [Inspection] = []
    var rest = unread[...]
    for report in body.reports {
      let due = rest.prefix { file in file.date.flatMap { day in report.date.map { day > $0 } } ?? false }
      rest = rest.dropFirst(due.count)
      inspections += due.map { Inspection(site: site, unread: $0) } + [Inspection(site: site, report: report)]
    }
    return inspections + rest.map { Inspection(site: site, unread: $0) }
  }

  /// The current judgements with the top grade of their scale.
  private var praise: [UInt8] {
    var links: [Link] = []
    for report in body.currents.map(\.report) {
      for judgement in report.judgements {
        guard let grade = judgement.grade, let scale = site.frameworks[report.framework]?.scale,
          GradePips.isCounted(scale.part(with: grade)), scale.grade(grade)?.role == .top
        else { continue }
        links.append(
          Link(
            judgement.group.map { "\($0): \(judgement.title)" } ?? judgement.title,
            "\(report.folderName)/index.html#\(Anchor.judgement(judgement.key))",
            note:
              "\(site.frameworks.label(judgement, in: report.framework) ?? grade), \(site.frameworks.shortName(report.framework)), "
              + (report.date?.words ?? "undated")))
      }
    }
    return site.section(
      anchor: "praised", title: "What inspectors praised",
      note:
        "Every judgement at the top of its scale in the reports that count now; each leads to the lines that state it.",
      links: links)
  }

  /// The links to the follow-up pages of earlier reports.
  private var followUps: [UInt8] {
    let links = body.reports.filter { FollowUpPage.exists(for: $0, in: body) }.map { report in
      Link(
        site.name(of: report),
        "\(report.folderName)/\(FollowUpPage.name)", note: DisplayText.count(report.recommendations.count, "point"))
    }
    return site.section(
      anchor: "follow-up", title: "What was asked before",
      note: "The points of earlier inspections, each with passages of later reports that share its unusual words.",
      links: links)
  }

  private var facts: [Fact] {
    [
      Fact("Official name", body.entry?.officialName ?? latest.authority.printed), Fact("Type", body.entry?.type),
      Fact(site.bodyKind.area ?? "Region", body.region), Fact("GSS code", code),
      Fact(site.bodyKind.identifier ?? "Number", body.identifier),
      Fact("Earlier codes", body.entry?.formerGSS.joined(separator: ", ")),
      Fact("Existed from", body.entry?.started?.words), Fact("Abolished", body.entry?.ended?.words),
      bodies("Replaced", body.entry?.predecessors ?? []), bodies("Replaced by", body.entry?.successors ?? []),
    ].compactMap { $0 }
  }

  private var code: String? {
    guard let gss = body.gss else { return nil }
    return body.entry?.gssSince.map { "\(gss), since \($0.words)" } ?? gss
  }

  /// Returns other authorities, as links if they have a page here.
  private func bodies(_ term: String, _ slugs: [String]) -> Fact? {
    guard !slugs.isEmpty else { return nil }
    let names = slugs.map { slug in
      site.authority(slug: slug).map { [UInt8](link: $0.name, to: "../\($0.slug)/index.html") }
        ?? [UInt8](markup: "\(site.content.register.authority(slug: slug)?.name ?? slug)")
    }
    return Fact(term, markup: Array(names.joined(separator: ", ".utf8)))
  }
}
