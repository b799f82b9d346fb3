internal import ContentLoading
internal import Inspections

/// The front page: nothing yet, one report as a card, or the authorities from A to Z. What needs more reports than
/// there are is not there.
struct HomePage: TemplateRoot {
  static let template = "home"
  static let fields: [TemplateField<HomePage>] = [
    .text("counts") { $0.counts }, .flag("isEmpty") { $0.reports.isEmpty },
    .part("report") { $0.reports.count == 1 ? $0.reports.first.map($0.card) : nil },
    .flag("hasList") { $0.reports.count > 1 }, .list("services") { $0.services }, .text("listed") { $0.service?.name },
    .list("facets") { BrowsePages(kit: $0.kit).facets },
    .list("letters") { $0.letters }, .list("authorities") { $0.rows }, .markup("overview") { $0.overview },
    .list("latest") { $0.latest },
  ]

  let kit: SiteKit
  private let reports: [ReportSummary]

  /// Takes the site's reports.
  init(kit: SiteKit) {
    self.kit = kit
    reports = kit.bodies.flatMap(\.reports)
  }

  /// The page; of a large site it is long, since it names every authority.
  var file: OutputFile {
    Frame(
      kit: kit, path: SiteAddress.home, title: kit.configuration.title, description: kit.configuration.description,
      structuredData: StructuredData.site(kit), main: self
    ).file
  }

  /// `3 reports on 2 authorities, of inspections from 29 November 2010 to 3 March 2023.`
  private var counts: String {
    guard !reports.isEmpty else { return "No reports yet." }
    let days = reports.compactMap(\.date).sorted()
    var words = Wording.count(reports.count, "report")
    words += " on \(kit.bodyCount(kit.bodies.count))"
    if let first = days.first, let last = days.last {
      words += first == last ? ", inspected \(first.words)" : ", of inspections from \(first.words) to \(last.words)"
    }
    return words + "."
  }

  private func card(_ report: ReportSummary) -> HomeReport { HomeReport(kit: kit, report: report) }

  // MARK: Many reports

  /// The authorities, each with its place on the page; the first of a letter is where the letter leads.
  private var rows: [ListedAuthority] {
    let table = AuthorityTable(kit: kit, root: "")
    var taken: Set<String> = []
    return kit.bodies.map { body in
      let letter = Self.letter(of: body)
      let isFirst = hasLetters && taken.insert(letter).inserted
      let report = service == nil ? body.current : body.current(in: service)?.report
      return table.row(report, of: body, anchor: isFirst ? "letter-\(letter)" : "a-\(body.slug)")
    }
  }

  /// The services, each with its page of what is true now.
  private var services: [Link] {
    let pages = NowPages(kit: kit)
    return kit.sharedServices.map { Link($0.name, NowPages.address($0), note: pages.sentence(of: $0)) }
  }

  /// The service whose grades the list shows; nil while none has two authorities.
  private var service: Service? { kit.sharedServices.first }

  private var letters: [Link] {
    guard hasLetters else { return [] }
    var taken: Set<String> = []
    return kit.bodies.map(Self.letter).filter { taken.insert($0).inserted }
      .map { Link($0.uppercased(), "#letter-\($0)") }
  }

  private var hasLetters: Bool { kit.bodies.count >= HomePage.fewestForLetters }

  private static func letter(of body: InspectedBody) -> String { SiteAddress.part(String(body.name.prefix(1))) }

  /// How often each grade was given under the framework of the latest reports, once there are enough authorities.
  private var overview: [UInt8] {
    guard hasLetters else { return [] }
    let latest = kit.bodies.compactMap { $0.current(in: service)?.report }
    let counts = Dictionary(grouping: latest, by: \.framework).mapValues(\.count)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
      let framework = kit.frameworks[most], !framework.judgements.isEmpty
    else { return [] }
    let reports = latest.filter { $0.framework == most }
    let bars = GradeBars(kit: kit, framework: framework, reports: reports)
    let note =
      "\(framework.name): the latest report of each of \(kit.bodyCount(reports.count))."
    return kit.section(
      anchor: "overview", title: "The grades in all", note: note,
      body: bars.drawing { ComparePages.gradeAddress(framework, $0, $1) }) + TileMap(kit: kit, service: service).drawing
  }

  private var latest: [Link] {
    let newest = reports.sorted { first, second in
      let (left, right) = (first.lastDay?.iso ?? "", second.lastDay?.iso ?? "")
      return left != right ? left > right : InspectedBody.isNewer(first, second)
    }
    return newest.prefix(HomePage.latestReports).map { report in
      Link(
        "\(kit.authorityName(of: report)), \(kit.frameworks.shortName(report.framework))", SiteAddress.page(of: report),
        note: report.inspection.published.map { "published \($0.words)" } ?? Wording.dates(report.inspection))
    }
  }

  private static let fewestForLetters = 20
  private static let latestReports = 5
}

/// What the front page shows of a single report.
struct HomeReport: TemplateContext {
  static let fields: [TemplateField<HomeReport>] = [
    .text("kicker") { card in
      "\(card.kit.frameworks.inspectorate(card.report.framework)) · \(card.kit.frameworks.name(card.report.framework))"
    },
    .text("authority") { $0.kit.authorityName(of: $0.report) },
    .address("authorityAddress") { SiteAddress.authority($0.report.authority.slug) },
    .text("title") { $0.report.title }, .text("dates") { Wording.dates($0.report.inspection) },
    .address("address") { $0.page }, .text("sentence") { $0.kit.sentence(of: $0.report) },
    .list("profiles") { $0.kit.profiles(of: $0.report, page: $0.page, headingLevel: 3) },
    .text("pointCount") { Wording.count($0.report.recommendations.count, "point") },
    .list("timescales") { $0.timescales },
  ]

  let kit: SiteKit
  let report: ReportSummary

  private var page: String { SiteAddress.page(of: report) }

  /// How many points must improve by when, in the order of the report.
  private var timescales: [Fact] {
    let named = report.recommendations.compactMap(\.timescale)
    var seen: Set<String> = []
    return named.filter { seen.insert($0).inserted }.compactMap { timescale in
      Fact(timescale, Wording.grouped(named.count { $0 == timescale }))
    }
  }
}
