import ContentLoading
import Diagnostics
import Foundation
import Inspections
import SiteGeneration
import TestSupport
import Testing

/// A text that tries to escape from every context it is put into.
private let hostile =
  "=1+1\"'><img src=x onerror=alert(1)><script>alert(1)</script></script><svg onload=alert(1)><a href=javascript:alert(1)>"
  + "<iframe srcdoc=\"<script>alert(1)</script>\"><!--]]>\u{0}\u{1}\u{2}\u{85}&lt;b&#60; {{{title}}} `*_[x](javascript:alert(1))"
  + "\r\n\u{202E}\u{2066}\u{200B}\u{200F}\u{2060}\u{FEFF}\u{61C}\u{AD}\u{180E}\u{E0041}\u{FFF9}\u{2028}"

@Suite("Hostile text") struct HostileTextTests {
  private let files: [String: [UInt8]]

  init() throws {
    var configuration = SampleSite.configuration
    configuration.title = hostile
    configuration.description = hostile
    configuration.publisher = hostile
    configuration.independence = hostile
    configuration.attribution = [hostile]
    files = try SampleSite.files(
      [HostileTextTests.report], configuration: configuration,
      pages: [SourceText(path: "Content/pages/\(hostile).md", text: "# \(hostile)\n\n\(hostile)\n")])
  }

  @Test func `is text on every page, in every feed and image`() {
    for (path, bytes) in files where ["html", "svg", "xml"].contains(where: { path.hasSuffix($0) }) {
      let text = String(decoding: bytes, as: UTF8.self)
      for markup in ["<img src=x", "<script>", "<svg onload", "<iframe", "<a href=javascript", "href=\"javascript:"] {
        #expect(!text.contains(markup), "\(path): \(markup)")
      }
      #expect(text.components(separatedBy: "</script>").count <= 3, "\(path)")
    }
  }

  @Test func `shows, or is without, what no reader sees`() {
    for (path, bytes) in files where !path.hasSuffix(".xlsx") {
      let text = String(decoding: path.hasSuffix(".csv") ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
      let unseen = text.unicodeScalars.filter { scalar in
        scalar.value < 0x20 && !"\n\t\r".unicodeScalars.contains(scalar)
          || [.control, .format].contains(scalar.properties.generalCategory) && scalar.value >= 0x7F
      }
      #expect(unseen.isEmpty, "\(path): \(unseen.map { String($0.value, radix: 16) })")
    }
  }

  @Test func `is no formula in a table`() {
    for (path, bytes) in files where path.hasSuffix("csv") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(",=1") && !text.contains(",\"=1") && !text.contains("\n=1"), "\(path)")
    }
    #expect(files.values.contains { String(decoding: $0, as: UTF8.self).contains(",\"'=1+1") })
  }

  /// `Tests/Reliability/run` checks these pages in a browser.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SITEGEN_HOSTILE_SITE"] != nil))
  func `is written where a browser can look at it`() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["SITEGEN_HOSTILE_SITE"] ?? "")
    for (path, bytes) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  @Test func `never changes a path`() {
    for path in files.keys {
      #expect(path.utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 && !"<>\"'`&:\\".utf8.contains($0) }, "\(path)")
      #expect(!path.contains("..") && !path.hasPrefix("/"), "\(path)")
    }
  }

  @Test func `stays inside its JSON`() throws {
    for (path, bytes) in files where path.hasSuffix("json") {
      for text in path.hasSuffix(".ndjson") ? bytes.split(separator: 0x0A) : [bytes[...]] {
        #expect(throws: Never.self, "\(path)") { try JSONSerialization.jsonObject(with: Data(text)) }
      }
    }
    for (path, bytes) in files where path.hasSuffix("html") {
      let html = String(decoding: bytes, as: UTF8.self)
      for match in html.matches(of: #/<script type="application\/ld\+json">(.*?)<\/script>/#.dotMatchesNewlines()) {
        #expect(throws: Never.self, "\(path)") {
          try JSONSerialization.jsonObject(with: Data(String(match.output.1).utf8))
        }
      }
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//evil.example", "https://a@b/", "http://a\" b/",
  ])
  func `never becomes a link`(address: String) throws {
    var report = SampleReports.grouped
    report.source.header.sourceURL = address
    let page = try SampleSite.text("authorities/exampleshire/2010-11-29-sample-grouped/index.html", of: [report])
    #expect(!page.contains("Read the official report"))
    #expect(!page.lowercased().contains("href=\"\(address.lowercased())"))
  }

  /// A report in which every text is hostile.
  private static let report = Report(
    source: Report.Source(
      path: "../\(hostile)", sha256: hostile, encoding: hostile, lines: 1,
      header: FrontMatter(summaryOf: hostile, publisher: hostile, sourceURL: hostile, licenceReason: hostile)),
    framework: hostile, title: hostile, licence: .ogl3,
    authority: Report.AuthorityReference(
      printed: hostile, name: hostile, slug: "../../\(hostile)", gss: hostile, isRegistered: false),
    inspection: Report.Inspection(lead: hostile),
    judgements: [
      Judgement(
        id: hostile, group: hostile, title: hostile, printed: hostile + "!", grade: hostile, status: .agreed,
        evidence: [Evidence(kind: .prose, line: 1, text: hostile, grade: hostile, repaired: hostile)]),
      Judgement(
        id: hostile + "2", group: hostile, title: hostile, printed: hostile, status: .conflict,
        evidence: [Evidence(kind: .record, line: 1, text: hostile, grade: hostile)]),
    ],
    findings: [
      Finding(section: [hostile, hostile], text: hostile, items: [Finding.Item(hostile)], line: 1),
      Finding(number: 1, numbering: .inferred, section: [], text: hostile, line: 2),
    ],
    recommendations: [
      Recommendation(group: hostile, timescale: hostile, responsible: hostile, text: hostile, line: 1)
    ],
    diagnostics: [Diagnostic(.warning, .strayGrade, hostile, at: SourceLocation(path: hostile, line: 1))])
}
