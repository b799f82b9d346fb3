internal import ContentLoading
internal import Inspections

/// The front page: nothing yet, one report as a card, or the authorities from A to Z. What needs more reports than
/// there are is not there.
struct HomePage {
  let kit: SiteKit

  /// The page; of a large site it is long, since it names every authority.
  var file: OutputFile {
    kit.page(
      path: SiteAddress.home, title: kit.configuration.title, description: kit.configuration.description,
      structuredData: StructuredData.site(kit), main: main)
  }

  private var main: [UInt8] {
    let reports = kit.bodies.flatMap(\.reports)
    let body: [UInt8]
    switch reports.count {
    case 0: body = kit.templates.filled(HomeEmptyContext())
    case 1: body = reports.first.map(card) ?? []
    default: body = index
    }
    return kit.templates.filled(HomeContext(counts: counts(reports), body: body))
  }

  /// `3 reports on 2 authorities, published from 24 January 2011 to 3 March 2023.`
  private func counts(_ reports: [ReportSummary]) -> String {
    guard !reports.isEmpty else { return "No reports yet." }
    let published = reports.compactMap(\.inspection.published).sorted()
    var words = Wording.count(reports.count, "report")
    words += " on \(Wording.count(kit.bodies.count, "authority", "authorities"))"
    if let first = published.first, let last = published.last {
      words += first == last ? ", published \(first.words)" : ", published from \(first.words) to \(last.words)"
    }
    return words + "."
  }

  // MARK: One report

  private func card(_ report: ReportSummary) -> [UInt8] {
    let page = SiteAddress.page(of: report)
    return kit.templates.filled(
      HomeReportContext(
        kicker: "\(kit.frameworks.inspectorate(report.framework)) · \(kit.frameworks.name(report.framework))",
        authority: kit.authorityName(of: report),
        authorityAddress: SiteAddress.authority(report.authority.slug), title: report.title,
        dates: Wording.dates(report.inspection), address: page, sentence: kit.sentence(of: report),
        profiles: kit.profiles(of: report, page: page, headingLevel: 3), improvements: deadlines(of: report, page: page)
      ))
  }

  private func deadlines(of report: ReportSummary, page: String) -> [UInt8] {
    guard report.counts.recommendations > 0 else { return [] }
    var order: [String] = []
    var counts: [String: Int] = [:]
    for recommendation in report.recommendations {
      guard let timescale = recommendation.timescale else { continue }
      if counts[timescale] == nil { order.append(timescale) }
      counts[timescale, default: 0] += 1
    }
    guard !order.isEmpty else { return [] }
    var items: [UInt8] = []
    for timescale in order {
      kit.append(fact: timescale, counts[timescale].map(Wording.grouped), to: &items)
    }
    let count = Wording.count(report.recommendations.count, "point")
    return kit.templates.filled(DeadlinesContext(count: count, address: "\(page)#improvements", items: items))
  }

  // MARK: Many reports

  private var index: [UInt8] {
    var rows: [UInt8] = []
    var letters: [UInt8] = []
    var taken: Set<String> = []
    let table = AuthorityTable(kit: kit, root: "")
    let hasLetters = kit.bodies.count >= HomePage.fewestForLetters
    for body in kit.bodies {
      guard let latest = body.reports.first else { continue }
      let letter = SiteAddress.part(String(body.name.prefix(1)))
      let isFirst = hasLetters && taken.insert(letter).inserted
      if isFirst {
        kit.templates.append(LetterContext(letter: letter.uppercased(), anchor: "letter-\(letter)"), to: &letters)
      }
      table.append(latest, of: body, anchor: isFirst ? "letter-\(letter)" : "a-\(body.slug)", to: &rows)
    }
    return kit.templates.filled(
      HomeAuthoritiesContext(
        letters: letters, facets: facets, overview: overview, rows: rows, latest: latest))
  }

  /// Links to the prepared pages that narrow the list.
  private var facets: [UInt8] {
    var items: [UInt8] = []
    for facet in BrowsePages(kit: kit).facets {
      var links: [UInt8] = []
      for choice in facet.choices {
        kit.append(link: choice.label, choice.path, note: String(choice.reports.count), to: &links)
      }
      kit.templates.append(FacetContext(title: facet.title, links: links), to: &items)
    }
    return items
  }

  /// How often each grade was given under the framework of the latest reports, once there are enough authorities.
  private var overview: [UInt8] {
    guard kit.bodies.count >= HomePage.fewestForLetters else { return [] }
    let latest = kit.bodies.compactMap(\.reports.first)
    let counts = Dictionary(grouping: latest, by: \.framework).mapValues(\.count)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
      let framework = kit.frameworks[most], !framework.judgements.isEmpty
    else { return [] }
    let reports = kit.bodies.compactMap { body in body.reports.first { $0.framework == most } }
    let bars = GradeBars(kit: kit, framework: framework, reports: reports)
    let note =
      "\(framework.name): the latest report of each of \(Wording.count(reports.count, "authority", "authorities"))."
    return kit.section(
      anchor: "overview", title: "The grades in all", note: note,
      body: bars.drawing { ComparePages.gradeAddress(framework, $0, $1) }) + TileMap(kit: kit).drawing
  }

  private var latest: [UInt8] {
    let reports = kit.bodies.flatMap(\.reports).sorted { first, second in
      let (left, right) = (first.inspection.published?.iso ?? "", second.inspection.published?.iso ?? "")
      return left != right ? left > right : InspectedBody.isNewer(first, second)
    }
    var items: [UInt8] = []
    for report in reports.prefix(HomePage.latestReports) {
      let published = report.inspection.published.map { "published \($0.words)" }
      let item = LatestContext(
        address: SiteAddress.page(of: report),
        authority: kit.authorityName(of: report),
        framework: kit.frameworks.shortName(report.framework), date: published ?? Wording.dates(report.inspection))
      kit.templates.append(item, to: &items)
    }
    return items
  }

  private static let fewestForLetters = 20
  private static let latestReports = 5
}
