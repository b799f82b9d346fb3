internal import ContentLoading
internal import Diagnostics
internal import Inspections
internal import ReportReading
internal import SiteGeneration

/// The whole build, top to bottom: load, read, plan, check, publish.
///
/// A report passes through twice, so that its text never has to stay: first it is read for its summary, from which the
/// whole site is planned and checked; then, if nothing is wrong, it is read again, rendered and written.
public struct SiteBuild: Sendable {
  /// When the full text is indexed for searching.
  public enum Search: String, Sendable, CaseIterable {
    /// If Pagefind is installed.
    case auto
    /// Always: without Pagefind the build fails.
    case always
    /// Never; an index of an earlier build is removed.
    case never
  }

  /// What to build from, and where to.
  public struct Options: Sendable {
    /// The publisher's content folder.
    public var content: String
    /// The shipped content folder, for what the publisher's does not have.
    public var defaults: String
    /// The templates folder.
    public var templates: String
    /// The output folder.
    public var output: String
    /// The folder for what need not be done twice; it may be deleted at any time.
    public var cache: String?
    /// The site's web address, in place of the configured one.
    public var baseURL: String?
    /// How many reports to work on at once.
    public var jobs: Int
    /// Whether the full text is indexed for searching.
    public var search: Search
    /// Whether warnings stop the build as errors do.
    public var isStrict: Bool
    /// Whether to publish what is right although something is wrong.
    public var keepsGoing: Bool

    /// Makes options from their parts.
    public init(
      content: String, defaults: String, templates: String, output: String, cache: String? = nil,
      baseURL: String? = nil, jobs: Int = 1, search: Search = .never, isStrict: Bool = false, keepsGoing: Bool = false
    ) {
      self.content = content
      self.defaults = defaults
      self.templates = templates
      self.output = output
      self.cache = cache
      self.baseURL = baseURL
      self.jobs = jobs
      self.search = search
      self.isStrict = isStrict
      self.keepsGoing = keepsGoing
    }
  }

  private let options: Options
  private let extractor: PDFTextExtractor

  /// Prepares a build.
  public init(_ options: Options) {
    self.options = options
    extractor = PDFTextExtractor(cache: options.cache)
  }

  /// Builds the site and tells what was done. With errors nothing is written, unless told to keep going.
  ///
  /// - Throws: `EnvironmentFailure` if a folder or disk fails.
  public func run() async throws -> BuildSummary {
    var (summary, site) = try await plan()
    guard let site, options.keepsGoing || !summary.hasErrors(isStrict: options.isStrict) else { return summary }
    try await publish(site, &summary)
    return summary
  }

  /// Does everything but write: what `sitegen check` reports.
  ///
  /// - Throws: `EnvironmentFailure` if the content can't be read.
  public func check() async throws -> BuildSummary {
    try await plan().summary
  }

  // MARK: The stages

  /// A site that is planned and may be written.
  private struct PlannedSite: Sendable {
    let generator: SiteGenerator
    let reader: ReportReader
    /// What indexes the full text, if it is to be indexed.
    let searchIndex: SearchIndex?
    /// The files whose reports are part of the plan.
    let reportPaths: [String]
  }

  private func plan() async throws -> (summary: BuildSummary, site: PlannedSite?) {
    var content = try ContentLoader.load(directory: options.content, defaults: options.defaults)
    if let baseURL = options.baseURL { content.configuration.baseURL = baseURL }
    let reader = ReportReader(frameworks: content.frameworks, register: content.register)

    var summary = BuildSummary(diagnostics: content.diagnostics)
    var reports: [ReportSummary] = []
    for reading in try await read(content.reports, with: reader) {
      summary.diagnostics += reading.diagnostics
      if let report = reading.summary { reports.append(report) }
    }
    summary.count(reports, files: content.reports.count)

    let loaded = TemplateSet.load(folder: options.templates)
    summary.diagnostics += loaded.diagnostics
    guard let templates = loaded.templates else { return (summary, nil) }
    let searchIndex = try searchIndex()
    var seen: Set<String> = []
    let unique = reports.filter { seen.insert($0.id).inserted }
    func generator(_ reports: [ReportSummary]) -> SiteGenerator {
      SiteGenerator(
        configuration: content.configuration, frameworks: content.frameworks, register: content.register,
        themes: content.themes, map: content.map, accessibility: content.accessibility,
        corrections: content.corrections, pages: content.pages, templates: templates, summaries: reports,
        hasSearch: searchIndex != nil)
    }
    let whole = generator(reports)
    summary.diagnostics += whole.diagnostics
    let planned = unique.count == reports.count ? whole : generator(unique)
    return (
      summary,
      PlannedSite(generator: planned, reader: reader, searchIndex: searchIndex, reportPaths: planned.sourcePaths)
    )
  }

  private func publish(_ site: PlannedSite, _ summary: inout BuildSummary) async throws {
    let writer = try SiteWriter.open(directory: options.output)
    let problems = try writer.prepare(site.generator.plan.entries.map(\.path))
    summary.diagnostics += problems
    guard problems.isEmpty else { return writer.abandon() }

    // What pages need comes first, then pages, and the pages that link to them last.
    summary.tally += try write(site.generator.assets, to: writer)
    let bulk = try BulkWriter(writer)
    var echoes: [Echo] = []
    try await render(site, to: writer) { report in
      summary.tally += report.tally
      echoes += report.echoes
      try bulk.append(report.parts)
    }
    let shared = site.generator.sharedFiles(echoes: echoes, written: try bulk.finish(&summary.tally))
    summary.tally += try write(shared.reversed(), to: writer)
    summary.tally.removed = try writer.finish()
    summary.isPublished = true
    try index(site, &summary)
  }

  // MARK: Searching the full text

  private func searchIndex() throws(EnvironmentFailure) -> SearchIndex? {
    guard options.search != .never else { return nil }
    let index = SearchIndex.installed()
    if index == nil, options.search == .always {
      throw EnvironmentFailure("Pagefind, which indexes the full text, is not installed: “pip install pagefind-bin”")
    }
    return index
  }

  /// Brings the index up to date; where no page has changed it is.
  private func index(_ site: PlannedSite, _ summary: inout BuildSummary) throws {
    guard let index = site.searchIndex else { return try SearchIndex.remove(site: options.output) }
    let isUnchanged = summary.tally.written == 0 && summary.tally.removed == 0
    guard !(isUnchanged && SearchIndex.isPresent(site: options.output)) else { return }
    summary.diagnostics += try index.make(site: options.output)
  }

  // MARK: One report

  private struct Reading: Sendable {
    var summary: ReportSummary?
    var diagnostics: [Diagnostic]
  }

  private func read(_ paths: [String], with reader: ReportReader) async throws -> [Reading] {
    try await concurrentMap(paths, jobs: options.jobs) { path in
      switch try ReportFile.read(path, extractor) {
      case .problem(let diagnostic): return Reading(diagnostics: [diagnostic])
      case .report(let file):
        let reading = reader.read(file.bytes, path: path, sha256: file.sha256)
        return Reading(summary: reading.report.map(ReportSummary.init), diagnostics: reading.diagnostics)
      }
    }
  }

  /// What is left of a report when its own files are written.
  private struct Rendered: Sendable {
    let tally: BuildSummary.Tally
    let echoes: [Echo]
    let parts: [BulkFiles.Part]
  }

  private func render(
    _ site: PlannedSite, to writer: SiteWriter, inOrder use: (Rendered) throws -> Void
  ) async throws {
    try await concurrentForEach(site.reportPaths, jobs: options.jobs) { path in
      guard case .report(let file) = try ReportFile.read(path, extractor),
        case let reading = site.reader.read(file.bytes, path: path, sha256: file.sha256), let report = reading.report
      else { throw EnvironmentFailure("\(path) changed while the site was being built", path: path) }
      let tally = try write(site.generator.files(for: report, source: reading.source), to: writer)
      return Rendered(
        tally: tally, echoes: site.generator.echoes(in: report), parts: site.generator.parts(of: report))
    } inOrder: { rendered in
      try use(rendered)
    }
  }

  private func write(_ files: [OutputFile], to writer: SiteWriter) throws -> BuildSummary.Tally {
    var tally = BuildSummary.Tally()
    for file in files {
      switch try writer.write(file.path, file.bytes) {
      case .written: tally.written += 1
      case .unchanged: tally.unchanged += 1
      }
    }
    return tally
  }
}
