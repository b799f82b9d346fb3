import Diagnostics
import Foundation
import Inspections
import SiteGeneration
import TestSupport
import Testing

@Suite("A report as JSON") struct ReportJSONTests {
  @Test func `has the shape that other programs read`() throws {
    let object = try parsed(ReportJSON.bytes(of: SampleReports.grouped))
    #expect(
      object.keys.sorted() == [
        "authority", "diagnostics", "findings", "framework", "inspection", "judgements", "kind", "licence", "overall",
        "recommendations", "schema", "source", "title",
      ])
    #expect(object["schema"] as? Int == 1)
    #expect(object["overall"] is NSNull)
    #expect(object["licence"] is NSNull)
    let judgements = try #require(object["judgements"] as? [[String: Any]])
    let first = try #require(judgements.first)
    #expect(first["grade"] as? String == "inadequate")
    #expect(first["number"] as? Int == 4)
    #expect(first["group"] as? String == "Keeping safe")
    #expect(judgements.map { $0["status"] as? String } == ["agreed", "conflict", "single", "missing"])
    #expect(judgements[1]["grade"] is NSNull)
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings[1]["number"] is NSNull)
    #expect(findings[1]["section"] as? [String] == ["Keeping safe", "Overall effectiveness"])
    let recommendations = try #require(object["recommendations"] as? [[String: Any]])
    #expect(recommendations[1]["kind"] as? String == "priorityAction")
    #expect(recommendations[1]["due"] as? String == "2011-04-24")
    #expect(recommendations[2]["timescale"] is NSNull)
    let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
    #expect(diagnostics[0]["line"] as? Int == 111)
    #expect(diagnostics[1]["line"] is NSNull)
  }

  @Test func `is written to the letter`() {
    let json = String(decoding: ReportJSON.bytes(of: SampleReports.outcome, path: "x.txt"), as: UTF8.self)
    let hash = String(repeating: "d", count: 64)
    #expect(
      json == """
        {"schema": 1, "source": {"path": "x.txt", "sha256": "\(hash)", "encoding": "utf-8", "lines": 12, \
        "summaryOf": null, "publisher": null, "url": null}, "framework": "sample-outcome", "title": "Area inspection", \
        "kind": "inspection", "licence": null, "authority": {"printed": "Exampleshire", "name": "Exampleshire", \
        "slug": "exampleshire", "gss": "E10999999"}, "inspection": {"start": null, "end": null, "published": null, \
        "lead": null, "theme": null, "reply": null}, "overall": null, "judgements": [{"id": "outcome", "group": null, "title": "Inspection outcome", \
        "printed": "Inspection outcome", "grade": "here and there", "number": null, "status": "agreed", "evidence": \
        [{"kind": "frontTable", "line": 5, "page": null, "text": "Inspection outcome here and there", "grade": \
        "here and there"}, {"kind": "heading", "line": 25, "page": null, "text": "Inspection outcome: here and there", "grade": "here and there"}]}], \
        "findings": [], "recommendations": [], "diagnostics": []}
        """)
  }

  @Test func `tells the page of what stands behind page breaks`() throws {
    var report = SampleReports.grouped
    func pages(_ list: String) throws -> [Int?] {
      let object = try parsed(ReportJSON.bytes(of: report))
      return try #require(object[list] as? [[String: Any]]).map { $0["page"] as? Int }
    }
    #expect(try pages("findings") == [nil, nil, nil, nil])
    report.source.pageStarts = [21, 42, 42]
    #expect(try pages("findings") == [1, 2, 2, 4])
    #expect(try pages("recommendations") == [2, 4, 4])
    let json = String(decoding: ReportJSON.bytes(of: report), as: UTF8.self)
    #expect(json.contains(#""kind": "heading", "line": 20, "page": 1"#))
    #expect(json.contains(#""kind": "record", "line": 110, "page": 4"#))
  }

  @Test func `repeats the one overall judgement`() throws {
    let object = try parsed(ReportJSON.bytes(of: SampleReports.overall))
    let overall = try #require(object["overall"] as? [String: Any])
    #expect(overall["id"] as? String == "overall")
  }

  @Test func `is one line whatever the report says`() throws {
    var report = SampleReports.overall
    report.title = "a\n\"b\"\\ \t\r\u{0}\u{1F}\u{7F}</script> é"
    let bytes = ReportJSON.bytes(of: report)
    #expect(!bytes.contains(0x0A))
    #expect(try parsed(bytes)["title"] as? String == report.title)
  }

  @Test func `tells of a text that is no report`() throws {
    let source = Report.Source(path: "a.txt", sha256: "00", encoding: "utf-8", lines: 3)
    let problem = Diagnostic(.error, .notAReport, "no", at: SourceLocation(path: "a.txt", line: 1, column: 1))
    let object = try parsed(ReportJSON.bytes(ofUnread: source, diagnostics: [problem]))
    #expect(object["framework"] is NSNull)
    #expect((object["judgements"] as? [Any])?.isEmpty == true)
    #expect((object["diagnostics"] as? [[String: Any]])?.first?["code"] as? String == "not-a-report")
  }

  private func parsed(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
