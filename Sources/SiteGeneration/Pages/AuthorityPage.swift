internal import ContentLoading
internal import Inspections

/// The page of an authority: its latest profile first, then all its inspections and what is known of the body.
struct AuthorityPage {
  let kit: SiteKit
  let body: InspectedBody

  /// The page; nothing for a body without reports.
  var file: OutputFile? {
    guard let latest = body.reports.first else { return nil }
    let path = SiteAddress.authority(body.slug)
    let root = SiteAddress.root(from: path)
    let page = "\(latest.folderName)/index.html"
    let dates = Wording.dates(latest.inspection)
    let context = AuthorityContext(
      kicker: [body.entry?.type, body.entry?.region].compactMap { $0 }.joined(separator: " · "), name: body.name,
      notices: kit.noticesOfUnread(of: body), region: body.entry?.region ?? "", published: SearchLabels.digits(latest),
      sentence: kit.sentence(of: latest),
      latestTitle: kit.frameworks.name(latest.framework), latestAddress: page, latestDates: dates,
      profiles: kit.profiles(of: latest, page: page, headingLevel: 3),
      improvements: improvements(of: latest, page: page), praise: praise,
      changes: AuthorityChanges(kit: kit, body: body).tables + AuthorityRelatives(kit: kit, body: body).table,
      history: followUps + history, facts: facts, citation: citation,
      calendar: calendar, snippets: snippets, badgeAddress: root + SiteAddress.badge(body.slug),
      badgeWords: BadgeImage.words(body, kit: kit), root: root)
    return kit.page(
      path: path, title: kit.windowTitle(body.name),
      description: "\(body.name): what inspectors judged and what must improve. Latest inspection \(dates), "
        + "\(kit.frameworks.shortName(latest.framework)). \(kit.sentence(of: latest))",
      crumbs: [("Home", SiteAddress.home)], here: body.name,
      structuredData: StructuredData.authority(body, kit: kit), signposts: signposts, feed: "\(body.name): reports",
      image: LinkCard.image(of: latest, kit: kit),
      main: kit.templates.filled(context))
  }

  /// Where programs find this address to cite, the reports, and the description of the data.
  private var signposts: [(relation: StaticString, address: String)] {
    var signposts: [(relation: StaticString, address: String)] = [("describedby", "../../data/csv-metadata.json")]
    if let page = kit.address.absolute(SiteAddress.authority(body.slug)) { signposts.append(("cite-as", page)) }
    signposts += body.reports.map { ("item", "\($0.folderName)/index.html") }
    let licences = Set(body.reports.map { Wording.licenceAddress($0.licence) })
    if licences.count == 1, let licence = licences.first ?? nil { signposts.append(("license", licence)) }
    return signposts
  }

  /// How others may name this page: whose reports, who read them, how far they reach, and where it is.
  private var citation: String {
    let all = Set(body.reports.map { kit.frameworks.inspectorate($0.framework) })
    // One that is named alone is not named again for what it did with partners.
    let named = all.filter { name in !all.contains { $0 != name && name.hasPrefix($0) } }.sorted()
    var parts = ["Reports on \(body.name) by \(Wording.list(named))", "as read by \(kit.configuration.title)"]
    if let latest = body.reports.first?.date { parts.append("latest inspection \(latest.words)") }
    if let address = kit.address.absolute(SiteAddress.authority(body.slug)) { parts.append(address) }
    return parts.joined(separator: ", ")
  }

  private var history: [UInt8] {
    var unread = kit.unread(of: body).earlier.sorted { ($0.date?.iso ?? "", $0.name) > ($1.date?.iso ?? "", $1.name) }[
      ...]
    guard body.reports.count + unread.count > 1 else { return [] }
    var items: [UInt8] = []
    func appendUnread(_ isDue: (UnreadFile) -> Bool) {
      while let file = unread.first, isDue(file) {
        kit.templates.append(UnreadContext(account: file.account), to: &items)
        unread = unread.dropFirst()
      }
    }
    for report in body.reports {
      appendUnread { file in file.date.flatMap { day in report.date.map { day > $0 } } ?? false }
      let item = InspectionContext(
        address: "\(report.folderName)/index.html", dates: Wording.dates(report.inspection),
        framework: kit.frameworks.shortName(report.framework), title: kit.frameworks.name(report.framework),
        sentence: kit.sentence(of: report), grades: kit.highlights(of: report))
      kit.templates.append(item, to: &items)
    }
    appendUnread { _ in true }
    return kit.templates.filled(HistoryContext(timeline: AuthorityTimeline(kit: kit, body: body).drawing, items: items))
  }

  /// What the latest report says must improve, each point with its due date where there is one.
  private func improvements(of report: ReportSummary, page: String) -> [UInt8] {
    guard report.counts.recommendations > 0 else { return [] }
    var items: [UInt8] = []
    for (index, recommendation) in report.recommendations.enumerated() {
      let text = [UInt8](markup: "<p>\(Wording.line(recommendation.text))</p>")
      let point = PointContext(
        recommendation, body: text, address: "\(page)#r\(index + 1)", authority: "Point \(index + 1)",
        report: kit.frameworks.shortName(report.framework), date: recommendation.timescale ?? "")
      kit.templates.append(point, to: &items)
    }
    let points = kit.templates.filled(PointsContext(items: items))
    return kit.templates.filled(
      ImprovementsSummaryContext(count: Wording.count(report.recommendations.count, "point"), points: points))
  }

  /// What inspectors judged as good as can be, the newest first.
  private var praise: [UInt8] {
    var items: [UInt8] = []
    for report in body.reports {
      for judgement in report.judgements {
        guard let grade = judgement.grade, let scale = kit.frameworks[report.framework]?.scale,
          GradePips.isCounted(scale), scale.grade(grade)?.role == .top
        else { continue }
        kit.append(
          link: judgement.group.map { "\($0): \(judgement.title)" } ?? judgement.title,
          "\(report.folderName)/index.html#\(JudgementGroups.anchor(judgement.key))",
          note: "\(kit.frameworks.label(grade, in: report.framework)), \(kit.frameworks.shortName(report.framework)), "
            + (report.date?.words ?? "undated"), to: &items)
      }
    }
    guard !items.isEmpty else { return [] }
    return kit.section(
      anchor: "praised", title: "What inspectors praised",
      note: "Every judgement at the top of its scale, the newest first; each leads to the lines that state it.",
      body: kit.list(items))
  }

  /// What to paste into another page; nothing while the site has no address of its own.
  private var snippets: [UInt8] {
    var rows: [UInt8] = []
    for (label, code) in EmbedCard(kit: kit, body: body).snippets {
      kit.templates.append(SnippetContext(label: label, code: code), to: &rows)
    }
    guard !rows.isEmpty else { return [] }
    let table = kit.table(kind: "plain snippets", caption: "What to paste", head: ["Shows", "Paste this"], rows: rows)
    return [UInt8](
      markup: """
        <details class="dictionary" id="snippets"><summary>Badges and a card to paste into a page</summary>
        \(table)</details>

        """)
  }

  private var calendar: [UInt8] {
    let isDue = body.reports.contains(where: \.hasDue)
    return isDue ? Array(" · <a href=\"calendar.ics\">Due days as a calendar</a>".utf8) : []
  }

  /// The ways to what later reports say of what earlier ones asked.
  private var followUps: [UInt8] {
    var items: [UInt8] = []
    for report in body.reports where FollowUpPage.exists(for: report, in: body) {
      kit.append(
        link: "\(kit.frameworks.shortName(report.framework)), \(Wording.dates(report.inspection))",
        "\(report.folderName)/\(FollowUpPage.name)", note: Wording.count(report.recommendations.count, "point"),
        to: &items)
    }
    guard !items.isEmpty else { return [] }
    return kit.section(
      anchor: "follow-up", title: "What was asked before",
      note: "The points of earlier inspections, each with passages of later reports that share its unusual words.",
      body: kit.list(items))
  }

  private var facts: [UInt8] {
    var facts: [UInt8] = []
    kit.append(fact: "Official name", body.entry?.officialName ?? body.reports.first?.authority.printed, to: &facts)
    kit.append(fact: "Type", body.entry?.type, to: &facts)
    kit.append(fact: "Region", body.entry?.region, to: &facts)
    kit.append(fact: "GSS code", code, to: &facts)
    kit.append(fact: "Earlier codes", body.entry?.formerGSS.joined(separator: ", "), to: &facts)
    kit.append(fact: "Existed from", body.entry?.started?.words, to: &facts)
    kit.append(fact: "Abolished", body.entry?.ended?.words, to: &facts)
    append(fact: "Replaced", body.entry?.predecessors ?? [], to: &facts)
    append(fact: "Replaced by", body.entry?.successors ?? [], to: &facts)
    return facts
  }

  private var code: String? {
    guard let gss = body.gss else { return nil }
    return body.entry?.gssSince.map { "\(gss), since \($0.words)" } ?? gss
  }

  /// Other bodies, as links where they have a page here.
  private func append(fact term: String, _ slugs: [String], to facts: inout [UInt8]) {
    guard !slugs.isEmpty else { return }
    let names = slugs.map { slug in
      kit.body(slug).map { [UInt8](link: $0.name, to: "../\($0.slug)/index.html") }
        ?? [UInt8](markup: "\(kit.register.authority(slug: slug)?.name ?? slug)")
    }
    kit.append(fact: term, markup: Array(names.joined(separator: ", ".utf8)), to: &facts)
  }
}
