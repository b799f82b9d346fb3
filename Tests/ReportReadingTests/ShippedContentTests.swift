import ContentLoading
import Diagnostics
import Foundation
import Inspections
import Testing

@testable import ReportReading

/// The summaries that ship with the program: they are read completely, and where the facts of the published report are
/// available, they are the same.
@Suite("Shipped summaries")
struct ShippedContentTests {
  private func reports(ending end: String = "") throws -> [Report] {
    let content = try RealReports.shippedContent()
    let reader = ReportParser(frameworks: content.frameworks, register: content.register)
    return try content.reports.map { path in
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path))) + Array(end.utf8)
      return try #require(reader.read(bytes, path: path).report)
    }
  }

  @Test("a last line of marks alone is no line of words", arguments: ["#", "##", "*", "-", "1.", "\u{C}", "|"])
  func endsInMarks(mark: String) throws {
    let (whole, marked) = (try reports(), try reports(ending: "\n\nHow well it went\n\n\(mark)"))
    #expect(marked.map(\.outcomes) == whole.map(\.outcomes))
  }

  @Test("every judgement is read, and nothing worse than a note is found")
  func whole() throws {
    let reports = try reports()
    #expect(reports.count >= 8)
    #expect(Set(reports.filter { $0.authority.slug == "gloucestershire" }.map(\.framework)).count == 5)
    for report in reports {
      #expect(report.judgements.allSatisfy { $0.grade != nil }, "\(report.source.path)")
      #expect(report.diagnostics.allSatisfy { $0.severity == .note }, "\(report.source.path)")
      #expect(report.source.header.summaryOf != nil, "\(report.source.path) does not name the published report")
      #expect(report.source.header.sourceURL != nil, "\(report.source.path) does not link to the published report")
      #expect(report.inspection.published != nil, "\(report.source.path)")
    }
  }

  @Test(
    "dates, grades and recommendations are those of the published report",
    .enabled(if: RealReports.isAvailable, RealReports.comment))
  func facts() throws {
    let reader = try RealReports.reader()
    var held = 0
    let folder = URL(fileURLWithPath: try #require(RealReports.folder))
    let sets = ["corpus/text", "corpus/newer/text", "corpus/focused/text"]
    let published =
      try ["seed/gloucestershire-2010.txt"]
      + sets.flatMap { set in
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(set).path).sorted()
          .map { "\(set)/\($0)" }
      }
    for summary in try reports() {
      let slug = summary.authority.slug
      for path in published where path.contains("/\(slug)") {
        guard let report = try RealReports.read(path, with: reader).report,
          report.inspection.start == summary.inspection.start, report.framework == summary.framework
        else { continue }
        held += 1
        #expect(summary.inspection.end == report.inspection.end, "\(slug)")
        #expect(summary.inspection.lead == report.inspection.lead, "\(slug)")
        #expect(summary.kind == report.kind, "\(slug)")
        for judgement in summary.judgements {
          let twin = report.judgements.first { $0.id == judgement.id }
          #expect(judgement.grade == twin?.grade, "\(slug): \(judgement.title)")
        }
        #expect(
          summary.recommendations.map { [$0.group, $0.timescale] }
            == report.recommendations.map { [$0.group, $0.timescale] }, "\(slug)")
      }
    }
    #expect(held == 16)
  }
}
