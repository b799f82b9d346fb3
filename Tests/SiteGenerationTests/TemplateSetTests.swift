import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteGeneration

@Suite("Templates") struct TemplateSetTests {
  @Test func `that ship have nothing wrong`() throws {
    _ = try SampleSite.templates()
  }

  @Test func `are all used`() throws {
    let shared = ["fact", "grades", "icon", "notice", "now", "profile", "statements", "where"].map { "partials/\($0)" }
    let known = Set(SiteTemplates.roots.map { $0.template }).union(shared)
    #expect(try Set(shipped().keys) == known)
  }

  @Test func `are needed`() throws {
    var templates = try shipped()
    templates["partials/badge"] = nil
    let (set, diagnostics) = make(templates)
    #expect(set == nil)
    #expect(
      diagnostics.map { "\($0.location?.description ?? "") \($0.code.rawValue)" } == [
        "Templates/partials/badge.mustache missing-template"
      ])
  }

  @Test func `need their style sheet`() throws {
    let (set, diagnostics) = TemplateSet.make(try shipped(), assets: [])
    #expect(set == nil)
    #expect(diagnostics.allSatisfy { $0.message.contains("neither here nor among the templates that ship") })
    #expect(diagnostics.map(\.code) == Array(repeating: .missingTemplate, count: SiteTemplates.assets.count))
  }

  @Test func `of a folder need only be those that it changes`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/404.mustache", "\u{FEFF}<p>Nothing here</p>\r\n<p>{{publisher}}</p>\r\n")
    let loaded = try TemplateSet.load(
      folder: folder.path("mine"), over: Recording.packageFolder().appendingPathComponent("Templates").path)
    #expect(loaded.diagnostics == [])
    let templates: TemplateSet = try #require(loaded.templates)
    let files = try SampleSite.files(try SampleSite.generator(templates: templates), of: SampleReports.all)
    let page = String(decoding: try #require(files["404.html"]), as: UTF8.self)
    #expect(page.contains("<p>Nothing here</p>\n<p>The Sample Press</p>\n</main>"))
    #expect(try files["index.html"] == SampleSite.files()["index.html"])
  }

  @Test(arguments: ["style.css/x.css", "style.css/deep/y", "picture.svg/z"])
  func `can't have a folder where a shipped file is`(path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("shipped/assets/style.css", "")
    try folder.write("shipped/assets/picture.svg", "<svg/>")
    try folder.write("mine/assets/\(path)", "a")
    let loaded = try TemplateSet.load(folder: folder.path("mine"), over: folder.path("shipped"))
    let clashes = loaded.diagnostics.filter { $0.code == .pathCollision }
    #expect(clashes.map(\.location?.path) == [folder.path("mine/assets/\(path)")])
  }

  @Test func `that no page uses are told`() throws {
    var templates = try shipped()
    templates["autority"] = SourceText(path: "Templates/autority.mustache", text: "x")
    let (set, diagnostics) = make(templates)
    #expect(set != nil)
    #expect(diagnostics.map(\.code) == [.unusedTemplate])
    #expect(diagnostics.map(\.location?.path) == ["Templates/autority.mustache"])
  }

  @Test func `name their names, a line each`() throws {
    for template in TemplateReference.templates {
      let description = try #require(TemplateReference.description(of: template))
      #expect(description.contains("{{siteTitle}}  text"))
    }
    let report = try #require(TemplateReference.description(of: "report"))
    for line in [
      "  {{title}}  text", "  {{#paragraphs}}…{{/paragraphs}}  a list, with in it:", "    {{{body}}}  markup",
    ] {
      #expect(report.split(separator: "\n").contains { $0 == line }, "\(line)")
    }
  }

  private func make(_ templates: [String: SourceText]) -> (templates: TemplateSet?, diagnostics: [Diagnostic]) {
    TemplateSet.make(templates, assets: SiteTemplates.assets.map { OutputFile(path: $0, bytes: []) })
  }

  /// Returns the shipped templates, by their names.
  private func shipped() throws -> [String: SourceText] {
    let folder = Recording.packageFolder().appendingPathComponent("Templates")
    var templates: [String: SourceText] = [:]
    for (path, bytes) in Recording.files(in: folder) where path.hasSuffix(".mustache") {
      templates[String(path.dropLast(".mustache".count))] = SourceText(path: "Templates/\(path)", bytes: bytes)
    }
    #expect(!templates.isEmpty)
    return templates
  }
}
