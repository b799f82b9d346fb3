internal import ContentLoading
internal import Diagnostics
internal import Inspections
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
    let reader = ReportReader(frameworks: content.frameworks, register: content.register)
    let places = ReportPlaces(try await clock.measure(.placing) { try await place(with: reader) })
    let drafted = generator(templates, places.published, draft: draft)
    let writer = try SiteWriter.open(directory: options.output)
    do {
      let work = AuthorityWork(
        generator: drafted, reader: reader, extractor: extractor, writer: writer, clock: clock)
      let isBulkWhole = last?.bulkOutputs.allSatisfy { writer.isUntouched($0.path, $0.stamp) } ?? false
      var made = Made(
        try BulkWriter(writer, former: isBulkWhole ? last?.authorities.bulk : nil), cache?.keepingAuthorities())
      let start = made
      made = try await clock.measure(.making) {
        var made = start
        try await make(places, work, into: &made)
        try await readExtras(places.extras, reader, into: &made)
        return made
      }
      let outcome = try await publish(made, drafted, templates, writer, summary)
      guard case .done(var summary, let record?) = outcome else { return outcome }
      try clock.measure(.indexing) { () throws(EnvironmentFailure) in try index(&summary) }
      return .done(summary, record)
    } catch is AuthorityWork.Misplaced {
      writer.abandon()
      return .misplaced
    } catch is RecordError {
      writer.abandon()
      return .misplaced
    } catch {
      writer.abandon()
      throw error
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

  private func generator(
    _ templates: TemplateSet, _ summaries: [ReportSummary], draft: SiteGenerator.Draft? = nil
  ) -> SiteGenerator {
    SiteGenerator(
      configuration: content.configuration, frameworks: content.frameworks, register: content.register,
      themes: content.themes, map: content.map, accessibility: content.accessibility,
      corrections: content.corrections, pages: content.pages, templates: templates, summaries: summaries,
      hasSearch: searchIndex != nil, draft: draft)
  }

  // MARK: Placing

  private func place(with reader: ReportReader) async throws -> [ReportPlaces.Entry] {
    let stamped = Dictionary(inventory.reports.map { ($0.path, $0) }) { first, _ in first }
    return try await concurrentMap(content.reports, jobs: options.jobs) { path in
      if let file = stamped[path] {
        if let source = last?.source(of: file), let place = try? ReportSummary.all(in: source.place).first {
          return ReportPlaces.Entry(path: path, sha256: source.sha256, place: place)
        }
        if let extra = last?.extra(of: file) {
          let summary = try? extra.summary.flatMap { try ReportSummary.all(in: $0).first }
          return ReportPlaces.Entry(path: path, sha256: extra.sha256, place: summary?.place)
        }
      }
      return ReportPlaces.Entry(path: path, sha256: nil, place: try place(of: path, reader))
    }
  }

  /// Where a report belongs: by its front page, or where that doesn't tell, by all of it.
  private func place(of path: String, _ reader: ReportReader) throws -> ReportSummary? {
    guard !placesWholeReports, let bytes = try FileReader.beginning(of: path, ReportReader.frontLength),
      !PDFTextExtractor.isPDF(bytes), let identity = reader.identify(bytes, path: path)
    else { return try read(path, reader).summary?.place }
    return ReportSummary(
      source: Report.Source(path: path, sha256: "", encoding: "", lines: 0), framework: identity.framework,
      title: identity.title, kind: identity.kind, authority: identity.authority, inspection: identity.inspection)
  }

  // MARK: Making

  /// What the authorities' work left.
  private struct Made {
    let bulk: BulkWriter
    /// What is kept of the authorities for the next build.
    let record: BuildCache.RecordFile?
    /// The reports' summaries, those of authorities that were kept still as the last build wrote them.
    var summaries: [Summaries] = []
    /// The reports' places, written.
    var places: [ArraySlice<UInt8>] = []
    var problems = ReportProblems()
    var authorities = 0
    var extras: [AuthoritiesRecord.Extra] = []
    var outputs: [BuildRecord.Output] = []
    /// Those of the outputs that were made again.
    var touched: [String] = []
    var tally = BuildSummary.Tally()
    /// Whether pages of the whole site would say what they said after the last build.
    var isSame = true

    enum Summaries: Sendable {
      case made([ReportSummary])
      case kept(ArraySlice<UInt8>)
    }

    init(_ bulk: BulkWriter, _ record: BuildCache.RecordFile?) {
      self.bulk = bulk
      self.record = record
    }

    /// Notes what is left of an authority.
    mutating func note(
      _ authority: AuthorityRecord, as bytes: ArraySlice<UInt8>, _ summaries: Summaries,
      _ outputs: some Sequence<BuildRecord.Output>
    ) {
      self.summaries.append(summaries)
      self.outputs += outputs
      places += authority.sources.map(\.place)
      problems += authority.problems
      authorities += 1
      // Each stands behind a mark that it is there.
      record?.append([1])
      record?.append(bytes)
    }
  }

  private enum Work: Sendable {
    case kept(LastBuild.Authority)
    case made(AuthorityWork.Result, former: LastBuild.Authority?)

    var reports: Int {
      switch self {
      case .kept(let kept): kept.record.sources.count
      case .made(let result, _): result.record.sources.count
      }
    }
  }

  private func make(_ places: ReportPlaces, _ work: AuthorityWork, into made: inout Made) async throws {
    let unread = Set(places.entries.filter { $0.sha256 != nil }.map(\.path))
    let expected = Dictionary(places.published.map { ($0.source.path, $0) }) { first, _ in first }
    let authorities = work.generator.places
    made.isSame = authorities.count == last?.authorities.authorities.count
    let (last, writer) = (last, work.writer)
    var progress = BuildProgress(done: 0, total: places.published.count)
    try await concurrentForEach(authorities, jobs: options.jobs) { place in
      if let kept = last?.authority(at: place, unchanged: unread.contains),
        kept.outputs.allSatisfy({ writer.isUntouched($0.path, $0.stamp) })
      {
        return Work.kept(kept)
      }
      return .made(try work.run(place, expected), former: place.paths.first.flatMap { last?.byPath[$0] })
    } inOrder: { work in
      progress.done += work.reports
      options.onProgress?(progress)
      switch work {
      case .kept(let kept):
        try made.bulk.keep(kept.parts)
        made.note(kept.record, as: kept.bytes, .kept(kept.record.summaries), kept.outputs)
        made.tally.unchanged += kept.outputs.count
      case .made(let result, let former):
        try made.bulk.append(result.parts, former: former?.parts)
        made.touched += result.outputs.map(\.path)
        if former?.record.listed != result.record.listed { made.isSame = false }
        made.note(result.record, as: result.record.written, .made(result.summaries), result.outputs)
        made.tally += result.tally
      }
    }
  }

  private struct Read: Sendable {
    var summary: ReportSummary?
    var diagnostics: [Diagnostic]
    var sha256: String
  }

  private func read(_ path: String, _ reader: ReportReader) throws -> Read {
    switch try ReportFile.read(path, extractor) {
    case .problem(let diagnostic): return Read(diagnostics: [diagnostic], sha256: "")
    case .report(let file):
      let reading = reader.read(file.bytes, path: path, sha256: file.sha256)
      return Read(
        summary: reading.report.map { ReportSummary(of: $0) }, diagnostics: reading.diagnostics, sha256: file.sha256)
    }
  }

  private func readExtras(_ paths: [String], _ reader: ReportReader, into made: inout Made) async throws {
    let stamped = Dictionary(inventory.reports.map { ($0.path, $0) }) { first, _ in first }
    made.extras = try await concurrentMap(paths, jobs: options.jobs) { path in
      if let extra = stamped[path].flatMap({ last?.extra(of: $0) }) { return extra }
      let read = try read(path, reader)
      return AuthoritiesRecord.Extra(
        path: path, sha256: read.sha256, problems: ReportProblems(read.diagnostics),
        summary: read.summary?.recorded[...])
    }
    if made.extras.map(\.summary) != (last?.authorities.extras.map(\.summary) ?? []) { made.isSame = false }
  }

  // MARK: Planning

  /// The plan of the whole site.
  private struct Plan {
    /// What makes the site's own files; nil where those of the last build stay as they are.
    var generator: SiteGenerator?
    /// Everything that is going to lie in the folder.
    var paths: [String]
    /// What of it is not known to lie there as the last build left it.
    var touched: [String]
    /// What stands against it.
    var diagnostics: [Diagnostic]
  }

  private func plan(
    _ made: Made, _ bulk: [BulkWriter.Finished], _ templates: TemplateSet, _ writer: SiteWriter,
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
    let whole = generator(templates, all)
    let generator = others.isEmpty ? whole : generator(templates, published.sorted { $0.source.path < $1.source.path })
    let paths = generator.plan.entries.map(\.path)
    let untouched = last == nil ? [] : Set(made.outputs.map(\.path)).subtracting(made.touched)
    return Plan(
      generator: generator, paths: paths, touched: paths.filter { !untouched.contains($0) },
      diagnostics: whole.diagnostics + generator.deadLinks(written: bulk.map(\.written), reading: writer.made))
  }

  private var isAnyPlaceLinked: Bool { SiteGenerator.hasLinksToPlaces(content.pages) }

  // MARK: Publishing

  private func publish(
    _ work: Made, _ drafted: SiteGenerator, _ templates: TemplateSet, _ writer: SiteWriter,
    _ told: BuildSummary
  ) async throws -> Outcome {
    var (made, summary) = (work, told)
    let bulk = try clock.measure(.publishing) { try made.bulk.finish() }
    let done = made
    let plan = try clock.measure(.planning) { () throws -> Plan in
      try self.plan(done, bulk, templates, writer, &summary)
    }
    summary.tell(made.problems)
    for extra in made.extras { summary.tell(extra.problems) }
    summary.diagnostics += plan.diagnostics
    if let asks = plan.generator?.asksForSomething, asks != drafted.asksForSomething {
      writer.abandon()
      return .asksForSomething(asks)
    }
    var problems: [Diagnostic] = []
    if options.keepsGoing || !summary.hasErrors(isStrict: options.isStrict) {
      problems = try clock.measure(.publishing) { try writer.prepare(plan.paths, touched: plan.touched) }
      summary.diagnostics += problems
    }
    guard problems.isEmpty, options.keepsGoing || !summary.hasErrors(isStrict: options.isStrict) else {
      writer.abandon()
      return .done(summary, nil)
    }

    // What pages need comes first, then pages, and the pages that link to them last.
    var site: [BuildRecord.Output] = []
    for file in plan.generator?.assets ?? [] { site.append(try write(file, writer, &made.tally)) }
    try clock.measure(.publishing) { try writer.commit() }
    for file in bulk {
      made.tally.count(file.outcome)
      made.outputs.append(BuildRecord.Output(path: file.written.path, stamp: file.stamp))
    }
    let written = bulk.map(\.written)
    let data = try clock.measure(.siteWide) { () throws -> [OutputFile] in
      try (plan.generator ?? self.drafted(made, templates)).dataFiles(written: written)
    }
    for file in data { site.append(try write(file, writer, &made.tally)) }
    try await clock.measure(.siteWide) {
      try await concurrentForEach(plan.generator?.siteTasks ?? [], jobs: options.jobs) { make in
        var tally = BuildSummary.Tally()
        let outputs = try make().map { try write($0, writer, &tally) }
        return (outputs, tally)
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
    AuthoritiesRecord(
      authorities: [], extras: made.extras, bulk: bulk.map(\.record), planned: plan.diagnostics,
      asksForSomething: drafted.asksForSomething
    ).writeRest(to: &rest)
    made.record?.append(rest.bytes[...])
    build.authorities = clock.measure(.keeping) { made.record?.finish()?[...] } ?? []
    return .done(summary, build)
  }

  /// What makes the files that need only to know which reports there are.
  private func drafted(_ made: Made, _ templates: TemplateSet) throws -> SiteGenerator {
    let places = try made.places.flatMap { try ReportSummary.all(in: $0) }
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
  private func index(_ summary: inout BuildSummary) throws(EnvironmentFailure) {
    guard let searchIndex else { return try SearchIndex.remove(site: options.output) }
    let isUnchanged = summary.tally.written == 0 && summary.tally.removed == 0
    guard !(isUnchanged && SearchIndex.isPresent(site: options.output)) else { return }
    summary.diagnostics += try searchIndex.make(site: options.output)
  }
}

extension BulkWriter.Finished {
  fileprivate var record: AuthoritiesRecord.Bulk {
    AuthoritiesRecord.Bulk(rows: written.rows, size: written.size, sha256: written.sha256)
  }
}
