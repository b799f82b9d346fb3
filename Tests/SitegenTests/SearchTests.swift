import Foundation
import TestSupport
import Testing

/// The full-text index, with a stand-in for Pagefind that records the pages it was given.
@Suite("Search index")
struct SearchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("mine/reports/report.txt", CommandLineTests.report)
    try folder.write(
      "programs/pagefind",
      """
      #!/bin/sh
      PATH=/usr/bin:/bin  # --site SITE --output-path PLACE --silent
      mkdir -p "$4/index"
      (cd "$2" && find . -name '*.html' | xargs grep -l data-pagefind-body | sort) > "$4/pagefind-entry.json"
      echo words > "$4/index/one.pf_index"
      echo box > "$4/pagefind-ui.js"
      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("programs/pagefind"))
  }

  private func build(_ more: String...) throws -> ProgramRun {
    try ProgramRun(
      ["build", "--content", folder.path("mine"), "--output", folder.path("site")] + more, in: packageFolder,
      programs: folder.path("programs"))
  }

  @Test func `is made of reports and authorities where Pagefind is installed`() throws {
    #expect(try build().exitCode == 0)
    let page = "./authorities/gloucestershire/"
    let pages = "\(page)2022-02-07-ofsted-ilacs/index.html\n\(page)index.html\n"
    #expect(folder.read("site/pagefind/pagefind-entry.json") == pages)
    #expect(folder.read("site/pagefind/index/one.pf_index") == "words\n")
    #expect(folder.read("site/pagefind/pagefind-ui.js") == nil, "the site has a search box of its own")
    #expect(folder.read("site/search/index.html")?.contains("wasm-unsafe-eval") == true)
    #expect(folder.read("site/index.html")?.contains("search/index.html") == true)
    #expect(folder.read("site/index.html")?.contains("wasm-unsafe-eval") == false)
  }

  @Test func `goes when it is not wanted any more, and nothing leads to it`() throws {
    _ = try build()
    #expect(try build("--no-search").exitCode == 0)
    #expect(folder.listing().allSatisfy { !$0.hasPrefix("site/pagefind") && !$0.hasPrefix("site/search/") })
    #expect(folder.read("site/index.html")?.contains("search/index.html") == false)
  }

  @Test func `is demanded in vain where Pagefind is missing`() throws {
    try FileManager.default.removeItem(atPath: folder.path("programs/pagefind"))
    let run = try build("--search")
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("pip install pagefind-bin"))
  }
}
