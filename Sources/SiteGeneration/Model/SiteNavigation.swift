internal import Diagnostics
internal import Inspections

/// The pages that every page links to: the few that most readers want at the top, all of them at the bottom. What needs
/// more reports than there are is not among them.
struct SiteNavigation: Sendable {
  /// The links at the top.
  let main: [(label: String, path: String)]
  /// The links at the bottom.
  let more: [(label: String, path: String)]

  /// Tells from the reports which pages there are.
  init(
    summaries: [ReportSummary], frameworks: [Framework], pages: [SourceText], hasSearch: Bool
  ) {
    let written = pages.map { (label: WrittenPage.title(of: $0), path: WrittenPage.path(of: $0)) }
    var main = [(label: "Home", path: SiteAddress.home)]
    if SiteNavigation.canCompare(summaries, frameworks) { main.append(("Compare", ComparePages.path)) }
    if summaries.contains(where: { $0.counts.recommendations > 0 }) {
      main.append(("What must improve", ImprovementPages.path))
    }
    if !summaries.isEmpty { main.append(("Frameworks", FrameworkPages.path)) }
    if hasSearch, !summaries.isEmpty { main.append(("Search", SearchPage.path)) }
    main.append(("Data", SiteAddress.data))
    let first = written.first { !StandingPages.contains($0.path) }
    if let first { main.append(first) }
    self.main = main
    var more = main
    if !summaries.isEmpty {
      more += [("How grades are read", MethodPage.path), ("What’s new", WhatsNewPage.path)]
    }
    self.more = more + written.filter { $0.path != first?.path }
  }

  private static func canCompare(_ summaries: [ReportSummary], _ frameworks: [Framework]) -> Bool {
    let graded = Set(frameworks.filter { !$0.judgements.isEmpty }.map(\.id))
    return Dictionary(grouping: summaries.filter { graded.contains($0.framework) }, by: \.framework).values.contains {
      Set($0.map { SiteAddress.part($0.authority.slug) }).count > 1
    }
  }
}
