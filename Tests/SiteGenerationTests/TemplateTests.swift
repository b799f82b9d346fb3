import ContentLoading
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteGeneration

/// A context with a field of every kind.
private struct Everything: TemplateRoot {
  static let template = "wrong"
  static let fields: [TemplateField<Everything>] = [
    .text("name") { $0.name }, .text("empty") { _ in "" }, .text("missing") { _ in nil },
    .address("address") { _ in "a/b.html" }, .markup("body") { _ in Array("<i>&</i>".utf8) },
    .flag("isNew") { _ in true }, .flag("isOld") { _ in false }, .list("rows") { $0.rows },
    .list("none") { _ in [Row]() },
    .part("person") { _ in Row(title: "Ada", rows: []) }, .part("nobody") { _ in Row?.none },
  ]

  struct Row: TemplateContext {
    static let fields: [TemplateField<Row>] = [
      .text("title") { $0.title }, .list("inner") { $0.rows.map { Row(title: $0, rows: []) } },
    ]

    let title: String
    let rows: [String]
  }

  var name = "<Tom & \"Jerry\">"
  var rows = [Row(title: "a", rows: ["1", "2"]), Row(title: "b", rows: []), Row(title: "c", rows: ["3"])]
}

/// The Mustache specification's rules for the tags that templates have, and the rules of these templates beyond it.
@Suite("A template") struct TemplateTests {
  @Test(arguments: [
    // Comments.
    ("12345{{! a comment }}67890", "1234567890"), ("Begin.\n  {{! alone }}\nEnd.\n", "Begin.\nEnd.\n"),
    ("12345 {{! of\nlines }} 67890", "12345  67890"), ("{{! name }}|{{name}}", "|&lt;Tom &amp; &quot;Jerry&quot;&gt;"),
    ("Begin.\r\n{{! alone }}\r\nEnd.", "Begin.\nEnd."), ("!\n  {{! the end }}", "!\n"),
    // Values.
    ("", ""), ("no tags { } }}", "no tags { } }}"), ("{{ name }}", "&lt;Tom &amp; &quot;Jerry&quot;&gt;"),
    ("| {{missing}} |", "|  |"), ("{{{body}}}", "<i>&</i>"), ("{{&body}}", "<i>&</i>"), ("{{& body }}", "<i>&</i>"),
    ("  {{empty}}\n", "  \n"),
    // Sections.
    ("{{#isNew}}yes{{/isNew}}", "yes"), ("{{#isOld}}yes{{/isOld}}", ""), ("{{#empty}}x{{/empty}}", ""),
    ("{{#missing}}x{{/missing}}", ""), ("{{#name}}x{{/name}}", "x"), ("{{#rows}}{{title}}{{/rows}}", "abc"),
    ("{{#none}}x{{/none}}", ""), ("{{#person}}{{title}}{{/person}}", "Ada"), ("{{#nobody}}x{{/nobody}}", ""),
    ("{{#rows}}{{title}}{{#inner}}({{title}}){{/inner}}{{/rows}}", "a(1)(2)bc(3)"),
    ("{{#person}}{{name}}{{/person}}", "&lt;Tom &amp; &quot;Jerry&quot;&gt;"),
    ("{{#isNew}}\nyes\n{{/isNew}}\n", "yes\n"), ("  {{#isNew}}\nyes\n  {{/isNew}}", "yes\n"),
    ("|{{# isNew }}={{/ isNew }}|", "|=|"), ("a {{#isNew}} b {{/isNew}} c", "a  b  c"),
    ("{{#isNew}}\n#{{/isNew}}\n/", "#\n/"), ("#{{#isNew}}\n/\n  {{/isNew}}", "#\n/\n"),
    // Inverted sections.
    ("{{^isOld}}no{{/isOld}}", "no"), ("{{^isNew}}no{{/isNew}}", ""), ("{{^none}}none{{/none}}", "none"),
    ("{{^rows}}none{{/rows}}", ""), ("{{^missing}}none{{/missing}}", "none"), ("{{^nobody}}none{{/nobody}}", "none"),
    ("| This Is\n{{^isOld}}\n|\n{{/isOld}}\n| A Line", "| This Is\n|\n| A Line"),
    // First and last.
    ("{{#rows}}{{#first}}[{{/first}}{{title}}{{^last}}, {{/last}}{{#last}}]{{/last}}{{/rows}}", "[a, b, c]"),
    // Partials.
    ("{{>text}}", "from partial"), ("\t|\t{{>text}}\t|", "\t|\tfrom partial\t|"), ("|{{> text }}|", "|from partial|"),
    ("  {{>lines}}\n>", "  |\n  &lt;Tom &amp; &quot;Jerry&quot;&gt;\n  |\n>"),
    ("{{#rows}}{{>row}}{{/rows}}", "(a)(b)(c)"),
    // Values in attributes and texts.
    ("<a href=\"{{address}}#{{name}}\">", "<a href=\"a/b.html#&lt;Tom &amp; &quot;Jerry&quot;&gt;\">"),
    ("<p{{#isNew}} class=\"new\"{{/isNew}}>", "<p class=\"new\">"),
    ("<script>a < b</script>{{empty}}", "<script>a < b</script>"),
    ("<!DOCTYPE html>{{empty}}<!-- a > b -->{{empty}}", "<!DOCTYPE html><!-- a > b -->"),
  ])
  func `is filled`(template: String, expected: String) throws {
    let partials = [
      "text": "from partial", "lines": "|\n{{name}}\n|\n", "row": "({{title}})",
    ]
    #expect(try filled(template, partials.filter { template.contains($0.key) }) == expected)
  }

  @Test func `takes text as it comes`() throws {
    #expect(try filled("{{name}}", name: "\u{202E}a\u{0}b\u{FEFF}’") == "ab’")
  }

  @Test func `is told what is wrong with it and where`() throws {
    let folder = Recording.fixtures("wrong-templates")
    let files = Recording.files(in: folder)
    #expect(files.count > 20)
    for (path, bytes) in files {
      let text = SourceText(path: path, bytes: bytes)
      let first = text.line(1)
      let expected = first.dropFirst("{{! ".count).dropLast(" }}".count)
      var compiler = TemplateCompiler(["wrong": text])
      _ = compiler.compile("wrong", scopes: [Everything.self])
      let told = compiler.problems.sorted().map { problem in
        "\(problem.location?.line ?? 0):\(problem.location?.column ?? 0) \(problem.message)"
      }
      #expect(told.contains { $0.hasPrefix(expected) }, "\(path): \(told)")
      #expect(!path.hasPrefix("unknown-section") || told.count == 1, "\(path): \(told)")
    }
  }

  private func filled(
    _ template: String, _ partials: [String: String] = [:], name: String? = nil
  ) throws -> String {
    let text = TextFile.decode(Array(template.utf8), path: "template").text
    var texts = partials.mapValues { SourceText(path: "partial", text: $0) }
    texts["wrong"] = text
    var compiler = TemplateCompiler(texts)
    let compiled = compiler.compile("wrong", scopes: [Everything.self])
    #expect(compiler.problems.isEmpty, "\(template): \(compiler.problems)")
    var page: [UInt8] = []
    var context = Everything()
    if let name { context.name = name }
    try #require(compiled).append([context], to: &page)
    return String(decoding: page, as: UTF8.self)
  }
}
