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
    let record: AuthorityRecord
    let summaries: [ReportSummary]
    let outputs: [BuildRecord.Output]
    let parts: [BulkFiles.Part]
    let tally: BuildSummary.Tally
  }

  /// A report that is not where it was thought to be.
  struct Misplaced: Error {}

  /// Does the work for an authority; its reports must be where `places` says.
  func run(_ place: SiteGenerator.Place, _ places: [String: ReportSummary]) throws -> Result {
    var problems = ReportProblems()
    var sources: [AuthorityRecord.Source] = []
    var reports: [ReadReport] = []
    var summaries: [ReportSummary] = []
    var (written, listed) = (RecordWriter(), RecordWriter())
    for path in place.paths {
      let reading = try clock.measure(.reading) { () throws -> ReportReader.Reading in
        guard case .report(let file) = try ReportFile.read(path, extractor) else { throw Misplaced() }
        return reader.read(file.bytes, path: path, sha256: file.sha256)
      }
      guard let report = reading.report else { throw Misplaced() }
      let summary = ReportSummary(of: report)
      guard let expected = places[path], summary.isPlaced(like: expected) else { throw Misplaced() }
      problems.append(reading.diagnostics)
      sources.append(AuthorityRecord.Source(path: path, sha256: reading.sha256, place: summary.place.recorded))
      written.put(summary)
      summary.writeListed(to: &listed)
      summaries.append(summary)
      reports.append(ReadReport(report: report, source: reading.source))
    }
    let made = clock.measure(.rendering) { generator.authority(reports) }
    var outputs: [BuildRecord.Output] = []
    var tally = BuildSummary.Tally()
    try clock.measure(.staging) { () throws(EnvironmentFailure) in
      for file in made.files {
        let (outcome, stamp) = try writer.stage(file.path, file.bytes)
        outputs.append(BuildRecord.Output(path: file.path, stamp: stamp))
        tally.count(outcome)
      }
    }
    let record = AuthorityRecord(
      surroundings: place.surroundings[...], sources: sources, outputs: outputs.count,
      parts: made.parts.map { AuthorityRecord.Part(size: $0.bytes.count, rows: $0.rows) }, problems: problems,
      summaries: written.bytes[...], listed: Fingerprint(of: listed.bytes).bytes[...])
    return Result(record: record, summaries: summaries, outputs: outputs, parts: made.parts, tally: tally)
  }
}
