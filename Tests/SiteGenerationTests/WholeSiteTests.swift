import ContentLoading
import Foundation
import Inspections
import SiteGeneration
import TestSupport
import Testing

@Suite("A whole site") struct WholeSiteTests {
  /// The site as it was last reviewed. After an intended change, record it with `SITEGEN_RECORD=1 swift test`, and
  /// review the difference.
  @Test func `is what it was when it was last looked at`() throws {
    let folder = Recording.fixtures("sample-site")
    // Files for Excel are compared with their tables by Tests/Data.
    let made = try SampleSite.files().filter { !$0.key.hasPrefix("assets/") && !$0.key.hasSuffix(".xlsx") }
    if Recording.isOn {
      try Recording.record(made, in: folder)
      Issue.record("recorded \(made.count) files in \(folder.path)")
      return
    }
    let expected = Recording.files(in: folder)
    #expect(made.keys.sorted() == expected.keys.sorted())
    for (path, bytes) in made where expected[path] != bytes {
      #expect(
        String(decoding: bytes, as: UTF8.self) == String(decoding: expected[path] ?? [], as: UTF8.self),
        "\(path) differs")
    }
  }

  @Test func `has exactly the files of its plan`() throws {
    let generator = try SampleSite.generator()
    let made = try SampleSite.files()
    #expect(generator.plan.entries.map(\.path).sorted() == made.keys.sorted())
    #expect(generator.plan.diagnostics == [])
  }

  @Test func `is the same whichever report is read first`() throws {
    #expect(try SampleSite.files() == SampleSite.files(SampleReports.all.reversed()))
  }

  @Test func `is the same from many tasks at once`() async throws {
    let generator = try SampleSite.generator()
    let expected = SampleSite.Made(generator, SampleReports.all).files
    await withTaskGroup(of: [OutputFile].self) { group in
      for _ in 0..<20 { group.addTask { SampleSite.Made(generator, SampleReports.all).files } }
      for await files in group { #expect(files == expected) }
    }
  }

  @Test func `has links that lead somewhere, from any folder`() throws {
    let files = try SampleSite.files()
    for (path, bytes) in files where path.hasSuffix("index.html") {
      let html = String(decoding: bytes, as: UTF8.self)
      for match in html.matches(of: #/(?:href|src)="([^"]*)"/#) {
        let link = String(match.output.1)
        if link.contains("://") || link.hasPrefix("mailto:") { continue }
        #expect(!link.hasPrefix("/"), "\(path) links to \(link), which has no meaning on disk")
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : resolved(String(parts[0].prefix { $0 != "?" }), from: path)
        let page = try #require(files[target], "\(path) links to \(link): there is no \(target)")
        if parts.count == 2 {
          let anchor = "id=\"\(parts[1])\""
          #expect(String(decoding: page, as: UTF8.self).contains(anchor), "\(path) links to \(link)")
        }
      }
    }
  }

  private func resolved(_ link: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map { String($0) }
    for part in link.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  @Test(arguments: [0, 1, 2, 3]) func `has a front page for any number of reports`(count: Int) throws {
    let home = try SampleSite.text("index.html", of: Array(SampleReports.all.prefix(count)))
    #expect(home.contains("<article class=\"card\">") == (count == 1))
    #expect(home.contains("<table class=\"authorities\"") == (count > 1))
    #expect(home.contains("No reports yet.") == (count == 0))
  }

  @Test func `states no address of its own when it has none`() throws {
    var configuration = SampleSite.configuration
    configuration.baseURL = nil
    let files = try SampleSite.files(configuration: configuration)
    #expect(files["sitemap.xml"] == nil)
    let home = String(decoding: try #require(files["index.html"]), as: UTF8.self)
    #expect(!home.contains("canonical"))
  }
}
