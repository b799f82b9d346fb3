import Foundation
import Inspections
import Records
import TestSupport
import Testing

@testable import ContentLoading
@testable import SiteGeneration

@Suite("A reading by a person on the site") struct ReviewedReadingPageTests {
  private let folder = "authorities/exampleshire/2010-11-29-sample-grouped/"
  private let files: [String: [UInt8]]
  private let report: Report

  init() throws {
    var report = SampleReports.grouped
    report.judgements[1].review = Review(
      line: 31, quotation: "Good <indeed>", by: "Ada & Co", date: try #require(CalendarDate(iso: "2026-03-02")),
      why: "The other line is about 2009")
    report.judgements[1].review?.found = .conflict
    report.judgements[1].status = .reviewed
    report.judgements[1].grade = "good"
    self.report = report
    files = try SampleSite.files([report])
  }

  @Test func `shows the grade as read by a person, who, when, why and from which words`() throws {
    let row = try #require(
      text(folder + "index.html").firstMatch(of: /(?s)<tr id="j-safety-practice".*?<\/tr>/)?.output)
    #expect(row.contains("badge-second") && row.contains("Reviewed reading</span>"))
    #expect(row.contains("Reviewed reading by Ada &amp; Co, 2 March 2026, <a href=\"source.html#L31\">line 31</a>"))
    #expect(row.contains("<q>Good &lt;indeed&gt;</q>") && row.contains("The other line is about 2009"))
    // The printed statements are not hidden.
    #expect(row.contains("the program found by itself: “The report disagrees with itself”."))
    #expect(row.contains("<q>Grade 2 (good)</q>") && row.contains("<q>Quality of practice Adequate</q>"))
    #expect(text(folder + "source.html").contains("<li id=\"L31\" class=\"stated\">"))
    #expect(text(folder + "report.md").contains("Co, 2 March 2026, line 31: “Good"))
  }

  @Test func `is told from the program's own readings wherever its grade is shown`() throws {
    for (path, bytes) in files where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      for match in page.matches(of: /<span class="badge badge-second">.*?<\/span><\/span><\/span>(.{0,60})/) {
        // The scale of a framework and the counts of grades show grades that belong to no judgement.
        guard !path.hasPrefix("frameworks/"), !match.output.1.contains("×") else { continue }
        #expect(match.output.1.hasPrefix(" <span class=\"statement-note\">Reviewed reading"), "\(path)")
      }
    }
    #expect(text("badges/exampleshire/safety-practice.svg").contains("Good (reviewed reading)"))
    #expect(text("feed.xml").contains("Quality of practice: Good (reviewed reading)"))
    let rows = text("data/judgements.csv").split(separator: "\r\n")
    #expect(rows.contains { $0.contains(",safety.practice,") && $0.contains(",good,,reviewed,") })
    #expect(text("method/index.html").contains("Read by a person, and marked"))
  }

  @Test func `is in the report's data with all that is known of it`() throws {
    let bytes = try #require(files[folder + "report.json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let judgement = try #require((object["judgements"] as? [[String: Any]])?[1])
    #expect(judgement["status"] as? String == "reviewed" && judgement["grade"] as? String == "good")
    #expect((judgement["evidence"] as? [Any])?.count == 2)
    let review = try #require(judgement["review"] as? [String: Any])
    #expect(review["found"] as? String == "conflict" && review["by"] as? String == "Ada & Co")
    #expect(review["line"] as? Int == 31 && review["date"] as? String == "2026-03-02")
  }

  @Test func `comes back from the cache as it was`() throws {
    let read = ParsedReport(report: report, source: SampleReports.source(of: report))
    var record = RecordReader(read.recorded)
    #expect(try ParsedReport(from: &record).report.judgements == report.judgements)
  }

  @Test func `is another thing on the site than the program's own`() throws {
    var own = report
    own.judgements[1].status = .single
    #expect(ReportSummary(of: own).digests.shown != ReportSummary(of: report).digests.shown)
    #expect(PublishedReport(of: ReportSummary(of: report)).judgements["safety.practice"] == "good (reviewed reading)")
  }

  private func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }
}
