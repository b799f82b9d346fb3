import Foundation
import Inspections
import Publishing
import TestSupport
import Testing

/// The output of `sitegen inspect --format outline`.
@Suite("The outline of a report") struct OutlineFormatterTests {
  /// The outline as it was last reviewed; `SITEGEN_RECORD=1 swift test` records it anew.
  @Test(arguments: SampleReports.all.indices) func `is what it was when it was last looked at`(index: Int) throws {
    let report = SampleReports.all[index]
    let folder = Recording.fixtures("outlines/\(report.framework)")
    let text = OutlineFormatter.text(report, trace: nil, frameworks: SampleFrameworks.all)
    if Recording.isOn {
      try Recording.record(["outline.txt": Array(text.utf8)], in: folder)
      Issue.record("recorded \(folder.path)")
      return
    }
    #expect(text == String(decoding: Recording.files(in: folder)["outline.txt"] ?? [], as: UTF8.self))
  }

  @Test func `shortens a text that is longer than a line`() {
    var report = SampleReports.overall
    report.recommendations = [Recommendation(text: String(repeating: "long ", count: 40), line: 1)]
    let lines = OutlineFormatter.text(report, trace: nil, frameworks: []).split(separator: "\n")
    #expect(lines.contains { $0.hasSuffix("lon …  (line 1)") })
    #expect(lines.allSatisfy { $0.count < 120 })
  }
}
