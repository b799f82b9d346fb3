internal import Mustache

/// Every template of the site, made ready for one configuration.
struct SiteTemplates: Sendable {
  /// The contexts of all templates: what `TemplateSet` checks and this prepares.
  static let contexts: [any TemplateContext.Type] = [
    FrameContext.self, BreadcrumbsContext.self, BreadcrumbContext.self, HeadingContext.self, FactContext.self,
    NoticeContext.self, BadgeContext.self, NoGradeContext.self, ProfileContext.self, ProfileItemContext.self,
    ReportContext.self, OfficialContext.self, ContentsItemContext.self, ImprovementsContext.self,
    ImprovementListContext.self, DueContext.self, ImprovementContext.self, FindingsContext.self, FindingContext.self,
    ReadingContext.self, DoubtsContext.self, DoubtContext.self, JudgementsContext.self, JudgementTableContext.self,
    JudgementContext.self, EvidenceContext.self, ConflictContext.self, StatementContext.self, HomeContext.self,
    HomeEmptyContext.self, HomeReportContext.self, DeadlinesContext.self, HomeAuthoritiesContext.self,
    LetterContext.self, HomeAuthorityContext.self, LatestContext.self, AuthorityContext.self, HistoryContext.self,
    InspectionContext.self, UnreadContext.self, PageContext.self, NotFoundContext.self, DataContext.self,
    DataFileContext.self,
    SourceContext.self, ListingContext.self, SectionContext.self, TableContext.self, LinkListContext.self,
    LinkItemContext.self, PointsContext.self, PointContext.self, FacetContext.self, ImprovementsSummaryContext.self,
    DictionaryContext.self, DataColumnContext.self, SearchContext.self, EchoContext.self, EmbedContext.self,
    SnippetContext.self,
    AccessibilityFactsContext.self,
  ]

  /// The files under `Templates/` that pages link to.
  static let assets = ["assets/site.css", "assets/site.js", "assets/search.js", "assets/icon.svg"]

  private let library: MustacheLibrary
  private let constants: SiteConstants
  private let prepared: [ObjectIdentifier: any Sendable]

  /// Prepares the templates for a site.
  init(_ set: TemplateSet, constants: SiteConstants) {
    library = set.library
    self.constants = constants
    var prepared: [ObjectIdentifier: any Sendable] = [:]
    for context in SiteTemplates.contexts {
      prepared[ObjectIdentifier(context)] = SiteTemplates.prepare(context, library: set.library, constants: constants)
    }
    self.prepared = prepared
  }

  /// Appends a context's template, filled.
  func append<Context: TemplateContext>(_ context: Context, to page: inout [UInt8]) {
    template(Context.self).append(context, to: &page)
  }

  /// A context's template, filled.
  func filled<Context: TemplateContext>(_ context: Context) -> [UInt8] {
    template(Context.self).filled(context)
  }

  /// A context's template, for filling many times.
  func template<Context: TemplateContext>(_ context: Context.Type) -> Template<Context> {
    prepared[ObjectIdentifier(context)] as? Template<Context> ?? Template(library: library, site: constants)
  }

  private static func prepare<Context: TemplateContext>(
    _ context: Context.Type, library: MustacheLibrary, constants: SiteConstants
  ) -> any Sendable {
    Template<Context>(library: library, site: constants)
  }
}
