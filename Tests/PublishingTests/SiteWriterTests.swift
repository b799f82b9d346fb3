import Diagnostics
import Foundation
import Publishing
import Testing

@Suite("Writing a site")
struct SiteWriterTests {
  let output: OutputFixture

  init() throws {
    output = try OutputFixture()
  }

  @Test("What is written can be read back, and is all there is")
  func writesAndReadsBack() throws {
    let long = String(repeating: "a long page ", count: 50_000)
    let pages = ["index.html": "home", "a/b/c/page.html": long, "a/empty.txt": "", "é ü/x": "accents"]
    let (removed, outcomes) = try output.build(pages)
    #expect(removed == 0)
    #expect(outcomes.values.allSatisfy { $0 == .written })
    let folders = ["a/": "", "a/b/": "", "a/b/c/": "", "é ü/": ""]
    #expect(try output.pages() == pages.merging(folders) { first, _ in first })
    let manifest = "sitegen manifest 1\na/b/c/page.html\na/empty.txt\nindex.html\né ü/x\n"
    #expect(try output.text(".sitegen-manifest") == manifest)
  }

  @Test("An output folder that is missing is made, with those above it")
  func makesTheFolder() throws {
    let directory = output.root.appending(path: "x/y/z").path(percentEncoded: false)
    for directory in [directory, directory + "/"] {
      let writer = try SiteWriter.open(directory: directory)
      #expect(try writer.prepare(["page"]) == [])
      _ = try writer.write("page", [0x41])
      _ = try writer.finish()
    }
    #expect(try Data(contentsOf: output.root.appending(path: "x/y/z/page")) == Data([0x41]))
  }

  @Test("A file that did not change keeps its inode and time; one that did is replaced whole")
  func leavesUnchangedFilesAlone() throws {
    let long = String(repeating: "0123456789", count: 20_000)
    let first = ["same": "same", "long": long, "size": "short", "byte": long + "a", "empty": ""]
    try output.build(first)
    let past = Date(timeIntervalSince1970: 1_000_000)
    var inodes: [String: Int] = [:]
    for path in first.keys {
      try FileManager.default.setAttributes(
        [.modificationDate: past], ofItemAtPath: output.url(path).path(percentEncoded: false))
      inodes[path] = try output.attributes(path)[.systemFileNumber] as? Int
    }
    let manifest = try output.attributes(".sitegen-manifest")[.systemFileNumber] as? Int

    let second = ["same": "same", "long": long, "size": "longer", "byte": long + "b", "empty": ""]
    let outcomes = try output.build(second).outcomes
    let changed: Set = ["size", "byte"]
    for path in second.keys {
      let isChanged = changed.contains(path)
      #expect(outcomes[path] == (isChanged ? .written : .unchanged), "\(path)")
      let attributes = try output.attributes(path)
      #expect((attributes[.systemFileNumber] as? Int != inodes[path]) == isChanged, "\(path)")
      #expect((attributes[.modificationDate] as? Date != past) == isChanged, "\(path)")
    }
    #expect(try output.pages() == second)
    #expect(try output.attributes(".sitegen-manifest")[.systemFileNumber] as? Int == manifest)
  }

  @Test("A reader that has a file open keeps the whole former file")
  func replacesByRenaming() throws {
    try output.build(["page": "the former page"])
    let reader = try FileHandle(forReadingFrom: output.url("page"))
    defer { try? reader.close() }
    try output.build(["page": "new"])
    #expect(try reader.readToEnd() == Data("the former page".utf8))
    #expect(try output.text("page") == "new")
  }

  @Test("Files that are no longer planned go, and the folders that are empty then")
  func removesStaleFiles() throws {
    try output.build(["index": "1", "a/b/c/old": "2", "a/b/old": "3", "a/keep": "4", "gone/by/hand": "5"])
    try output.put("a/b/mine.txt", "mine")
    try FileManager.default.removeItem(at: output.url("gone/by/hand"))
    #expect(try output.build(["index": "1", "a/keep": "4"]).removed == 2)
    let left = ["index": "1", "a/": "", "a/keep": "4", "a/b/": "", "a/b/mine.txt": "mine"]
    #expect(try output.pages() == left)
    #expect(try output.text(".sitegen-manifest") == "sitegen manifest 1\na/keep\nindex\n")
  }

  @Test("A page may become a folder and a folder a page")
  func swapsFilesAndFolders() throws {
    try output.build(["a": "file", "b/x/y": "deep", "b/z": "shallow"])
    #expect(try output.build(["a/index": "in folder", "b": "file"]).removed == 3)
    #expect(try output.pages() == ["a/": "", "a/index": "in folder", "b": "file"])
  }

  @Test("Two spellings of one letter are two files, as they are on disk")
  func comparesBytes() throws {
    let composed = "\u{E9}"
    let decomposed = "e\u{301}"
    try output.build([decomposed: "old"])
    #expect(try output.build([composed: "new"]).removed == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: output.directory)
    let letters = names.filter { !$0.hasPrefix(".") }.map { Array($0.utf8) }
    #expect(letters == [Array(composed.utf8)])
  }

  @Test("Many tasks may write at once")
  func writesFromManyTasks() async throws {
    let paths = (0..<2_000).map { "folder\($0 % 7)/sub\($0 % 31)/page\($0)" }
    let writer = try output.prepared(paths)
    let written = try await withThrowingTaskGroup(of: SiteWriter.Outcome.self) { group in
      for path in paths { group.addTask { try writer.write(path, Array("text of \(path)".utf8)) } }
      return try await group.reduce(into: 0) { if $1 == .written { $0 += 1 } }
    }
    #expect(written == paths.count)
    #expect(try writer.finish() == 0)
    let files = try output.pages().filter { !$0.key.hasSuffix("/") }
    #expect(files == Dictionary(uniqueKeysWithValues: paths.map { ($0, "text of \($0)") }))
  }

  @Test("Only what was planned is written, and only between preparing and finishing")
  func keepsToTheOrder() throws {
    let writer = try output.open()
    #expect(throws: EnvironmentError.self) { try writer.write("page", [1]) }
    #expect(throws: EnvironmentError.self) { try writer.finish() }
    #expect(try writer.prepare(["page"]) == [])
    #expect(throws: EnvironmentError.self) { try writer.prepare(["page"]) }
    #expect(throws: EnvironmentError.self) { try writer.write("other", [1]) }
    #expect(try writer.write("page", [0x31]) == .written)
    #expect(try writer.finish() == 0)
    #expect(throws: EnvironmentError.self) { try writer.write("page", [2]) }
    #expect(throws: EnvironmentError.self) { try writer.finish() }
    #expect(try output.pages() == ["page": "1"])
  }
}
