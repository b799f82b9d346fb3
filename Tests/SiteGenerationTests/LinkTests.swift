import Diagnostics
import TestSupport
import Testing

@testable import ContentLoading
@testable import SiteGeneration

@Suite("Links") struct LinkTests {
  private func problems(_ text: String) throws -> [String] {
    let page = SourceText(path: "Content/pages/about.md", text: "# About\n\n\(text)\n")
    let generator = try SampleSite.generator(pages: [page])
    return generator.problems { SampleSite.read($0, SampleReports.all) }.map { problem in
      "\(problem.location.map { "\($0)" } ?? ""): \(problem.message) [\(problem.code.rawValue)]"
    }
  }

  @Test(arguments: [
    "[a](/data/) [b](/) [c](/authorities/exampleshire/#facts) [d](../index.html) [e](../data/judgements.csv?x=1)",
    "[a](https://example.org/nowhere) [b](mailto:a@example.org) [c](//example.org/x) [d](#main)",
    "x <!-- [a](/nowhere/) -->, `[code](/nowhere/)`",
  ])
  func `that lead somewhere, or away, are left alone`(text: String) throws {
    #expect(try problems(text) == [])
  }

  @Test(arguments: [
    (
      "Look [here](/datta/).",
      "Content/pages/about.md:3:12: this link leads to “datta/index.html”, and there is no such page [dead-link]"
    ),
    (
      "x\n[here](../data/nothing.csv)",
      "Content/pages/about.md:4:7: this link leads to “data/nothing.csv”, and there is no such page [dead-link]"
    ),
    (
      "[here](#nowhere)",
      "Content/pages/about.md:3:7: this link leads to “#nowhere” of “about/index.html”, where nothing has that name "
        + "[dead-link]"
    ),
    (
      "[here](/authorities/exampleshire/#nowhere)",
      "Content/pages/about.md:3:7: this link leads to “#nowhere” of “authorities/exampleshire/index.html”, where "
        + "nothing has that name [dead-link]"
    ),
  ])
  func `to nowhere are told where they were written`(text: String, expected: String) throws {
    #expect(try problems(text) == [expected])
  }

  @Test func `lead to files that are published as they are`() throws {
    let page = SourceText(path: "Content/pages/about.md", text: "# About\n\n![A chart](/pictures/chart.png)\n")
    let chart = StaticFile(path: "pictures/chart.png", source: "Content/static/pictures/chart.png", bytes: [137, 80])
    let generator = try SampleSite.generator(pages: [page], staticFiles: [chart])
    #expect(generator.problems { SampleSite.read($0, SampleReports.all) } == [])
    #expect(try SampleSite.files(generator, of: SampleReports.all)[chart.path] == chart.bytes)
    let missing = try SampleSite.generator(pages: [page])
    #expect(missing.problems { SampleSite.read($0, SampleReports.all) }.map(\.code) == [.deadLink])
  }

  @Test func `a file of the publisher's own may not stand in a page's place`() throws {
    let page = StaticFile(path: "Index.html", source: "Content/static/Index.html", bytes: [60])
    let plan = try SampleSite.generator(staticFiles: [page]).plan
    #expect(plan.diagnostics.map(\.code) == [.pathCollision])
  }

  @Test(arguments: [
    ("é <b>x", "3:3: HTML is left out of a page"), ("[a](javascript:x)", "3:1: the address “javascript:x” is left out"),
    ("x\n![a](//host/i.png)", "4:1: the picture “//host/i.png” would be fetched from another host"),
  ])
  func `and pictures that are left out are warnings with their places`(text: String, expected: String) throws {
    let problems = try problems(text)
    #expect(problems.count == 1 && problems[0].hasPrefix("Content/pages/about.md:\(expected)"), "\(problems)")
  }

  @Test func `to pictures of the site lead there from any folder`() throws {
    let page = SourceText(path: "Content/pages/about.md", text: "# About\n\n![x](/assets/a.png) [y](//host/z)\n")
    let html = String(decoding: try #require(try SampleSite.files(pages: [page])["about/index.html"]), as: UTF8.self)
    #expect(html.contains("<img src=\"../assets/a.png\" alt=\"x\"") && html.contains("href=\"//host/z\""))
  }

  @Test(arguments: [
    "data", "embed", "listing", "now", "source", "report", "page", "home", "authority", "search", "404",
  ])
  func `of each page's template are looked at`(name: String) throws {
    let shipped = try SampleSite.templates()
    var templates: [String: SourceText] = [:]
    for text in shipped.texts {
      templates[String(text.path.split(separator: "/Templates/").last?.dropLast(".mustache".count) ?? "")] = text
    }
    let text = try #require(templates[name])
    let link = "<a href=\"gone/index.html\">x</a>"
    templates[name] = SourceText(path: text.path, text: text.string(0..<text.bytes.count) + link)
    let changed = try #require(TemplateSet.make(templates, assets: shipped.assets).templates)
    let generator = try SampleSite.generator(templates: changed, hasSearch: true)
    let problems = generator.problems { SampleSite.read($0, SampleReports.all) }
    #expect(Set(problems.map(\.code)) == [.deadLink] && problems.allSatisfy { $0.location?.path == text.path })
  }

  @Test func `of templates are looked at too`() throws {
    let shipped = try SampleSite.templates()
    var templates: [String: SourceText] = [:]
    for text in shipped.texts {
      templates[String(text.path.split(separator: "/Templates/").last?.dropLast(".mustache".count) ?? "")] = text
    }
    let base = try #require(templates["base"])
    let link = "<a href=\"{{root}}gone/index.html\">x</a></body>"
    templates["base"] = SourceText(
      path: base.path, text: base.string(0..<base.bytes.count).replacing("</body>", with: link))
    let loaded = TemplateSet.make(templates, assets: shipped.assets)
    let changed: TemplateSet = try #require(loaded.templates)
    let generator = try SampleSite.generator(templates: changed)
    let problems = generator.problems { SampleSite.read($0, SampleReports.all) }
    #expect(problems.map(\.location?.path) == [base.path])
    #expect(problems.map(\.message) == ["this link leads to “gone/index.html”, and there is no such page"])
  }

  @Test(arguments: [
    ("#a", "x/index.html", "a"), ("../y/", "y/index.html", nil), ("z.html#", "x/z.html", nil),
    ("/site/", "index.html", nil), ("/site/a/b.csv", "a/b.csv", nil), ("./?q=1#b", "x/index.html", "b"),
  ])
  func `are resolved as a browser does`(address: String, path: String, anchor: String?) throws {
    let target = try #require(PageLinks.target(of: address, from: "x/index.html", base: "/site/"))
    #expect(target.path == path && target.anchor == anchor)
  }

  @Test func `that leave the site are none of its own`() {
    for address in ["https://a.example/", "mailto:a@b", "//a.example/", "/elsewhere/", "../../../x", "data:,x"] {
      #expect(PageLinks.target(of: address, from: "x/index.html", base: "/site/") == nil, "\(address)")
    }
  }
}
