internal import ContentLoading
internal import Diagnostics
internal import Inspections

/// What every page is made with. A class, since every part of every page holds it.
final class Site: Sendable {
  let configuration: SiteConfiguration
  let paths: SitePaths
  let frameworks: FrameworkIndex
  /// Which judgements of different frameworks are related.
  let relatedJudgements: RelatedJudgements
  let register: AuthorityRegister
  let themes: ThemeFinder
  /// What points to improve are gathered under: the themes, and then the services.
  let topics: [RecommendationTopic]
  let map: [MapTile]
  /// The names of towns and districts by the slug of their authority.
  let places: [String: [String]]
  /// What the publisher states of the site's accessibility.
  let accessibility: AccessibilityStatement
  /// What was wrong and has been put right.
  let corrections: CorrectionLog
  /// What has changed since it was recorded.
  let history: ChangeLog
  /// The files that could not be read.
  let unread: [UnreadFile]
  let templates: SiteTemplates
  let navigation: SiteNavigation
  let badges: PrerenderedBadges
  /// Authorities that are looked at together, by the slug or the title of whose set it is.
  let sets: [String: [AuthoritySet]]
  /// Whether an index for searching the full text is made.
  let hasSearch: Bool
  /// What is inspected, the services of today first.
  let services: [Service]
  /// Those of which two authorities have reports, and which have pages of what is true now.
  let sharedServices: [Service]
  /// The authorities that have reports, A to Z.
  let authorities: [AuthoritySummary]
  /// What they are called: as their frameworks do, if all do alike.
  let bodyKind: BodyKind
  private let authoritiesBySlug: [String: AuthoritySummary]

  /// Prepares templates and badges, and sorts the reports to their authorities.
  init(
    _ content: Content, templates: TemplateSet, summaries: [ReportSummary], unread: [UnreadFile],
    pages: [SourceText], hasSearch: Bool
  ) {
    self.unread = unread
    configuration = content.configuration
    paths = SitePaths(base: configuration.baseURL)
    let used = Set(summaries.map(\.framework))
    let kinds = Set(content.frameworks.filter { used.contains($0.id) }.map(\.bodies))
    // A site about schools says nothing of how councils are inspected.
    frameworks = FrameworkIndex(content.frameworks.filter { kinds.isEmpty || kinds.contains($0.bodies) })
    bodyKind = kinds.count == 1 ? kinds.first ?? .authority : .authority
    relatedJudgements = RelatedJudgements(frameworks)
    register = content.register
    themes = ThemeFinder(content.themes)
    map = content.map
    places = content.places
    sets = Dictionary(grouping: content.sets, by: \.owner)
    self.hasSearch = hasSearch
    accessibility = content.accessibility
    corrections = CorrectionLog(content.corrections, summaries: summaries, frameworks: frameworks)
    history = ChangeLog(content.published, summaries: summaries, unread: unread)
    services = Service.all(of: frameworks)
    topics = RecommendationTopic.all(content.themes, services)
    authorities = AuthoritySummary.all(of: summaries, register: register, services: services)
    sharedServices = services.filter { [authorities] service in authorities.count { $0.current(in: service) != nil } > 1
    }
    navigation = SiteNavigation(authorities: authorities, services: sharedServices, pages: pages, hasSearch: hasSearch)
    let constants = SiteConstants(configuration, navigation: navigation, authorities: authorities.count, kind: bodyKind)
    self.templates = SiteTemplates(compiled: templates.compiled, constants: constants)
    badges = PrerenderedBadges(frameworks: frameworks, templates: self.templates)
    authoritiesBySlug = Dictionary(authorities.map { ($0.slug, $0) }) { first, _ in first }
  }

  /// The authority with this slug, if it has reports.
  func authority(slug: String) -> AuthoritySummary? {
    authoritiesBySlug[SitePaths.pathComponent(for: slug)]
  }

  /// The service that a framework inspects.
  func service(of framework: String) -> Service? {
    services.first { $0.inspects(framework) }
  }

  /// Where the grades of a report are explained; nil for one without.
  func scale(of report: ReportSummary) -> String? {
    frameworks[report.framework].flatMap { framework in
      framework.scale.grades.isEmpty || !report.hasJudgements ? nil : FrameworkPages.address(framework) + "#scale"
    }
  }

  /// Whether a report is what its authority's service was judged last.
  func isCurrent(_ report: ReportSummary) -> Bool {
    authority(slug: report.authority.slug)?.currents.contains { $0.report.id == report.id } ?? false
  }

  /// The name of a report's authority: the register's, or else as printed.
  func authorityName(of report: ReportSummary) -> String {
    authority(slug: report.authority.slug)?.name ?? report.authority.name
  }

  /// `1 authority`, `2 schools`.
  func authorityCount(_ count: Int) -> String { DisplayText.count(count, bodyKind.name, bodyKind.plural) }

  /// A title for the window: the page, then the site.
  func windowTitle(_ page: String) -> String { "\(page) – \(configuration.title)" }
}
