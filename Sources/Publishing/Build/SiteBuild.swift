package import ContentLoading
package import Diagnostics
internal import Foundation
public import Inspections
internal import SiteGeneration

/// The whole build, top to bottom: lock, load, read, assemble, check, render, publish.
public struct SiteBuild: Sendable {
  private let options: Options
  private let clock = BuildTimer()

  /// Creates a build with these options.
  public init(_ options: Options) { self.options = options }

  /// Builds the site and returns a summary. With errors no file is written, unless the options say to keep going.
  ///
  /// - Throws: `EnvironmentError` if a folder or disk fails, `BuildStopped` if the program was asked to stop.
  public func run() async throws -> BuildSummary {
    clock.noted(in: try await build())
  }

  private func build() async throws -> BuildSummary {
    try ContentLoader.expectFolder(options.content)
    let writer = try SiteWriter.open(directory: options.output)
    defer { writer.close() }
    let search = try SearchIndex.wanted(options.search)
    let cache = clock.measure(.keeping) { BuildCache(options, hasSearch: search != nil) }
    let inventory = try clock.measure(.looking) { try ContentInventory(options) }
    if let same = try await clock.measure(.looking, { try await cache.unchanged(inventory, writer, options.jobs) }) {
      return same
    }
    let (content, templates) = try clock.measure(.loading) { try load() }
    let shelf = ReportShelf(content, options, cache)
    let files = try await clock.measure(.reading) { try await shelf.readAll(inventory, jobs: options.jobs) }
    let site = clock.measure(.assembling) { AssembledSite(content, templates, files, hasSearch: search != nil) }
    var summary = try clock.measure(.checking) { try site.check(shelf, cache) }
    guard let generator = site.generator, options.publishes(summary) else { return summary }

    let renderer = Renderer(generator, site, shelf, cache, writer, clock)
    var units = try await clock.measure(.rendering) { try await renderer.units(options) }
    try shelf.expectWhole()
    try BuildStopped.check()
    try clock.measure(.publishing) { try writer.publish(&units, &summary) }
    guard summary.isPublished else { return summary }
    try clock.measure(.indexing) { try SearchIndex.update(search, &units, &summary, cache, writer, options.output) }
    clock.measure(.keeping) { cache.keep(units, site, summary, inventory, writer) }
    return summary
  }

  /// Runs the build without rendering and publishing, for `sitegen check`.
  ///
  /// - Throws: `EnvironmentError` if the content can't be read.
  public func check() async throws -> BuildSummary {
    var (site, summary) = try await assembled()
    summary.missingMetadata = site.files.compactMap(\.summary).compactMap {
      ReportMetadata.line(for: $0.source, published: $0.inspection.published)
    }
    return clock.noted(in: summary)
  }

  /// Records the reports as the site shows them in `Content/published.csv`, and builds nothing. With errors nothing is
  /// recorded, unless the options say to keep going.
  ///
  /// - Returns: the summary, and the number of new lines; nil if errors kept them out.
  /// - Throws: `EnvironmentError` if the content can't be read or the file can't be written.
  public func record(on day: CalendarDate) async throws -> (summary: BuildSummary, lines: Int?) {
    let (site, summary) = try await assembled()
    guard let generator = site.generator, options.publishes(summary) else { return (summary, nil) }
    let (file, lines) = generator.record(on: day)
    let path = "\(options.content)/published.csv"
    do {
      if lines > 0 { try Data(file).write(to: URL(fileURLWithPath: path), options: .atomic) }
    } catch {
      throw EnvironmentError("could not write \(path): \(error.localizedDescription)")
    }
    return (summary, lines)
  }

  private func assembled() async throws -> (AssembledSite, BuildSummary) {
    let (content, templates) = try load()
    let shelf = ReportShelf(content, options, nil)
    let files = try await shelf.readAll(try ContentInventory(options), jobs: options.jobs)
    let site = AssembledSite(content, templates, files, hasSearch: try SearchIndex.wanted(options.search) != nil)
    return (site, try site.check(shelf, nil))
  }

  private func load() throws(EnvironmentError) -> (Content, TemplateSet?) {
    var content = try ContentLoader.load(directory: options.content, defaults: options.defaults)
    if let baseURL = options.baseURL { content.configuration.baseURL = baseURL }
    let (templates, problems) = try TemplateSet.load(folder: options.templates, over: options.shippedTemplates)
    content.diagnostics += problems
    return (content, templates)
  }
}

extension SiteBuild.Options {
  /// Whether the diagnostics let the site be published.
  func publishes(_ summary: BuildSummary) -> Bool {
    keepsGoing || !summary.diagnostics.contains { $0.stopsBuild(isStrict: isStrict) }
  }
}

extension ContentInventory {
  /// Lists the files that a build with these options reads.
  ///
  /// - Throws: if a folder can't be read.
  package init(_ options: SiteBuild.Options) throws(EnvironmentError) {
    try self.init(
      content: options.content, defaults: options.defaults, templates: [options.shippedTemplates, options.templates])
  }
}
