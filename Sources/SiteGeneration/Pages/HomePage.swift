internal import ContentLoading
internal import Inspections

/// The home page: empty, one report as a card, or the authorities from A to Z. Omits sections that need more reports
/// than the site has.
struct HomePage: TemplateRoot {
  static let template = "home"
  static let fields: [TemplateField<HomePage>] = [
    .text("counts") { $0.counts }, .flag("isEmpty") { $0.site.reports.isEmpty },
    .part("report") { $0.site.reports.count == 1 ? HomeReport(site: $0.site, report: $0.site.reports[0]) : nil },
    .flag("hasList") { $0.site.reports.count > 1 }, .list("services") { $0.services },
    .text("listed") { $0.service?.name }, .list("facets") { BrowsePages(site: $0.site).facets },
    .list("letters") { $0.letters }, .list("authorities") { $0.rows }, .part("now") { $0.now },
    .list("latest") { $0.latest },
  ]

  let site: Site

  /// The page.
  var file: OutputFile {
    Frame(
      site: site, path: SitePaths.home, title: site.configuration.title, description: site.configuration.description,
      structuredData: StructuredData.site(site), main: self
    ).file
  }

  /// `3 reports on 2 authorities, of inspections from 29 November 2010 to 3 March 2023.`
  private var counts: String {
    guard !site.reports.isEmpty else { return "No reports yet." }
    let days = site.reports.compactMap(\.date).sorted()
    var words = DisplayText.count(site.reports.count, "report")
    words += " on \(site.authorityCount(site.authorities.count))"
    if let first = days.first, let last = days.last {
      words += first == last ? ", inspected \(first.words)" : ", of inspections from \(first.words) to \(last.words)"
    }
    return words + "."
  }

  // MARK: Many reports

  /// The authorities with their grades, if they are few enough to be shown here.
  private var rows: [ListedAuthority] {
    guard !hasLetters else { return [] }
    return site.authorities.map { body in
      let report = service == nil ? body.current : body.current(in: service)?.report
      return ListedAuthority(site: site, root: "", report: report, body: body, anchor: "a-\(body.slug)")
    }
  }

  /// The services, each with a link to its page of current grades.
  private var services: [Link] {
    let pages = NowPages(site: site)
    return site.sharedServices.map { Link($0.name, NowPages.address($0), note: pages.sentence(of: $0)) }
  }

  /// The service whose grades the list shows; nil if no service has two authorities.
  private var service: Service? { site.sharedServices.first }

  /// The authorities of a large site, by first letter.
  private var letters: [Letter] {
    guard hasLetters else { return [] }
    let groups = Dictionary(grouping: site.authorities) {
      SitePaths.pathComponent(for: String($0.name.prefix(1))).uppercased()
    }
    return groups.sorted { $0.key < $1.key }.map { letter, bodies in
      Letter(letter: letter, names: bodies.map { Link($0.name, SitePaths.authority($0.slug)) })
    }
  }

  private var hasLetters: Bool { site.authorities.count >= HomePage.fewestForLetters }

  /// The counts and the map of the first service, once there are enough authorities.
  private var now: ServiceNow? {
    guard hasLetters, let service, service.hasGrades else { return nil }
    return ServiceNow(site: site, service: service, rows: NowPages(site: site).rows(of: service))
  }

  private var latest: [Link] {
    let page = WhatsNewPage(site: site)
    return page.newest.prefix(HomePage.latestReports).map {
      page.link(to: $0, unpublished: DisplayText.dates($0.inspection))
    }
  }

  private static let fewestForLetters = 20
  private static let latestReports = 5
}

/// The authorities with the same first letter.
struct Letter: TemplateContext {
  static let fields: [TemplateField<Letter>] = [.text("letter") { $0.letter }, .list("links") { $0.names }]

  let letter: String
  let names: [Link]
}

/// The content of the home page for a single report.
struct HomeReport: TemplateContext {
  static let fields: [TemplateField<HomeReport>] = [
    .text("eyebrow") { card in
      "\(card.site.frameworks.inspectorate(card.report.framework)) · \(card.site.frameworks.name(card.report.framework))"
    },
    .text("authority") { $0.site.authorityName(of: $0.report) },
    .address("authorityURL") { SitePaths.authority($0.report.authority.slug) },
    .text("title") { $0.report.title }, .text("dates") { DisplayText.dates($0.report.inspection) },
    .address("url") { $0.page }, .text("sentence") { $0.site.sentence(of: $0.report) },
    .list("profiles") { $0.site.profiles(of: $0.report, page: $0.page, headingLevel: 3) },
    .text("pointCount") { DisplayText.count($0.report.recommendations.count, "point") },
    .list("timescales") { $0.timescales },
  ]

  let site: Site
  let report: ReportSummary

  private var page: String { SitePaths.page(of: report) }

  /// The number of recommendations by timescale, in the order of the report.
  private var timescales: [Fact] {
    let named = report.recommendations.compactMap(\.timescale)
    return named.uniqued(by: \.self).compactMap { timescale in
      Fact(timescale, DisplayText.grouped(named.count { $0 == timescale }))
    }
  }
}
