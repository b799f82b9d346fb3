public import ContentLoading
internal import Diagnostics
internal import Foundation
internal import Inspections
internal import ReportReading
internal import SiteGeneration

/// How far a build is.
public struct BuildProgress: Sendable, Hashable {
  /// The reports whose pages are made.
  public var done: Int
  /// All reports.
  public var total: Int
}

/// The whole build, top to bottom: look, load, place, make, plan, publish.
///
/// Reports are first placed: whose each is, and of which day. Then every authority's are read, rendered and put aside,
/// several authorities at once, and let go: only summaries stay. When the plan of the whole site stands and nothing is
/// wrong, what was put aside is moved into its place, and the pages that need many reports are written.
///
/// What the last build did is not done again where nothing it depends on has changed (`BuildRecord`).
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
    /// The most bytes that a report may have.
    public var maxInput: Int
    /// Whether the full text is indexed for searching.
    public var search: Search
    /// Whether warnings stop the build as errors do.
    public var isStrict: Bool
    /// Whether to publish what is right although something is wrong.
    public var keepsGoing: Bool

    /// Told of every few reports that are done.
    public var onProgress: (@Sendable (BuildProgress) -> Void)?

    /// Makes options from their parts.
    public init(
      content: String, defaults: String, templates: String, output: String, cache: String? = nil,
      baseURL: String? = nil, jobs: Int = 1, maxInput: Int = FileReader.reportLimit, search: Search = .never,
      isStrict: Bool = false, keepsGoing: Bool = false
    ) {
      self.content = content
      self.defaults = defaults
      self.templates = templates
      self.output = output
      self.cache = cache
      self.baseURL = baseURL
      self.jobs = jobs
      self.maxInput = maxInput
      self.search = search
      self.isStrict = isStrict
      self.keepsGoing = keepsGoing
    }
  }

  private let options: Options
  private let clock = PhaseClock()
  private let extractor: PDFTextExtractor

  /// Prepares a build.
  public init(_ options: Options) {
    self.options = options
    extractor = PDFTextExtractor(cache: options.cache, limit: options.maxInput)
  }

  /// Builds the site and tells what was done. With errors nothing is written, unless told to keep going.
  ///
  /// - Throws: `EnvironmentFailure` if a folder or disk fails.
  public func run() async throws -> BuildSummary {
    var summary = try await build()
    summary.phases = clock.phases
    return summary
  }

  private func build() async throws -> BuildSummary {
    let began = Int(Date().timeIntervalSince1970 * 1e9)
    let inventory = try clock.measure(.looking) { try look() }
    let search = try searchIndex()
    let told = options.digest(hasSearch: search != nil)
    let cache = BuildCache(folder: options.cache, output: options.output)
    let former = clock.measure(.keeping) { () -> BuildRecord? in
      guard BuildRecord.isAnyBuild(in: options.output), let build = cache?.build() else { return nil }
      return build.options == told[...] ? build : nil
    }
    let isUnchanged = try await clock.measure(.looking) {
      guard let former, former.inventory == inventory, former.restless == 0,
        SearchIndex.isPresent(site: options.output) == (search != nil)
      else { return false }
      return try await former.isUntouched(in: options.output, jobs: options.jobs)
    }
    if isUnchanged, let former { return former.summaryOfNothingDone }

    // What is kept of the authorities is read while the content is loaded.
    async let reading = clock.measure(.keeping) {
      former.flatMap { former in cache?.authorities(of: former).map { LastBuild(former, $0) } }
    }
    let (content, settings) = try clock.measure(.loading) { (try load(), try inventory.digestOfSettings(told)) }
    var last = await reading
    if former?.settings != settings[...] { last = nil }
    var draft = SiteGenerator.Draft(asksForSomething: last?.authorities.asksForSomething ?? true)
    // What is told of a report's place from its beginning is nearly always what the whole report tells. Where it isn't,
    // or the links of every page come out otherwise, everything is placed by whole readings and made again.
    var isWhole = false
    while true {
      let work = SiteWork(
        options: options, content: content, inventory: inventory, extractor: extractor, searchIndex: search, last: last,
        cache: cache, clock: clock, placesWholeReports: isWhole)
      switch try await work.run(draft) {
      case .done(let summary, let record):
        if var build = record {
          build.options = told[...]
          build.settings = settings[...]
          build.note(inventory, before: began)
          clock.measure(.keeping) { cache?.keep(build) }
        }
        return summary
      case .asksForSomething(let asks): draft.asksForSomething = asks
      case .misplaced:
        isWhole = true
        last = nil
      }
    }
  }

  /// Does everything but write: what `sitegen check` reports.
  ///
  /// - Throws: `EnvironmentFailure` if the content can't be read.
  public func check() async throws -> BuildSummary {
    let content = try load()
    return try await SiteWork(
      options: options, content: content, inventory: try look(), extractor: extractor, searchIndex: try searchIndex(),
      last: nil, cache: nil, clock: clock, placesWholeReports: true
    ).check()
  }

  private func look() throws(EnvironmentFailure) -> ContentInventory {
    try ContentInventory(content: options.content, defaults: options.defaults, templates: options.templates)
  }

  private func load() throws(EnvironmentFailure) -> Content {
    var content = try ContentLoader.load(directory: options.content, defaults: options.defaults)
    if let baseURL = options.baseURL { content.configuration.baseURL = baseURL }
    return content
  }

  private func searchIndex() throws(EnvironmentFailure) -> SearchIndex? {
    guard options.search != .never else { return nil }
    let index = SearchIndex.installed(asked: options.search == .always)
    if index == nil, options.search == .always {
      throw EnvironmentFailure("Pagefind, which indexes the full text, is not installed: “pip install pagefind-bin”")
    }
    return index
  }
}
