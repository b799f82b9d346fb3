import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// The contract that a build relies on when it publishes: the contents of the folder after each build.
@Suite struct SiteWriterContractTests {
  private let folder: TemporaryFolder
  private var site: String { folder.path("site") }

  init() throws { folder = try TemporaryFolder() }

  @Test func filesThatDidNotChangeAreNotTouched() throws {
    #expect(try build(["index.html": "one", "a/b.html": "two"]) == 0)
    let before = try identity("site/index.html")
    #expect(try build(["index.html": "one", "a/b.html": "other"]) == 0)
    #expect(try identity("site/index.html") == before)
    #expect(folder.read("site/a/b.html") == "other")
  }

  @Test func whatTheSiteNoLongerHasGoesAndWhatIsNotOursStays() throws {
    try build(["index.html": "one", "a/b/c.html": "two", "a/d.html": "three"])
    try folder.write("site/CNAME", "example.org")
    try folder.write("site/a/mine.txt", "mine")
    #expect(try build(["index.html": "one"]) == 2)
    #expect(visible() == ["CNAME", "a/", "a/mine.txt", "index.html"])
  }

  @Test func aFileThatNoBuildWroteIsNeverReplaced() throws {
    try folder.write("site/index.html", "mine")
    let writer = try SiteWriter.open(directory: site)
    let problems = try writer.prepare(["index.html", "a.html"])
    #expect(problems.map(\.code) == [.pathCollision])
    #expect(visible() == ["index.html"])
    #expect(folder.read("site/index.html") == "mine")
  }

  @Test(arguments: ["", "/etc/x", "../x", "a/../../x", "a//x", "a/", "./x", "a\u{0}b", ".sitegen-manifest"])
  func pathsThatLeadOutAreRefused(path: String) throws {
    let writer = try SiteWriter.open(directory: site)
    #expect(try writer.prepare(["index.html", path]).map(\.code) == [.pathCollision])
    #expect(throws: EnvironmentError.self) { try writer.write(path, [1]) }
    #expect(visible() == [])
  }

  @Test func nothingIsWrittenThroughALink() throws {
    try folder.write("elsewhere/kept.txt", "kept")
    try folder.write("site/CNAME", "example.org")
    try folder.link("site/a", to: folder.path("elsewhere"))
    let writer = try SiteWriter.open(directory: site)
    #expect(try writer.prepare(["a/x.html"]).map(\.code) == [.pathCollision])
    writer.close()
    #expect(folder.read("elsewhere/x.html") == nil)
  }

  @Test func aLinkPutInPlaceOfAFolderLaterIsNotFollowedEither() throws {
    try build(["a/x.html": "one"])
    try folder.write("elsewhere/x.html", "kept")
    try FileManager.default.removeItem(atPath: folder.path("site/a"))
    try folder.link("site/a", to: folder.path("elsewhere"))
    try build(["index.html": "two"])
    #expect(folder.read("elsewhere/x.html") == "kept")
  }

  @Test func theBuildAfterAKilledOneComesToTheSameFolder() throws {
    try build(["index.html": "one", "old.html": "old"])
    let killed = try SiteWriter.open(directory: site)
    #expect(try killed.prepare(["index.html", "half/new.html", "never.html"]).isEmpty)
    _ = try killed.write("half/new.html", Array("new".utf8))
    killed.close()
    try build(["index.html": "two"])
    #expect(visible() == ["index.html"])
    #expect(folder.read("site/index.html") == "two")
  }

  @Test func aFileMayBecomeAFolderAndAFolderAFile() throws {
    try build(["a": "file", "b/c.html": "page"])
    try build(["a/d.html": "page", "b": "file"])
    #expect(visible() == ["a/", "a/d.html", "b"])
  }

  @Test func aSecondBuildIsToldToWait() throws {
    let first = try SiteWriter.open(directory: site)
    let failure = #expect(throws: EnvironmentError.self) { try SiteWriter.open(directory: site) }
    #expect(failure?.message.hasPrefix("another build is writing to \(site)") == true)
    first.close()
    try build(["index.html": "one"])
  }

  @Test func manyTasksMayWriteAtOnce() async throws {
    let paths = (0..<300).map { "folder\($0 % 20)/deep/page\($0).html" }
    let writer = try SiteWriter.open(directory: site)
    #expect(try writer.prepare(paths).isEmpty)
    try await withThrowingTaskGroup(of: SiteWriter.Outcome.self) { group in
      for path in paths { group.addTask { try writer.write(path, Array(path.utf8)) } }
      for try await outcome in group { #expect(outcome == .written) }
    }
    #expect(try writer.finish() == 0)
    for path in paths { #expect(folder.read("site/\(path)") == path) }
  }

  @Test func aFolderThatCannotBeMadeStopsTheWork() throws {
    try folder.write("file", "not a folder")
    #expect(throws: EnvironmentError.self) { try SiteWriter.open(directory: folder.path("file/site")) }
    #expect(throws: EnvironmentError.self) { try SiteWriter.open(directory: folder.path("file")) }
  }

  @discardableResult
  private func build(_ files: [String: String]) throws -> Int {
    let writer = try SiteWriter.open(directory: site)
    #expect(try writer.prepare(files.keys.sorted()).isEmpty)
    for (path, text) in files { _ = try writer.write(path, Array(text.utf8)) }
    return try writer.finish()
  }

  /// Returns the contents of the site's folder but for the writer's own files.
  private func visible() -> [String] {
    folder.listing().filter { $0.hasPrefix("site/") && $0 != "site/" && !$0.hasPrefix("site/.sitegen-") }
      .map { String($0.dropFirst(5)) }
  }

  /// Returns the values that change when a file is written again: its inode number and its time.
  private func identity(_ name: String) throws -> [String] {
    let values = try FileManager.default.attributesOfItem(atPath: folder.path(name))
    return ["\(values[.systemFileNumber] ?? "")", "\(values[.modificationDate] ?? "")"]
  }
}
