import Diagnostics
import Foundation
import Publishing
import Testing

@Suite("Paths that lead out of the output folder")
struct EscapeTests {
  let output: OutputFixture

  init() throws {
    output = try OutputFixture()
  }

  static let refused: [(path: String, reason: String)] = [
    ("", "empty"),
    ("/etc/page", "absolute"),
    ("..", "dots"),
    ("../page", "dots"),
    ("a/../../page", "dots"),
    ("a/..", "dots"),
    ("./page", "dots"),
    ("a/./page", "dots"),
    ("a//page", "empty component"),
    ("a/", "empty component"),
    ("a\\..\\page", "backslash"),
    ("page\0.html", "control character"),
    ("a/\0/page", "control character"),
    ("page\nother", "control character"),
    ("page\u{7F}", "control character"),
    (".sitegen-manifest", "reserved"),
    (".sitegen-lock", "reserved"),
    ("a/.sitegen-tmp-1", "reserved"),
    (".sitegen-x/page", "reserved"),
  ]

  @Test("Such a path is refused", arguments: refused)
  func refusesEscapes(path: String, reason: String) throws {
    let problems = try output.problems(planning: ["index", path])
    #expect(problems.count == 1)
    #expect(problems.first?.message.contains(reason) == true)

    let writer = try output.prepared(["index"])
    let failure = #expect(throws: EnvironmentError.self) { try writer.write(path, [1]) }
    #expect(failure?.message.contains(reason) == true)
    #expect(try output.pages() == [:])
    #expect(try FileManager.default.contentsOfDirectory(atPath: output.root.path(percentEncoded: false)) == ["Public"])
  }

  static let harmless = ["..page", "page..", ".well-known/x", "a/...", ".gitkeep", "sitegen-x", "a b/ü?&#", "-"]

  @Test("A path that only looks odd is written", arguments: harmless)
  func allowsOddNames(path: String) throws {
    try output.build([path: "1"])
    #expect(try output.text(path) == "1")
    #expect(try output.build([:]).removed == 1)
    #expect(try output.pages() == [:])
  }

  @Test("A folder that is a link is not written through", arguments: ["link/page", "a/link/b/page"])
  func refusesLinks(path: String) throws {
    try makeLink(path.replacing(/link.*/, with: "link"), to: "outside")
    let problems = try output.problems(planning: [path])
    #expect(problems.count == 1)
    #expect(problems.first?.message.contains("link or a special file") == true)
    #expect(try outside() == ["mine"])
  }

  @Test("Nor is one that became a link after the paths were prepared")
  func refusesLateLinks() throws {
    let writer = try output.prepared(["link/page"])
    try makeLink("link", to: "outside")
    let failure = #expect(throws: EnvironmentError.self) { try writer.write("link/page", [1]) }
    #expect(failure?.message.contains("nothing is written through it") == true)
    #expect(try outside() == ["mine"])
  }

  @Test("Nothing is removed through a link")
  func removesNothingThroughLinks() throws {
    try output.build(["link/mine": "ours", "link/sub/page": "ours"])
    try FileManager.default.removeItem(at: output.url("link"))
    try makeLink("link", to: "outside")
    try FileManager.default.createDirectory(
      at: output.root.appending(path: "outside/sub"), withIntermediateDirectories: true)
    #expect(try output.build(["index": "1"]).removed == 0)
    #expect(try outside() == ["mine", "sub"])
  }

  @Test("A manifest that names places outside removes nothing there")
  func distrustsTheManifest() throws {
    try output.put("../victim", "mine")
    let victim = output.root.appending(path: "victim").path(percentEncoded: false)
    try output.put(".sitegen-manifest", "sitegen manifest 1\n../victim\n\(victim)\na/../../victim\n")
    #expect(try output.build(["index": "1"]).removed == 0)
    #expect(try output.text("../victim") == "mine")
    #expect(try output.text(".sitegen-manifest") == "sitegen manifest 1\nindex\n")
  }

  /// Creates a link in the output folder to a folder outside that has the file `mine`.
  private func makeLink(_ path: String, to name: String) throws {
    try output.put("../\(name)/mine", "mine")
    let place = output.url(path)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: place, withDestinationURL: output.root.appending(path: name))
  }

  private func outside() throws -> [String] {
    let folder = output.root.appending(path: "outside").path(percentEncoded: false)
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}
