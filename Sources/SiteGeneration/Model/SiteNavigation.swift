internal import Diagnostics
internal import Inspections

/// The pages that every page links to: the few that most readers want at the top, all of them at the bottom. What needs
/// more reports than there are is not among them.
struct SiteNavigation: Sendable {
  /// The links at the top.
  let main: [Link]
  /// The links at the bottom.
  let more: [Link]

  /// Tells from the reports which pages there are.
  init(
    summaries: [ReportSummary], frameworks: [Framework], pages: [SourceText], hasSearch: Bool
  ) {
    let written = pages.map { Link(WrittenPage.title(of: $0), WrittenPage.path(of: $0)) }
    var main = [Link("Home", SiteAddress.home)]
    if SiteNavigation.canCompare(summaries, frameworks) { main.append(Link("Compare", ComparePages.path)) }
    if summaries.contains(where: { $0.counts.recommendations > 0 }) {
      main.append(Link("What must improve", ImprovementPages.path))
    }
    if !summaries.isEmpty { main.append(Link("Frameworks", FrameworkPages.path)) }
    if hasSearch, !summaries.isEmpty { main.append(Link("Search", SearchPage.path)) }
    main.append(Link("Data", SiteAddress.data))
    let first = written.first { !StandingPages.contains($0.address) }
    if let first { main.append(first) }
    self.main = main
    var more = main
    if !summaries.isEmpty {
      more += [Link("How grades are read", MethodPage.path), Link("What’s new", WhatsNewPage.path)]
    }
    self.more = more + written.filter { $0.address != first?.address }
  }

  private static func canCompare(_ summaries: [ReportSummary], _ frameworks: [Framework]) -> Bool {
    let graded = Set(frameworks.filter { !$0.judgements.isEmpty }.map(\.id))
    return Dictionary(grouping: summaries.filter { graded.contains($0.framework) }, by: \.framework).values.contains {
      Set($0.map { SiteAddress.part($0.authority.slug) }).count > 1
    }
  }
}
