internal import Diagnostics
internal import Records
internal import SiteGeneration

/// What the authorities' work left.
struct AuthoritiesMade {
  let writer: SiteWriter
  let bulk: [BulkFile]
  /// What is kept of the authorities for the next build.
  let record: BuildCache.RecordFile?
  /// The reports' summaries, those of authorities that were kept still as the last build wrote them.
  var summaries: [Summaries] = []
  /// The reports' places, written one behind the other; all of them only while everything is the same.
  var places: [UInt8] = []
  var problems = ReportProblems()
  var extras: [AuthoritiesRecord.Extra] = []
  var unread: [UnreadFile] = []
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

  init(_ writer: SiteWriter, _ bulk: [BulkFile], _ record: BuildCache.RecordFile?) {
    self.writer = writer
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
    if isSame { for source in authority.sources { places += source.place } }
    problems += authority.problems
    // Each stands behind a mark that it is there.
    record?.append(true.recorded)
    record?.append(bytes)
  }
}
