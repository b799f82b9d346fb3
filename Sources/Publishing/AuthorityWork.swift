internal import ContentLoading
internal import Diagnostics
internal import Fingerprinting
internal import Inspections
internal import Records
internal import ReportReading
internal import SiteGeneration

/// Reads the reports of one authority, makes their pages and puts them aside. Any number of authorities may be worked on
/// at once; of each only what is small is left when it is done.
struct AuthorityWork: Sendable {
  let generator: SiteGenerator
  let reader: ReportReader
  let extractor: PDFTextExtractor
  let writer: SiteWriter
  let clock: PhaseClock

  /// What is left of an authority.
  struct Result: Sendable {
    var record: AuthorityRecord
    var summaries: [ReportSummary] = []
    var outputs: [BuildRecord.Output] = []
    var parts: [BulkFiles.Part] = []
    var tally = BuildSummary.Tally()
  }

  /// A report that is not where it was thought to be.
  struct Misplaced: Error {}

  /// Does the work for an authority; its reports must be where `places` says.
  func run(_ place: SiteGenerator.Place, _ places: [String: ReportSummary]) throws -> Result {
    var record = AuthorityRecord(surroundings: place.surroundings[...])
    var reports: [ReadReport] = []
    var summaries: [ReportSummary] = []
    var written = RecordWriter()
    var listed = RecordWriter()
    for path in place.paths {
      let reading = try clock.measure(.reading) { () throws -> ReportReader.Reading in
        guard case .report(let file) = try ReportFile.read(path, extractor) else { throw Misplaced() }
        return reader.read(file.bytes, path: path, sha256: file.sha256)
      }
      guard let report = reading.report else { throw Misplaced() }
      let summary = ReportSummary(of: report)
      guard let expected = places[path], summary.isPlaced(like: expected) else { throw Misplaced() }
      record.problems.append(reading.diagnostics)
      record.sources.append(
        AuthorityRecord.Source(path: path, sha256: reading.sha256, place: summary.place.recorded[...]))
      summary.write(to: &written)
      summaries.append(summary)
      summary.writeListed(to: &listed)
      reports.append(ReadReport(report: report, source: reading.source))
    }
    let made = clock.measure(.rendering) { generator.authority(reports) }
    var result = Result(record: record, parts: made.parts)
    try clock.measure(.staging) { () throws(EnvironmentFailure) in
      for file in made.files {
        let (outcome, stamp) = try writer.stage(file.path, file.bytes)
        result.outputs.append(BuildRecord.Output(path: file.path, stamp: stamp))
        result.tally.count(outcome)
      }
    }
    result.record.summaries = written.bytes[...]
    result.summaries = summaries
    result.record.listed = Fingerprint(of: listed.bytes).bytes[...]
    result.record.outputs = result.outputs.count
    result.record.parts = made.parts.map { ($0.bytes.count, $0.rows) }
    return result
  }
}

extension AuthorityRecord {
  fileprivate init(surroundings: ArraySlice<UInt8>) {
    self.init(
      surroundings: surroundings, sources: [], outputs: 0, parts: [], problems: ReportProblems(), summaries: [],
      listed: [])
  }
}
