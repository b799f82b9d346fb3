internal import ContentLoading
internal import Diagnostics
internal import Records
internal import ReportReading
internal import SiteGeneration

/// One go at building a site whose content is loaded: place the reports, make the authorities' pages, plan, publish.
struct SiteWork: Sendable {
  let options: SiteBuild.Options
  let content: Content
  let inventory: ContentInventory
  let extractor: PDFTextExtractor
  let searchIndex: SearchIndex?
  /// What the last build left, where it still counts.
  let last: LastBuild?
  let cache: BuildCache?
  let clock: PhaseClock
  /// Whether reports are placed by reading them whole.
  let placesWholeReports: Bool

  /// How it ended.
  enum Outcome: Sendable {
    /// What was done, and what to keep of it for the next build; nil where nothing was published.
    case done(BuildSummary, BuildRecord?)
    /// The draft was wrong: this is whether any report asks for something.
    case asksForSomething(Bool)
    /// A report is not where it was thought to be.
    case misplaced
  }

  func run(_ draft: SiteGenerator.Draft) async throws -> Outcome {
    var summary = BuildSummary(diagnostics: content.diagnostics)
    let loaded = TemplateSet.load(folder: options.templates)
    summary.diagnostics += loaded.diagnostics
    guard let templates = loaded.templates else {
      let checked = try await check()
      return .done(checked, nil)
    }
    do {
      let made = try await makeAuthorities(draft, templates)
      do {
        let outcome = try await publish(made, taking: draft, templates, summary)
        guard case .done(var summary, let record?) = outcome else { return outcome }
        try clock.measure(.indexing) { () throws(EnvironmentFailure) in try index(&summary) }
        return .done(summary, record)
      } catch {
        made.writer.abandon()
        throw error
      }
    } catch  where error is AuthorityWork.Misplaced || error is RecordError {
      return .misplaced
    }
  }

  /// Reads everything and writes nothing.
  func check() async throws -> BuildSummary {
    var summary = BuildSummary(diagnostics: content.diagnostics)
    let reader = ReportReader(frameworks: content.frameworks, register: content.register)
    var reports: [ReportSummary] = []
    for extra in try await concurrentMap(content.reports, jobs: options.jobs, { try read($0, reader) }) {
      summary.diagnostics += extra.diagnostics
      if let summary = extra.summary { reports.append(summary) }
    }
    summary.count(reports, files: content.reports.count)
    let loaded = TemplateSet.load(folder: options.templates)
    summary.diagnostics += loaded.diagnostics
    if let templates = loaded.templates {
      let generator = generator(templates, reports)
      summary.diagnostics += generator.diagnostics + generator.deadLinks(written: nil) { _ in nil }
    }
    return summary
  }

  func generator(
    _ templates: TemplateSet, _ summaries: [ReportSummary], unread: [UnreadFile] = [],
    draft: SiteGenerator.Draft? = nil, made: Set<String> = []
  ) -> SiteGenerator {
    SiteGenerator(
      content, templates: templates, summaries: summaries, unread: unread, hasSearch: searchIndex != nil, draft: draft,
      made: made)
  }
}
