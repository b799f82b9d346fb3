import Diagnostics
import Foundation
import Publishing
import Testing

@Suite("Builds cut short, and builds at once")
struct RecoveryTests {
  let output: OutputFixture

  init() throws {
    output = try OutputFixture()
  }

  /// Leaves the folder as a build does that is killed after some of its pages.
  ///
  /// Releasing the writer only releases the lock, as the death of the process would.
  private func killed(planning paths: [String], writing pages: [String: String]) throws {
    let writer = try output.prepared(paths)
    for (path, text) in pages { _ = try writer.write(path, Array(text.utf8)) }
    writer.close()
  }

  @Test("After a killed build the next one comes to the tree of a clean build")
  func converges() throws {
    let final = ["index": "3", "c/page": "3", "d": "3", "e/page": "3"]
    try output.build(["index": "1", "a/page": "1", "d/page": "1", "e": "1"])
    try killed(
      planning: ["index", "b/page", "b/never", "c/page"],
      writing: ["index": "2", "b/page": "2"])
    try output.put(".sitegen-tmp-1", "half a manif")
    try output.put("a/.sitegen-tmp-2", "half a pa")
    try output.put("b/.sitegen-tmp-77", "half a pa")
    #expect(try output.build(final).removed == 4)

    let clean = try OutputFixture()
    try clean.build(final)
    #expect(try output.tree() == clean.tree())
  }

  @Test("A build killed again and again still leaves nothing of its own")
  func convergesAfterSeveral() throws {
    for round in 0..<4 {
      try killed(planning: ["r\(round)/page", "r\(round)/other"], writing: ["r\(round)/page": "x"])
      try output.put("r\(round)/.sitegen-tmp-\(round)", "half")
    }
    try output.put("mine", "mine")
    #expect(try output.build(["index": "1"]).removed == 4)
    #expect(try output.pages() == ["index": "1", "mine": "mine"])
  }

  @Test("Pages of a killed build are known as the program's own")
  func ownsPagesOfKilledBuilds() throws {
    try killed(planning: ["a", "b"], writing: ["a": "1"])
    #expect(try output.build(["a": "2", "b": "2"]).outcomes == ["a": .written, "b": .written])
  }

  @Test("A build given up removes nothing, and the next may begin")
  func abandons() throws {
    try output.build(["old": "1"])
    let writer = try output.prepared(["new"])
    writer.close()
    #expect(throws: EnvironmentError.self) { try writer.write("new", [1]) }
    #expect(try output.pages() == ["old": "1"])
    #expect(try output.build(["new": "2"]).removed == 1)
  }

  @Test("Leftovers are told by their whole name and only looked for where the program wrote")
  func keepsLookalikes() throws {
    try killed(planning: ["a/page"], writing: ["a/page": "1"])
    let others = ["a/.sitegen-tmp-", "a/.sitegen-tmp-1.txt", "a/.sitegen-tmp-notes", "mine/.sitegen-tmp-1"]
    for path in others { try output.put(path, "mine") }
    try output.put("a/.sitegen-tmp-1", "half")
    try output.build(["a/page": "1"])
    for path in others { #expect(output.exists(path), "\(path)") }
    #expect(!output.exists("a/.sitegen-tmp-1"))
  }

  @Test("After a build that ended well nothing is taken for a leftover")
  func trustsFinishedBuilds() throws {
    try killed(planning: ["page"], writing: [:])
    try output.build(["page": "1"])
    #expect(try output.text(".sitegen-lock") == "")
    try output.put(".sitegen-tmp-1", "mine")
    #expect(try output.build(["page": "2"]).outcomes == ["page": .written])
    #expect(try output.pages() == ["page": "2"])
    #expect(try output.text(".sitegen-tmp-1") == "mine")
  }

  @Test("A second build of the same folder is told so, and may begin when the first has ended")
  func locks() throws {
    let first = try output.prepared(["page"])
    let failure = #expect(throws: EnvironmentError.self) { try output.open() }
    #expect(failure?.message == "another build is writing to \(output.directory)")
    _ = try first.write("page", [0x31])
    _ = try first.finish()
    #expect(throws: EnvironmentError.self) { try output.open() }
    first.close()
    try output.build(["page": "2"])
    #expect(try output.text("page") == "2")
  }

  @Test("A writer that is let go gives up its lock")
  func unlocksWhenLetGo() throws {
    do { _ = try output.prepared(["page"]) }
    try output.build(["page": "1"])
  }

  @Test("A place below a regular file can't be written, and the failure says why")
  func failsBelowFiles() throws {
    try output.put("file", "mine")
    for directory in ["\(output.directory)/file", "\(output.directory)/file/a/b"] {
      let failure = #expect(throws: EnvironmentError.self) { try SiteWriter.open(directory: directory) }
      #expect(failure?.message == "could not open the folder \(directory): Not a directory")
    }
    for directory in ["", "a\0b"] {
      #expect(throws: EnvironmentError.self) { try SiteWriter.open(directory: directory) }
    }
  }

  @Test("A page whose folder becomes a file, or that becomes a folder, during the build can't be written")
  func failsOnLateObstacles() throws {
    let writer = try output.prepared(["a/page", "b"])
    try output.put("a", "mine")
    try output.put("b/mine", "mine")
    for path in ["a/page", "b"] {
      #expect(throws: EnvironmentError.self) { try writer.write(path, [1]) }
    }
    #expect(try output.pages() == ["a": "mine", "b/": "", "b/mine": "mine"])
  }

  @Test("A name that is too long for the disk is the disk's failure")
  func failsOnLongNames() throws {
    let name = String(repeating: "x", count: 300)
    let writer = try output.open()
    let failure = #expect(throws: EnvironmentError.self) { try writer.prepare([name]) }
    #expect(failure?.message.contains("File name too long") == true)
  }

  @Test("A manifest that is none stops the build before anything is changed", arguments: ["", "other\nindex\n"])
  func refusesOtherManifests(text: String) throws {
    try output.put(".sitegen-manifest", text)
    let failure = #expect(throws: EnvironmentError.self) { try output.open() }
    #expect(failure?.message.contains("no list of written files") == true)
    #expect(try output.text(".sitegen-manifest") == text)
  }
}
