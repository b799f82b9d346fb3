internal import Diagnostics

/// The pages that every page links to: the few that most readers want at the top, all of them at the bottom. Pages
/// that need more reports than the site has are left out.
struct SiteNavigation: Sendable {
  /// The links at the top.
  let main: [Link]
  /// The links at the bottom.
  let more: [Link]

  /// Creates the links to the pages that exist for these reports; `services` are those that have pages.
  init(authorities: [AuthoritySummary], services: [Service], pages: [SourceText], hasSearch: Bool) {
    let reports = authorities.flatMap(\.reports)
    let written = pages.map { Link(MarkdownPage.title(of: $0), MarkdownPage.path(of: $0)) }
    var main = [Link("Home", SitePaths.home)]
    if let first = services.first { main.append(Link("Now", NowPages.address(first))) }
    if SiteNavigation.canCompare(authorities) { main.append(Link("Compare", ComparePages.path)) }
    if reports.contains(where: { $0.counts.recommendations > 0 }) {
      main.append(Link("What must improve", RecommendationPages.path))
    }
    if !reports.isEmpty { main.append(Link("Frameworks", FrameworkPages.path)) }
    if hasSearch, !reports.isEmpty { main.append(Link("Search", SearchPage.path)) }
    main.append(Link("Data", SitePaths.data))
    let first = written.first { !BuiltInPages.contains($0.address) }
    if let first { main.append(first) }
    self.main = main
    var more = main
    if !reports.isEmpty {
      more += [Link("How grades are read", MethodPage.path), Link("What’s new", WhatsNewPage.path)]
    }
    self.more = more + written.filter { $0.address != first?.address }
  }

  /// Whether two authorities have current grades under the same framework.
  private static func canCompare(_ authorities: [AuthoritySummary]) -> Bool {
    let graded = authorities.flatMap(\.currents).map(\.report).filter(\.hasJudgements)
    return Dictionary(grouping: graded, by: \.framework).values.contains { $0.count > 1 }
  }
}
