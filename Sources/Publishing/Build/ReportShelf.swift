internal import ContentLoading
internal import Diagnostics
internal import Foundation
internal import Inspections
internal import Records
internal import ReportReading
internal import SiteGeneration
internal import Synchronization

/// A report file of the content, as it stays in memory after reading.
struct ReadFile: Sendable {
  var path: String
  /// The digest of the file; empty if it can't be read.
  var sha256 = ""
  /// The summary of its report; nil if it has none.
  var summary: ReportSummary?
  /// The facts known about a file that has no report.
  var unread: UnreadFile?
  /// Its errors and warnings, and for a check its notes. A build only counts notes: they are on the pages and in the
  /// data, and of a large site they would be most of what it holds.
  var diagnostics: [Diagnostic] = []
  /// The number of notes that are not in `diagnostics`.
  var notes = 0
  /// The digest that the report and its text are stored under.
  var text = Fingerprint(of: [])
  /// The digest that the recommendations are stored under.
  var points = Fingerprint(of: [])
  /// The recorded judgements of a file that came from the cache, from which its summary decodes them.
  var judgements: ArraySlice<UInt8> = []
}

/// The reports of a site, each read once: their summaries stay in memory, and their texts are fetched for their pages.
final class ReportShelf: Sendable {
  /// The digest of the program and the size limit, which shape how a report is read.
  let options: Fingerprint
  private let content: Content
  private let extractor: PDFTextExtractor
  private let limit: Int
  private let reader: ReportParser
  /// The build cache; nil if no pages are rendered.
  private let cache: BuildCache?
  private let lost = Mutex<(any Error)?>(nil)

  init(_ content: Content, _ options: SiteBuild.Options, _ cache: BuildCache?) {
    self.content = content
    self.cache = cache
    self.options = Fingerprint(of: "reader", options.program, options.maxInput)
    limit = options.maxInput
    extractor = PDFTextExtractor(cache: options.cache, limit: limit)
    reader = ReportParser(
      frameworks: content.frameworks, flawed: content.flawedFrameworks, register: content.register)
  }

  /// Reads every report file, in path order.
  ///
  /// - Parameter inventory: the files' metadata, taken before any was read.
  func readAll(_ inventory: ContentInventory, jobs: Int) async throws -> [ReadFile] {
    let stamps = Dictionary(inventory.reports.map { ($0.path, $0.stamp) }) { first, _ in first }
    let hints: [Hint] = cache?.memo.value(ReportShelf.hintsKey) ?? []
    let hinted = Dictionary(hints.map { ($0.file.path, $0) }) { first, _ in first }
    let files = try await concurrentMap(content.reports, jobs: jobs) { path in
      let hint = hinted[path].flatMap { $0.file.stamp == stamps[path] ? $0 : nil }
      return try self.read(path, knownAs: hint?.sha256)
    }
    let now = files.compactMap { file -> Hint? in
      guard let cache, let stamp = stamps[file.path], stamp.isStable(before: cache.began), !file.sha256.isEmpty else {
        return nil
      }
      return Hint(file: InputFile(path: file.path, stamp: stamp), sha256: file.sha256)
    }
    cache?.next?.keep(now.recorded, under: ReportShelf.hintsKey)
    return files
  }

  private static let hintsKey = Fingerprint(of: "stamps of reports")

  private func read(_ path: String, knownAs sha256: String?) throws -> ReadFile {
    if let sha256, let file = kept(path, sha256) { return file }
    switch try ReportFile.read(path, extractor) {
    case .problem(let problem):
      return ReadFile(
        path: path, unread: UnreadFile(path: path, diagnostics: [problem]), diagnostics: [problem])
    case .report(let report):
      if let file = kept(path, report.sha256) { return file }
      return try made(path, reading(report, path))
    }
  }

  private func key(_ path: String, _ sha256: String) -> Fingerprint {
    let known = content.metadata.entry(path: path, sha256: sha256)
    return Fingerprint(
      of: "report", options, content.readingDigest, path, sha256, known?.header.sourceURL, known?.header.published?.iso,
      known?.header.licence?.rawValue, known?.header.licenceReason, known?.location.description,
      readings(of: path, sha256).map(\.digest))
  }

  /// Parses a report, and adds the publisher's metadata and the reviewed readings.
  private func reading(_ file: ReportFile, _ path: String) -> ReportParser.Reading {
    let sha256 = file.sha256
    let known = content.metadata.entry(path: path, sha256: sha256)
    var reading = reader.read(file.bytes, path: path, sha256: sha256, known: known?.header ?? FrontMatter())
    guard var report = reading.report else { return reading }
    reading.diagnostics += known?.contradictions(of: report) ?? []
    report.source.isPDF = file.isPDF
    let framework = content.frameworks.first { $0.id == report.framework }
    reading.diagnostics += readings(of: path, sha256).compactMap { $0.apply(to: &report, reading.source, framework) }
    reading.report = report
    return reading
  }

  /// Returns the reviewed readings of a report.
  private func readings(of path: String, _ sha256: String) -> [ReviewedReading] {
    content.readings.filter { [ReportMetadata.name(of: path), sha256].contains($0.report) }
  }

  private func kept(_ path: String, _ sha256: String) -> ReadFile? {
    let key = key(path, sha256)
    guard let cache, !cache.verifies, let bytes = cache.memo[key], let file: ReadFile = cache.memo.value(key) else {
      return nil
    }
    cache.next?.keep(bytes, under: key)
    file.summary?.fetch(judgements: file.judgements) {
      cache.blobs.bytes(file.points)
    } orElse: { [self] in
      lostReport(of: file)
    }
    return file
  }

  /// Reads a report again when the cache has lost a part of it. If the file has changed, there is none, and
  /// `expectWhole` throws the error before anything is published.
  private func lostReport(of file: ReadFile) -> Report? {
    do {
      return try report(of: file).report
    } catch {
      lost.withLock { $0 = $0 ?? error }
      return nil
    }
  }

  /// Throws the error that kept a part of a report from being read again, if there is one.
  func expectWhole() throws {
    if let error = lost.withLock({ $0 }) { throw error }
  }

  private func made(_ path: String, _ reading: ReportParser.Reading) throws -> ReadFile {
    let known = reading.identified
    let kept = reading.diagnostics.filter { cache == nil || $0.severity != .note }
    var file = ReadFile(
      path: path, sha256: reading.sha256, diagnostics: kept, notes: reading.diagnostics.count - kept.count)
    if let report = reading.report {
      let summary = ReportSummary(of: report)
      file.summary = summary
      if let cache {
        file.text = cache.blobs.keep(Array(ParsedReport(report: report, source: reading.source).recorded))
        file.points = cache.blobs.keep(Array(summary.recordedPoints))
        file.judgements = summary.recordedJudgements
      }
    } else {
      file.unread = UnreadFile(
        path: path, diagnostics: reading.diagnostics, title: known?.title, authority: known?.authority,
        inspection: known?.inspection, header: known?.header)
    }
    let (key, bytes) = (key(path, reading.sha256), file.recorded)
    if let cache, cache.verifies, let previous = cache.memo[key], previous != bytes {
      throw Memo.differs("the reading of \(path)")
    }
    cache?.next?.keep(bytes, under: key)
    file.judgements = []
    return file
  }

  /// Returns a report with its text as it was read: from the cache, or from the file if that is unchanged.
  ///
  /// - Throws: if the file has changed since it was read.
  func report(of file: ReadFile) throws -> ParsedReport {
    if let bytes = cache?.blobs.bytes(file.text), let report = ParsedReport(recorded: bytes[...]) { return report }
    guard case .report(let again) = try ReportFile.read(file.path, extractor), again.sha256 == file.sha256,
      case let reading = reading(again, file.path), let report = reading.report
    else { throw changed(file) }
    return ParsedReport(report: report, source: reading.source)
  }

  /// Returns the bytes of a report's file itself.
  ///
  /// - Throws: if the file has changed since it was read.
  func original(of file: ReadFile) throws -> [UInt8] {
    guard case .bytes(let bytes) = try FileReader.read(file.path, limit: limit),
      Fingerprint(of: bytes).hexadecimal == file.sha256
    else { throw changed(file) }
    return bytes
  }

  private func changed(_ file: ReadFile) -> EnvironmentError {
    EnvironmentError(
      "\(file.path) changed while the site was being built; build again to show it")
  }
}

/// The digest of a file with this metadata, so that an unchanged file need not be read again.
private struct Hint {
  var file: InputFile
  var sha256: String
}

extension Hint: Recordable {
  func write(to record: inout RecordWriter) { record.put(file, sha256) }

  init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(file:sha256:))
  }
}

extension ReadFile: Recordable {
  func write(to record: inout RecordWriter) {
    record.put(path, sha256, summary, unread, diagnostics, notes, text, points, judgements)
  }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      path: try record.read(), sha256: try record.read(), summary: try record.read(), unread: try record.read(),
      diagnostics: try record.read(), notes: try record.read(), text: try record.read(), points: try record.read(),
      judgements: try record.read())
  }
}

extension Memo {
  /// Returns the error that stops a verifying build that finds its memo wrong.
  static func differs(_ what: String) -> EnvironmentError {
    EnvironmentError("the cache is wrong: \(what) came out differently from the same input")
  }
}
