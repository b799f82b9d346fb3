internal import ContentLoading
internal import Diagnostics
internal import Inspections

/// The configuration, data, and templates shared by all pages. A class, since every part of every page holds it.
final class Site: Sendable {
  /// Everything that the publisher wrote.
  let content: Content
  let paths: SitePaths
  let frameworks: FrameworkIndex
  let themes: ThemeFinder
  /// The topics that recommendations are grouped under: the themes, then the services.
  let topics: [RecommendationTopic]
  /// The published corrections.
  let corrections: CorrectionLog
  /// The changes to the site since it was first recorded.
  let history: ChangeLog
  /// The files that could not be read.
  let unread: [UnreadFile]
  let templates: SiteTemplates
  let navigation: SiteNavigation
  let badges: PrerenderedBadges
  /// The sets of authorities to compare, by the slug of the authority or the title of the set they belong to.
  let sets: [String: [AuthoritySet]]
  /// Whether a full-text search index is built.
  let hasSearch: Bool
  /// The inspected services, those of today first.
  let services: [Service]
  /// The services that two or more authorities are currently judged in; each has a page of current grades.
  let sharedServices: [Service]
  /// The authorities that have reports, A to Z.
  let authorities: [AuthoritySummary]
  /// The reports of all authorities, in the same order; an authority's are newest first.
  let reports: [ReportSummary]
  /// The kind of body inspected, if all frameworks in use agree; otherwise `.authority`.
  let bodyKind: BodyKind
  private let authoritiesBySlug: [String: AuthoritySummary]

  /// Prepares templates and badges, and groups the reports by authority.
  init(
    _ content: Content, templates: TemplateSet, summaries: [ReportSummary], unread: [UnreadFile],
    pages: [SourceText], hasSearch: Bool
  ) {
    self.unread = unread
    self.content = content
    paths = SitePaths(base: content.configuration.baseURL)
    let used = Set(summaries.map(\.framework))
    let kinds = Set(content.frameworks.filter { used.contains($0.id) }.map(\.bodies))
    // A site about schools has no pages on how councils are inspected.
    frameworks = FrameworkIndex(content.frameworks.filter { kinds.isEmpty || kinds.contains($0.bodies) })
    bodyKind = kinds.count == 1 ? kinds.first ?? .authority : .authority
    themes = ThemeFinder(content.themes)
    sets = Dictionary(grouping: content.sets, by: \.owner)
    self.hasSearch = hasSearch
    corrections = CorrectionLog(content.corrections, summaries: summaries, frameworks: frameworks)
    history = ChangeLog(content.published, summaries: summaries, unread: unread)
    services = Service.all(of: frameworks)
    topics = RecommendationTopic.all(content.themes, services)
    authorities = AuthoritySummary.all(of: summaries, register: content.register, services: services)
    reports = authorities.flatMap(\.reports)
    sharedServices = services.filter { [authorities] service in authorities.count { $0.current(in: service) != nil } > 1
    }
    navigation = SiteNavigation(authorities: authorities, services: sharedServices, pages: pages, hasSearch: hasSearch)
    let constants = SiteConstants(
      content.configuration, navigation: navigation, authorities: authorities.count, kind: bodyKind)
    self.templates = SiteTemplates(compiled: templates.compiled, constants: constants)
    badges = PrerenderedBadges(frameworks: frameworks, templates: self.templates)
    authoritiesBySlug = Dictionary(authorities.map { ($0.slug, $0) }) { first, _ in first }
  }

  var configuration: SiteConfiguration { content.configuration }

  /// Returns the authority with this slug, if it has reports.
  func authority(slug: String) -> AuthoritySummary? {
    authoritiesBySlug[SitePaths.pathComponent(for: slug)]
  }

  /// Returns the service that a framework inspects.
  func service(of framework: String) -> Service? {
    services.first { $0.inspects(framework) }
  }

  /// Returns the address where a report's grades are explained; nil for a report without grades.
  func scale(of report: ReportSummary) -> String? {
    frameworks[report.framework].flatMap { framework in
      framework.scale.grades.isEmpty || !report.hasJudgements ? nil : FrameworkPages.address(framework) + "#scale"
    }
  }

  /// Whether a report is the latest judgement of one of its authority's services.
  func isCurrent(_ report: ReportSummary) -> Bool {
    authority(slug: report.authority.slug)?.currents.contains { $0.report.id == report.id } ?? false
  }

  /// Returns the name of a report's authority: the register's, or else as printed.
  func authorityName(of report: ReportSummary) -> String {
    authority(slug: report.authority.slug)?.name ?? report.authority.name
  }

  /// Returns the short name of a report: its framework and the days on site.
  func name(of report: ReportSummary) -> String {
    "\(frameworks.shortName(report.framework)), \(DisplayText.dates(report.inspection))"
  }

  /// Returns a count with the noun for the bodies inspected: `1 authority`, `2 schools`.
  func authorityCount(_ count: Int) -> String { DisplayText.count(count, bodyKind.name, bodyKind.plural) }

  /// Returns the title of the browser window: the page, then the site.
  func windowTitle(_ page: String) -> String { "\(page) – \(configuration.title)" }
}
