internal import ContentLoading
internal import Diagnostics
internal import Inspections
internal import Records
internal import SiteGeneration

/// Planning the whole site once its authorities' pages are made, and putting it in its place.
extension SiteWork {
  /// The plan of the whole site.
  struct Plan {
    /// What makes the site's own files; nil where those of the last build stay as they are.
    var generator: SiteGenerator?
    /// Everything that is going to lie in the folder.
    var paths: [String]
    /// What of it is not known to lie there as the last build left it; nil for all of it.
    var touched: [String]?
    /// What stands against it.
    var diagnostics: [Diagnostic]
  }

  func plan(
    _ made: AuthoritiesMade, _ bulk: [BulkFile.Finished], _ templates: TemplateSet, _ writer: SiteWriter,
    _ summary: inout BuildSummary
  ) throws -> Plan {
    if made.isSame, !isAnyPlaceLinked || made.tally.written == 0, let last,
      last.siteOutputs.allSatisfy({ writer.isUntouched($0.path, $0.stamp) })
    {
      summary.takeCounts(of: last.build.summary, files: content.reports.count)
      let others = last.siteOutputs.map(\.path) + bulk.map(\.written.path)
      return Plan(
        generator: nil, paths: made.outputs.map(\.path) + others, touched: made.touched + others,
        diagnostics: last.authorities.planned)
    }
    let published = try made.summaries.flatMap { summaries in
      switch summaries {
      case .made(let summaries): summaries
      case .kept(let bytes): try ReportSummary.all(in: bytes)
      }
    }
    let others = try made.extras.compactMap(\.summary).flatMap { try ReportSummary.all(in: $0) }
    let all = (published + others).sorted { $0.source.path < $1.source.path }
    summary.count(all, files: content.reports.count)
    let known = Set(made.outputs.lazy.map(\.path))
    let whole = generator(templates, all, unread: made.unread, made: known)
    let generator =
      others.isEmpty
      ? whole
      : generator(
        templates, published.sorted { $0.source.path < $1.source.path }, unread: made.unread, made: known)
    let paths = generator.plan.entries.map(\.path)
    let touched = last.map { _ in
      let untouched = known.subtracting(made.touched)
      return paths.filter { !untouched.contains($0) }
    }
    return Plan(
      generator: generator, paths: paths, touched: touched,
      diagnostics: whole.diagnostics + generator.deadLinks(written: bulk.map(\.written), reading: writer.made))
  }

  var isAnyPlaceLinked: Bool { SiteGenerator.hasLinksToPlaces(content.pages) }

  /// Plans and publishes the site, whose authorities' pages were made taking a draft for granted.
  func publish(
    _ work: AuthoritiesMade, taking draft: SiteGenerator.Draft, _ templates: TemplateSet, _ told: BuildSummary
  ) async throws -> Outcome {
    var (made, summary) = (work, told)
    let writer = made.writer
    let bulk = try clock.measure(.publishing) { try made.bulk.map { try $0.finish() } }
    let done = made
    var plan = try clock.measure(.planning) { () throws -> Plan in
      try self.plan(done, bulk, templates, writer, &summary)
    }
    summary.tell(made.problems)
    for extra in made.extras { summary.tell(extra.problems) }
    summary.diagnostics += plan.diagnostics
    if let asks = plan.generator?.asksForSomething, asks != draft.asksForSomething {
      writer.abandon()
      return .asksForSomething(asks)
    }
    var problems: [Diagnostic] = []
    if options.keepsGoing || !summary.hasErrors(isStrict: options.isStrict) {
      problems = try clock.measure(.publishing) { try writer.prepare(plan.paths, touched: plan.touched) }
      plan.paths = []
      summary.diagnostics += problems
    }
    guard problems.isEmpty, options.keepsGoing || !summary.hasErrors(isStrict: options.isStrict) else {
      writer.abandon()
      return .done(summary, nil)
    }

    // What pages need comes first, then pages, and the pages that link to them last.
    var site = bulk.map { BuildRecord.Output(path: $0.written.path, stamp: $0.stamp) }
    for file in bulk { made.tally.count(file.outcome) }
    for file in plan.generator?.assets ?? [] { site.append(try write(file, writer, &made.tally)) }
    try clock.measure(.publishing) { try writer.commit() }
    let written = bulk.map(\.written)
    let data = try clock.measure(.siteWide) { () throws -> [OutputFile] in
      try (plan.generator ?? self.drafted(made, templates)).dataFiles(written: written)
    }
    for file in data { site.append(try write(file, writer, &made.tally)) }
    try await clock.measure(.siteWide) {
      try await concurrentForEach(plan.generator?.siteTasks ?? [], jobs: options.jobs) { task in
        var tally = BuildSummary.Tally()
        return (try task().map { try write($0, writer, &tally) }, tally)
      } inOrder: { outputs, tally in
        site += outputs
        made.tally += tally
      }
    }
    if plan.generator == nil, let last {
      let kept = last.siteOutputs.filter { output in !data.contains { $0.path == output.path } }
      site += kept
      made.tally.unchanged += kept.count
    }
    summary.tally = made.tally
    summary.tally.removed = try clock.measure(.publishing) { try writer.finish() }
    summary.isPublished = true

    var build = BuildRecord(summary: summary, outputs: made.outputs + site)
    build.summary.tally = BuildSummary.Tally(unchanged: build.outputs.count)
    if let stamp = writer.manifestStamp { build.outputs.append(BuildRecord.Output(path: Manifest.name, stamp: stamp)) }
    var rest = RecordWriter()
    // No authority follows.
    rest.put(false, made.extras, bulk.map(\.written), plan.diagnostics, draft.asksForSomething)
    made.record?.append(rest.bytes[...])
    build.authorities = clock.measure(.keeping) { made.record?.finish()?[...] } ?? []
    return .done(summary, build)
  }

  /// What makes the files that need only to know which reports there are.
  func drafted(_ made: AuthoritiesMade, _ templates: TemplateSet) throws -> SiteGenerator {
    let places = try ReportSummary.all(in: made.places[...])
    return generator(
      templates, places,
      draft: SiteGenerator.Draft(asksForSomething: last?.authorities.asksForSomething ?? true))
  }

  private func write(
    _ file: OutputFile, _ writer: SiteWriter, _ tally: inout BuildSummary.Tally
  ) throws(EnvironmentFailure) -> BuildRecord.Output {
    let (outcome, stamp) = try writer.put(file.path, file.bytes)
    tally.count(outcome)
    return BuildRecord.Output(path: file.path, stamp: stamp)
  }

  /// Brings the index of the full text up to date; where no page has changed it is.
  func index(_ summary: inout BuildSummary) throws(EnvironmentFailure) {
    guard let searchIndex else { return try SearchIndex.remove(site: options.output) }
    let isUnchanged = summary.tally.written == 0 && summary.tally.removed == 0
    guard !(isUnchanged && SearchIndex.isPresent(site: options.output)) else { return }
    summary.diagnostics += try searchIndex.make(site: options.output)
  }
}
