import Diagnostics
import Inspections
import TestSupport
import Testing

@testable import ContentLoading

@Suite("What is said of reports beside their files") struct ReportMetadataTests {
  private static let digest = String(repeating: "a", count: 64)

  @Test func `is found by the name of the file, or by its digest`() throws {
    let (entries, problems) = load("a.txt,https://example.org/1,2020-03-04,ogl-3,seen\n\(Self.digest),,2021-01-02,,\n")
    #expect(problems == [])
    let metadata = ReportMetadata(entries)
    let named = try #require(metadata.entry(path: "Content/reports/more/a.txt", sha256: ""))
    #expect(named.header.sourceURL == "https://example.org/1" && named.header.licence == .ogl3)
    #expect(named.header.published == CalendarDate(iso: "2020-03-04"))
    #expect(metadata.entry(path: "b.txt", sha256: Self.digest)?.header.published == CalendarDate(iso: "2021-01-02"))
    #expect(metadata.entry(path: "b.txt", sha256: "") == nil)
  }

  @Test(arguments: [
    (",https://example.org/,,,", "2:1: name the report’s file, or its SHA-256"),
    ("a.txt,example.org,,,", "2:7: “source” must be a web address that begins with https:// or http://"),
    ("a.txt,,4 March 2020,,", "2:8: “published” must be a date such as 2011-01-24"),
    ("a.txt,,,ogl-2,", "2:9: “ogl-2” is no licence known here; did you mean “ogl-3”? Known are ogl-3, non-commercial"),
    ("a.txt,https:///x y,,,", "2:7: “source” must be a web address that begins with https:// or http://"),
    ("a.txt,,,,\na.txt,,,,", "3:1: “a.txt” is given twice here"),
  ])
  func `is an error where it can't be meant`(lines: String, message: String) {
    let problems = load(lines + "\n").problems
    #expect(problems.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0): \($0.message)" } == [message])
  }

  @Test func `of a file that is not there is a warning`() {
    let entries = load("a.txt,,,,\ngone.txt,,,,\n\(Self.digest),,,,\n").entries
    let problems = ReportMetadata.unknown(entries.map { ($0.file, $0.location) }, paths: ["Content/reports/a.txt"])
    #expect(problems.map(\.message) == ["no report here has the file name “gone.txt”"])
    #expect(problems.map(\.severity) == [.warning])
  }

  @Test(
    arguments: [
      ("Non-Commercial,", .ogl3, .nonCommercial, 0), ("ogl,", .nonCommercial, .nonCommercial, 1),
      ("ogl,cleared in 2026", .nonCommercial, .ogl3, 0), ("ogl,", nil, .ogl3, 0),
      (",", .nonCommercial, .nonCommercial, 0),
    ] as [(String, Licence?, Licence, Int)])
  func `makes a licence stricter, and freer only with a reason`(
    said: String, printed: Licence?, counts: Licence, warnings: Int
  ) throws {
    let table = "file,source,published,licence,licence-reason,note\na.txt,,,\(said),\n"
    let entry = try #require(ReportMetadata.load(SourceText(path: "reports.csv", text: table)).entries.first)
    var report = SampleReports.grouped
    report.licence = .effective(
      printed: printed, stated: entry.header.licence, reason: entry.header.licenceReason)
    #expect(report.licence == counts && entry.contradictions(of: report).count == warnings)
  }

  @Test func `knows a digest in capitals, and writes a name with a comma in quotation marks`() {
    let metadata = ReportMetadata(load("\(Self.digest.uppercased()),,2021-01-02,,\n").entries)
    #expect(metadata.entry(path: "b.txt", sha256: Self.digest)?.header.published == CalendarDate(iso: "2021-01-02"))
    var source = SampleReports.grouped.source
    source.path = "Content/reports/Leeds, 2019.pdf"
    source.header = FrontMatter()
    #expect(ReportMetadata.line(for: source, published: nil) == "\"Leeds, 2019.pdf\",,,,")
  }

  @Test func `needs no column but that of the file`() {
    let (entries, problems) = load("2020-03-04,a.txt\n", columns: "published,file")
    #expect(problems == [])
    #expect(entries.map(\.header) == [FrontMatter(published: CalendarDate(iso: "2020-03-04"))])
    #expect(load("2020-03-04\n", columns: "published").problems.map(\.message) == ["missing column “file”"])
  }

  private func load(
    _ lines: String, columns: String = "file,source,published,licence,note"
  ) -> (entries: [ReportMetadata.Entry], problems: [Diagnostic]) {
    ReportMetadata.load(SourceText(path: "reports.csv", text: "\(columns)\n" + lines))
  }
}
