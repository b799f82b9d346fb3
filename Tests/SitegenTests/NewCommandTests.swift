import Foundation
import TestSupport
import Testing

@Suite("A site of one's own")
struct NewCommandTests {
  @Test("A new site builds at once, and a folder that is there is left alone")
  func new() throws {
    let folder = try TemporaryFolder()
    let site = folder.path("my-site")
    #expect(try ProgramRun(["new", site], in: folder.path).exitCode == 0)
    for path in ["Content/site.yaml", "Content/pages/about.md", ".github/workflows/pages.yml", ".gitignore"] {
      #expect(FileManager.default.fileExists(atPath: "\(site)/\(path)"), "\(path)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(site)/Content/reports").count == 1)
    #expect(try ProgramRun(["--quiet", "--no-search"], in: site).exitCode == 0)
    #expect(FileManager.default.fileExists(atPath: "\(site)/Public/index.html"))
    let again = try ProgramRun(["new", site], in: folder.path)
    #expect(again.exitCode == 3)
    #expect(again.errors.contains("is there already"))
    let settings = try String(contentsOfFile: "\(site)/Content/site.yaml", encoding: .utf8)
    #expect(settings.contains("\n# base-url: "), "the shipped address is no site's of one's own")
  }
}
