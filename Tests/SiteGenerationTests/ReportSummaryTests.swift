import Diagnostics
import Inspections
import Records
import Synchronization
import TestSupport
import Testing

@testable import SiteGeneration

@Suite("The summary of a report") struct ReportSummaryTests {
  /// A store in memory, or one that has lost what it held.
  private final class Store: PointStore {
    private let held = Mutex<[UInt8]>([])
    private let hasRoom: Bool

    init(hasRoom: Bool = true) { self.hasRoom = hasRoom }

    func keep(_ bytes: [UInt8]) throws(EnvironmentFailure) -> Range<Int> {
      guard hasRoom else { throw EnvironmentFailure("there is no room") }
      return held.withLock { held in
        held += bytes
        return held.count - bytes.count..<held.count
      }
    }

    func bytes(in range: Range<Int>) -> [UInt8] { held.withLock { Array($0[range]) } }

    var isEmpty: Bool { held.withLock(\.isEmpty) }
  }

  @Test func `says the same in less memory`() throws {
    let (store, pool) = (Store(), JudgementPool())
    for report in SampleReports.all {
      let summary = ReportSummary(of: report)
      let compact = try summary.compact(pool, keepingPointsIn: store)
      #expect(compact.recommendations == report.recommendations)
      #expect(compact.recommendationCount == report.recommendations.count)
      #expect(compact.judgements == summary.judgements)
      #expect(compact.id == summary.id)
      var (written, again) = (RecordWriter(), RecordWriter())
      summary.write(to: &written)
      compact.write(to: &again)
      #expect(written.bytes == again.bytes)
    }
    #expect(!store.isEmpty)
  }

  @Test func `shares judgements with reports that say the same, and only those`() throws {
    let (store, pool) = (Store(), JudgementPool())
    let changed = try #require(SampleReports.grouped.judgements.firstIndex { $0.grade != nil })
    var other = SampleReports.grouped
    other.source.path = "Content/reports/other.txt"
    other.judgements[changed].grade = nil
    let first = try ReportSummary(of: SampleReports.grouped).compact(pool, keepingPointsIn: store)
    let second = try ReportSummary(of: other).compact(pool, keepingPointsIn: store)
    for (index, judgement) in first.judgements.enumerated() {
      #expect((judgement === second.judgements[index]) == (index != changed))
    }
    #expect(first.judgements[changed].grade != nil)
    #expect(second.judgements[changed].grade == nil)
  }

  @Test func `fails where there is no room for its points`() throws {
    #expect(throws: EnvironmentFailure.self) {
      try ReportSummary(of: SampleReports.grouped).compact(JudgementPool(), keepingPointsIn: Store(hasRoom: false))
    }
  }
}
