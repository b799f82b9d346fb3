import Inspections
import Records
import TestSupport
import Testing

@testable import SiteGeneration

@Suite("A summary from the cache") struct SummaryRecordTests {
  private let report = SampleReports.grouped
  private let whole = ReportSummary(of: SampleReports.grouped)

  @Test func `takes its lists from their records, and reads no report again`() throws {
    let kept = try kept(whole.recordedJudgements, points: Array(whole.recordedPoints)) {
      Issue.record("the report is read again")
      return nil
    }
    #expect(!kept.judgements.isEmpty && kept.judgements == whole.judgements)
    #expect(!kept.recommendations.isEmpty && kept.recommendations == whole.recommendations)
  }

  @Test func `takes lists whose records are lost or cut short from the report`() throws {
    let kept = try kept(whole.recordedJudgements.dropLast(), points: nil) { report }
    #expect(kept.judgements == whole.judgements && kept.recommendations == whole.recommendations)
  }

  private func kept(
    _ judgements: ArraySlice<UInt8>, points: [UInt8]?, orElse lost: @escaping @Sendable () -> Report?
  ) throws -> ReportSummary {
    var record = RecordReader(whole.recorded)
    let kept = try ReportSummary(from: &record)
    kept.fetch(judgements: judgements, points: { points }, orElse: lost)
    return kept
  }
}
