import Diagnostics
import Foundation
import Publishing
import Testing

@Suite("Files of others in the output folder")
struct CollisionTests {
  let output: OutputFixture

  init() throws {
    output = try OutputFixture()
  }

  @Test("A file the program did not write is kept")
  func keepsForeignFiles() throws {
    try output.put(".gitkeep", "")
    try output.put("CNAME", "example.org")
    try output.put("a/notes.txt", "mine")
    try output.build(["index": "1", "a/page": "2"])
    #expect(try output.build(["index": "1"]).removed == 1)
    let left = [".gitkeep": "", "CNAME": "example.org", "a/": "", "a/notes.txt": "mine", "index": "1"]
    #expect(try output.pages() == left)
  }

  @Test("A page that would replace such a file is an error, and nothing is written")
  func reportsForeignFiles() throws {
    try output.build(["index": "old"])
    try output.put("about", "mine")
    let problems = try output.problems(planning: ["index", "about", "new/page"])
    let message = "\(output.directory)/about is in the output folder and was not written by this program"
    #expect(problems.map(\.message) == [message])
    #expect(try output.build(["index": "old"]).removed == 0)
  }

  @Test("A folder of others where a page belongs is an error")
  func reportsForeignFolders() throws {
    try output.put("page/mine.txt", "mine")
    try output.build(["a/b/page": "1", "index": "2"])
    try output.put("a/mine.txt", "mine")
    try FileManager.default.createDirectory(at: output.url("empty"), withIntermediateDirectories: true)
    for path in ["page", "a", "empty"] {
      let problems = try output.problems(planning: ["index", path])
      #expect(problems.count == 1)
      #expect(problems.first?.message.contains("/\(path) is a folder that this program did not make") == true)
    }
  }

  @Test("A file of others where a folder belongs is reported once, however many pages need the folder")
  func reportsForeignParents() throws {
    try output.put("a", "mine")
    let problems = try output.problems(planning: ["a/x", "a/y", "a/b/z"])
    #expect(problems.count == 1)
    #expect(problems.first?.message.contains("/a is in the output folder") == true)
  }

  @Test("A file that a stranger put where a page of ours was a link is left alone")
  func reportsLinksInPlaceOfPages() throws {
    try output.build(["page": "1"])
    try output.put("../elsewhere", "mine")
    try FileManager.default.removeItem(at: output.url("page"))
    try FileManager.default.createSymbolicLink(
      at: output.url("page"), withDestinationURL: output.root.appending(path: "elsewhere"))
    #expect(try output.problems(planning: ["page"]).count == 1)
    #expect(try output.build(["other": "2"]).removed == 0)
    #expect(output.exists("page"))
    #expect(try output.text("../elsewhere") == "mine")
  }

  @Test("A file and a folder of one name, or one path twice, can't be planned")
  func reportsContradictions() throws {
    let both = try output.problems(planning: ["a", "a/b/c", "z", "a/b"])
    #expect(both.count == 2)
    #expect(both.allSatisfy { $0.message.contains("both a file and a folder") })
    let twice = try output.problems(planning: ["a", "b", "a"])
    #expect(twice.map(\.message) == ["\(output.directory)/a is planned twice"])
  }

  @Test("Errors can be mended and the same writer prepared again")
  func preparesAgain() throws {
    try output.put("about", "mine")
    let writer = try output.open()
    #expect(try writer.prepare(["about"]).count == 1)
    #expect(try writer.prepare(["index"]) == [])
    _ = try writer.write("index", [0x31])
    _ = try writer.finish()
    #expect(try output.pages() == ["about": "mine", "index": "1"])
  }
}
