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
    let known = Set(SiteTemplates.contexts.map { $0.template }).union(["parts/header", "parts/footer"])
    #expect(try Set(shipped().keys) == known)
  }

  @Test func `are needed`() throws {
    var templates = try shipped()
    templates["parts/badge"] = nil
    let (set, diagnostics) = make(templates)
    #expect(set == nil)
    #expect(
      diagnostics.map { "\($0.location?.description ?? "") \($0.code.rawValue)" } == [
        "Templates/parts/badge.mustache missing-template"
      ])
  }

  @Test func `need their style sheet`() throws {
    let (set, diagnostics) = TemplateSet.make(try shipped(), assets: [])
    #expect(set == nil)
    #expect(diagnostics.map(\.code) == Array(repeating: .missingTemplate, count: SiteTemplates.assets.count))
  }

  @Test(arguments: [
    ("a\n  {{wrods}}", 2, 3, "“wrods” is not known here"),
    ("{{{words}}}", 1, 1, "“words” is text and must be escaped"),
    ("{{pips}}", 1, 1, "“pips” is markup: write {{{pips}}}"),
    ("{{#words}}x{{/words}}", 1, 1, "“words” differs from page to page and can’t open a section"),
    ("{{#contact}}x", 1, 1, "the section “contact” is never closed"),
    ("x{{/contact}}", 1, 2, "“contact” is closed here but not open"),
    ("{{#navigation}}{{wrods}}{{/navigation}}", 1, 16, "“wrods” is not known here"),
    ("{{navigation}}", 1, 1, "“navigation” is a list"),
    ("{{label}}", 1, 1, "“label” is not known here"),
    ("x {{words", 1, 3, "this tag is never closed"),
    ("{{>parts/nowhere}}", 1, 1, "there is no template “parts/nowhere.mustache”"),
    ("{{>parts/badge}}", 1, 1, "“parts/badge” includes itself"),
    ("{{=<% %>=}}", 1, 1, "is not a kind of tag"),
    ("{{$block}}x{{/block}}", 1, 1, "is not a kind of tag"),
    ("\u{1}0\u{2}", 1, 1, "control characters"),
  ])
  func `say what is wrong with them and where`(text: String, line: Int, column: Int, message: String) throws {
    var templates = try shipped()
    templates["parts/badge"] = SourceText(path: "Templates/parts/badge.mustache", text: text)
    let (set, diagnostics) = make(templates)
    #expect(set == nil)
    let place = SourceLocation(path: "Templates/parts/badge.mustache", line: line, column: column)
    #expect(
      diagnostics.contains { $0.location == place && $0.message.contains(message) && $0.severity == .error },
      "\(diagnostics)")
  }

  @Test func `may use a list and what may be absent`() throws {
    var templates = try shipped()
    let text = "{{words}}{{! a note }}{{#navigation}}{{label}}{{path}}{{/navigation}}{{^contact}}none{{/contact}}"
    templates["parts/badge"] = SourceText(path: "Templates/parts/badge.mustache", text: text)
    #expect(make(templates).diagnostics == [])
  }

  @Test func `are cut where pages differ`() {
    let pieces = TemplateMarker.split(Array("a\u{1}0\u{2}\u{1}12\u{2}b".utf8))
    #expect(pieces == [.literal([0x61]), .field(0), .field(12), .literal([0x62])])
  }

  private func make(_ templates: [String: SourceText]) -> (templates: TemplateSet?, diagnostics: [Diagnostic]) {
    TemplateSet.make(templates, assets: SiteTemplates.assets.map { OutputFile(path: $0, bytes: []) })
  }

  /// The templates that ship, by their names.
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
