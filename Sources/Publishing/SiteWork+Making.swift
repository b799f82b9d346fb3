internal import ContentLoading
internal import Diagnostics
internal import Inspections
internal import Records
internal import ReportReading
internal import SiteGeneration

/// Making the pages of each authority, or taking them over from the last build.
extension SiteWork {
  enum Work: Sendable {
    case kept(LastBuild.Authority)
    case made(AuthorityWork.Result, former: LastBuild.Authority?)

    var reports: Int {
      switch self {
      case .kept(let kept): kept.record.sources.count
      case .made(let result, _): result.record.sources.count
      }
    }
  }

  /// Places the reports and makes what each authority needs. What only this takes (where the reports were thought to
  /// belong, and what made their pages) is let go with it.
  func makeAuthorities(_ draft: SiteGenerator.Draft, _ templates: TemplateSet) async throws -> AuthoritiesMade {
    let reader = ReportReader(frameworks: content.frameworks, register: content.register)
    let places = ReportPlaces(try await clock.measure(.placing) { try await place(with: reader) })
    let unread = places.entries.compactMap(\.unread)
    let drafted = generator(templates, places.published, unread: unread, draft: draft)
    let writer = try SiteWriter.open(directory: options.output)
    do {
      let work = AuthorityWork(
        generator: drafted, reader: reader, extractor: extractor, writer: writer, clock: clock)
      let isBulkWhole = last?.bulkOutputs.allSatisfy { writer.isUntouched($0.path, $0.stamp) } ?? false
      let bulk = try BulkFile.all(writer, former: isBulkWhole ? last?.authorities.bulk : nil)
      let start = AuthoritiesMade(writer, bulk, cache?.keepingAuthorities())
      return try await clock.measure(.making) {
        var made = start
        made.unread = unread
        try await make(places, work, into: &made)
        try await readExtras(places.extras, reader, into: &made)
        return made
      }
    } catch {
      writer.abandon()
      throw error
    }
  }

  private func make(
    _ places: ReportPlaces, _ work: AuthorityWork, into made: inout AuthoritiesMade
  ) async throws {
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
        for (file, part) in zip(made.bulk, kept.parts) { try file.keep(part) }
        made.note(kept.record, as: kept.bytes, .kept(kept.record.summaries), kept.outputs)
        made.tally.unchanged += kept.outputs.count
      case .made(let result, let former):
        for (index, part) in result.parts.enumerated() {
          try made.bulk[index].append(part, former: former?.parts[index])
        }
        if last != nil { made.touched += result.outputs.map(\.path) }
        if former?.record.listed != result.record.listed { made.isSame = false }
        made.note(result.record, as: result.record.recorded, .made(result.summaries), result.outputs)
        made.tally += result.tally
      }
    }
  }

  struct Read: Sendable {
    var summary: ReportSummary?
    var unread: UnreadFile?
    var diagnostics: [Diagnostic]
    var sha256: String
  }

  func read(_ path: String, _ reader: ReportReader) throws -> Read {
    switch try ReportFile.read(path, extractor) {
    case .problem(let problem):
      return Read(unread: UnreadFile(path: path, diagnostics: [problem]), diagnostics: [problem], sha256: "")
    case .report(let file):
      let reading = reader.read(file.bytes, path: path, sha256: file.sha256)
      let known = reading.identified
      let unread = UnreadFile(
        path: path, diagnostics: reading.diagnostics, title: known?.title, authority: known?.authority,
        inspection: known?.inspection, header: known?.header)
      return Read(
        summary: reading.report.map { ReportSummary(of: $0) }, unread: reading.report == nil ? unread : nil,
        diagnostics: reading.diagnostics, sha256: file.sha256)
    }
  }

  private func readExtras(_ paths: [String], _ reader: ReportReader, into made: inout AuthoritiesMade) async throws {
    let stamped = Dictionary(inventory.reports.map { ($0.path, $0) }) { first, _ in first }
    made.extras = try await concurrentMap(paths, jobs: options.jobs) { path in
      if let extra = stamped[path].flatMap({ last?.extra(of: $0) }) { return extra }
      let read = try read(path, reader)
      return AuthoritiesRecord.Extra(
        path: path, sha256: read.sha256, problems: ReportProblems(read.diagnostics),
        summary: read.summary?.recorded)
    }
    let isSame = made.extras.elementsEqual(last?.authorities.extras ?? []) { one, other in
      one.path == other.path && one.sha256 == other.sha256 && one.summary == other.summary
        && one.problems.diagnostics == other.problems.diagnostics
    }
    if !isSame { made.isSame = false }
  }
}
