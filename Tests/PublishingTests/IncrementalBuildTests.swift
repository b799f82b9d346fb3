import Diagnostics
import Foundation
import Inspections
import TestSupport
import Testing

@testable import Publishing

/// A build that skips unchanged work must give the same result as a build from scratch, whatever happened in between.
@Suite("A build after another") struct IncrementalBuildTests {
  let folder: TemporaryFolder
  let package = Recording.packageFolder()

  init() throws {
    folder = try TemporaryFolder()
    for name in ["Content", "Templates"] {
      try FileManager.default.copyItem(atPath: package.appending(path: name).path, toPath: folder.path(name))
    }
  }

  @Test func `does nothing where nothing has changed`() async throws {
    let first = try await build()
    #expect(first.tally.written > 100)
    try await rest()
    #expect(try await build().tally.written == 0)
    let again = try await build()
    #expect(again.tally == BuildSummary.FileCounts(unchanged: first.tally.written))
    #expect(again.diagnostics.sorted() == first.diagnostics.sorted())
    #expect(again.isPublished && again.judgements == first.judgements && again.reports == first.reports)
  }

  @Test("leaves what a build from nothing leaves, whatever has changed", arguments: [false, true])
  func leavesTheSame(keepsRecord: Bool) async throws {
    _ = try await build()
    var dice = Dice(state: 20)
    for step in 0..<14 {
      if keepsRecord, step % 4 == 0 { try await record(on: step + 1) }
      let change = try change(step, &dice)
      // Now and then the change comes after a rest, so that the record of unchanged files is trusted.
      if dice.roll(2) == 0 { try await rest() }
      let built = try await build()
      let clean = try await build(output: "Clean\(step)", cache: nil)
      let (left, wanted) = (try tree("Public"), try tree("Clean\(step)"))
      let different = Set(left.keys).union(wanted.keys).filter { left[$0] != wanted[$0] }.sorted()
      #expect(different == [], "after: \(change)")
      #expect(built.diagnostics.sorted() == clean.diagnostics.sorted(), "after: \(change)")
      #expect(built.judgements == clean.judgements && built.recommendations == clean.recommendations)
      try FileManager.default.removeItem(atPath: folder.path("Clean\(step)"))
    }
  }

  @Test func `one changed report leaves the pages of other authorities alone`() async throws {
    _ = try await build()
    try await rest()
    _ = try await build()
    let report = "Content/reports/leicester-2024-09-23.txt"
    try folder.write(report, try text(report) + "\n")
    let built = try await build()
    #expect(built.tally.written < 12, "the report's own files, and those that name its digest")
    #expect(built.tally.unchanged > 200)
  }

  @Test func `sees a template change that lies in a folder called as that of the reports`() async throws {
    try folder.write("Templates/reports/footer.mustache", "<footer>One</footer>\n")
    _ = try edit("Templates/base.mustache", "</body>", "{{>reports/footer}}\n</body>")
    _ = try await build()
    try await rest()
    #expect(try await build().tally.written == 0)
    try folder.write("Templates/reports/footer.mustache", "<footer>Another</footer>\n")
    #expect(try await build().tally.written > 100)
    #expect(try text("Public/index.html").contains("<footer>Another</footer>"))
  }

  @Test func `shows what a neighbour was judged last, and shows it again when that changes`() async throws {
    let sets = "of,authority\nbrent,leicester\nMy choice,brent\nMy choice,leicester\n"
    try folder.write("Content/sets/near.csv", sets)
    _ = try await build()
    let page = try text("Public/authorities/brent/index.html")
    #expect(page.contains("<h2 id=\"set-near\">Near</h2>") && page.contains("id=\"near-leicester\""))
    #expect(try text("Public/services/children/set-my-choice/index.html").ranges(of: "<tr data-name=").count == 2)
    try await rest()
    let report = "Content/reports/leicester-2024-09-23.txt"
    try folder.write(report, try text(report).replacing("Requires improvement to be good", with: "Good"))
    _ = try await build()
    _ = try await build(output: "Clean", cache: nil)
    #expect(try tree("Public") == tree("Clean"))
    #expect(try text("Public/authorities/brent/index.html") != page)
  }

  @Test func `copies no row from a table that somebody changed a moment after the build`() async throws {
    _ = try await build()
    let table = try text("Public/data/judgements.csv")
    try folder.write("Public/data/judgements.csv", table.replacing("Leicester", with: "Leicestre"))
    _ = try edit("Content/reports/brent-2026-04-27.txt", "Good", "Outstanding")
    _ = try await build()
    _ = try await build(output: "Clean", cache: nil)
    #expect(try text("Public/data/judgements.csv") == text("Clean/data/judgements.csv"))
  }

  @Test func `says that a folder is where a table was`() async throws {
    _ = try await build()
    try FileManager.default.removeItem(atPath: folder.path("Public/data/judgements.csv"))
    try FileManager.default.createDirectory(
      atPath: folder.path("Public/data/judgements.csv"), withIntermediateDirectories: false)
    _ = try edit("Content/reports/brent-2026-04-27.txt", "Good", "Outstanding")
    #expect(try await build().diagnostics.contains { $0.code == .pathCollision })
  }

  @Test func `says of a report what stands beside its file, where the file doesn't say it`() async throws {
    let report = "Content/reports/leicester-2024-09-23.txt"
    let kept = try text(report).split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("source:")
    }
    try folder.write(report, kept.joined(separator: "\n"))
    _ = try await build()
    let page = "Public/authorities/leicester/2024-09-23-ofsted-ilacs/index.html"
    #expect(try !text(page).contains("https://example.org/official"))
    try folder.write(
      "Content/reports.csv",
      "file,source,published,licence,note\nleicester-2024-09-23.txt,https://example.org/official,2001-01-01,,\n")
    let built = try await build()
    #expect(try text(page).contains("href=\"https://example.org/official\" rel=\"external\""))
    let doubts = built.diagnostics.filter { $0.code == .contradictingMetadata }
    #expect(doubts.map(\.location?.description) == [folder.path("Content/reports.csv") + ":2:1"])
    #expect(try await build().tally.written == 0)
    try FileManager.default.removeItem(atPath: folder.path("Content/reports.csv"))
    _ = try await build()
    _ = try await build(output: "Clean", cache: nil)
    #expect(try tree("Public") == tree("Clean"))
  }

  @Test func `shows what a person read, and no longer once its line is gone or its words are`() async throws {
    let report = "Content/reports/leicester-2024-09-23.txt"
    let whole = try text(report)
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = try #require(lines.lastIndex { $0.split(separator: " ").count > 5 })
    // Without its grades the report has none for the program to read, and a line at the end has the words that a person
    // reads.
    let bare = lines.map { $0.replacing(/(?i)requires improvement.*/, with: "") }.joined(separator: "\n")
    try folder.write(report, bare)
    let missing = try await build().judgements["missing"] ?? 0
    #expect(missing > 1)
    let head = "report,judgement,grade,line,quotation,by,on,why\n"
    func read(_ words: String) throws {
      try folder.write(
        "Content/readings.csv",
        head + "leicester-2024-09-23.txt,leaders,good,\(place + 1),\"\(words)\",Ada,2026-03-02,Because\n")
    }
    let words = bare.split(separator: "\n", omittingEmptySubsequences: false)[place].split(separator: " ").prefix(5)
    try read(words.joined(separator: " "))
    var built = try await build()
    #expect(built.judgements["reviewed"] == 1 && built.judgements["missing"] == missing - 1)
    _ = try await build(output: "Clean", cache: nil)
    #expect(try tree("Public") == tree("Clean"))
    let page = "Public/authorities/leicester/2024-09-23-ofsted-ilacs/index.html"
    #expect(try text(page).contains("Reviewed reading by Ada, 2 March 2026"))
    #expect(try await build().tally.written == 0)
    try read("other words")
    built = try await build()
    #expect(
      built.diagnostics.contains { $0.code == .falseReading && $0.severity == .error })
    #expect(try !text(page).contains("Reviewed reading"))
    try FileManager.default.removeItem(atPath: folder.path("Content/readings.csv"))
    _ = try await build()
    try FileManager.default.removeItem(atPath: folder.path("Clean"))
    _ = try await build(output: "Clean", cache: nil)
    #expect(try tree("Public") == tree("Clean"))
  }

  @Test func `makes good what somebody else changed or removed`() async throws {
    _ = try await build()
    try await rest()
    _ = try await build()
    let page = "Public/authorities/leicester/index.html"
    let before = try text(page)
    try folder.write(page, "changed by hand")
    _ = try await build()
    #expect(try text(page) == before)
    try FileManager.default.removeItem(atPath: folder.path("Public/data/judgements.csv"))
    _ = try await build()
    #expect(FileManager.default.fileExists(atPath: folder.path("Public/data/judgements.csv")))
  }

  @Test func `believes no record that is damaged or cut short`() async throws {
    _ = try await build()
    try await rest()
    _ = try await build()
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path("cache")) where name != "blobs" {
      let path = "cache/\(name)"
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path(path))))
      for damaged in [Array(bytes.dropLast(9)), bytes.prefix(40) + [bytes[40] ^ 1] + bytes.dropFirst(41), []] {
        try folder.write(path, bytes: damaged)
        let built = try await build()
        #expect(built.tally.written == 0 && built.tally.unchanged > 200, "\(name)")
        try folder.write(path, bytes: bytes)
      }
    }
  }

  @Test func `reads again what the cache has lost`() async throws {
    _ = try await build()
    try await rest()
    _ = try await build()
    try FileManager.default.removeItem(atPath: folder.path("cache/blobs"))
    // One report's recommendations and rows change; their lists and tables need those of all others.
    _ = try edit("Content/reports/sandwell-2013-06-24.txt", "Within three months", "Within six months")
    _ = try await build()
    _ = try await build(output: "Clean", cache: nil)
    #expect(try tree("Public") == tree("Clean"))
  }

  // MARK: Changes

  private func change(_ step: Int, _ dice: inout Dice) throws -> String {
    let reports = try FileManager.default.contentsOfDirectory(atPath: folder.path("Content/reports")).sorted()
    let name = reports[dice.roll(reports.count)]
    let path = "Content/reports/\(name)"
    switch step % 14 {
    case 0, 5: return try edit(path, "good", "outstanding")
    case 1: return try edit(path, "children", "young people")
    case 2, 9:
      try FileManager.default.removeItem(atPath: folder.path(path))
      return "\(name) removed"
    case 3:
      let original = package.appending(path: "Content/reports").path
      for name in try FileManager.default.contentsOfDirectory(atPath: original) {
        try folder.write(
          "Content/reports/\(name)", String(decoding: try read("\(original)/\(name)"), as: UTF8.self))
      }
      return "all reports as they were"
    case 4: return try edit("Templates/partials/badge.mustache", "<", " <")
    case 6: return try edit("Content/frameworks/ofsted-ilacs.yaml", "label: Good", "label: Quite good")
    case 7:
      try folder.write("Content/reports/zz-\(name)", try text(path))
      return "\(name) twice"
    case 8:
      try folder.write("Content/reports/letter.txt", "Dear reader,\nthis is no report.\n")
      return "a letter among the reports"
    case 10: return try edit("Content/site.yaml", "title: ", "title: The ")
    case 11: return try edit("Content/pages/about.md", "#", "##")
    case 12:
      for name in reports where !name.hasPrefix("brent") {
        try FileManager.default.removeItem(atPath: folder.path("Content/reports/\(name)"))
      }
      return "one authority left"
    default:
      try FileManager.default.removeItem(atPath: folder.path("Content/reports"))
      return "no reports at all"
    }
  }

  func edit(_ path: String, _ old: String, _ new: String) throws -> String {
    try folder.write(path, try text(path).replacing(old, with: new, maxReplacements: 1))
    return "\(path): \(old) is \(new)"
  }

  // MARK: Building

  @discardableResult
  func build(output: String = "Public", cache: String? = "cache") async throws -> BuildSummary {
    try await SiteBuild(options(output: output, cache: cache)).run()
  }

  func record(on day: Int) async throws {
    let date = try #require(CalendarDate(year: 2026, month: 3, day: day))
    _ = try await SiteBuild(options(output: "", cache: nil)).record(on: date)
  }

  private func options(output: String, cache: String?) -> SiteBuild.Options {
    SiteBuild.Options(
      content: folder.path("Content"), defaults: folder.path("Content"), templates: folder.path("Templates"),
      output: folder.path(output), cache: cache.map(folder.path), jobs: 2, keepsGoing: true)
  }

  /// Waits until the written files are old enough for their metadata to be trusted.
  func rest() async throws { try await Task.sleep(for: .milliseconds(120)) }

  func tree(_ name: String) throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path(name)) {
      guard path != ".sitegen-lock", let bytes = try? read(folder.path("\(name)/\(path)")) else { continue }
      tree[path] = bytes
    }
    return tree
  }

  func text(_ path: String) throws -> String { String(decoding: try read(folder.path(path)), as: UTF8.self) }

  func read(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
}

/// Pseudo-random numbers, the same in every run.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }
}
