import CommonMark
import Testing

@Suite("The Markdown renderer") struct MarkdownRendererTests {
  @Test func `renders CommonMark`() {
    #expect(MarkdownRenderer.html("# Title\n\nA *word*.\n") == "<h1>Title</h1>\n<p>A <em>word</em>.</p>\n")
  }

  @Test func `leaves raw HTML out`() {
    let html = MarkdownRenderer.html("a <b onclick=x>b</b>\n\n<script>alert(1)</script>\n")
    #expect(html == "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>\n<!-- raw HTML omitted -->\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "file:///etc/passwd", "data:text/html,x",
  ])
  func `takes the address from unsafe links`(address: String) {
    #expect(MarkdownRenderer.html("[a](\(address))") == "<p><a href=\"\">a</a></p>\n")
  }

  @Test func `leaves quotes and dashes as they are`() {
    #expect(MarkdownRenderer.html("\"a\" -- 'b'...") == "<p>&quot;a&quot; -- 'b'...</p>\n")
  }

  @Test func `replaces NUL and reads on`() {
    #expect(MarkdownRenderer.html("a\0b") == "<p>a\u{FFFD}b</p>\n")
  }

  @Test func `replaces bytes that are not UTF-8`() {
    let html = MarkdownRenderer.html([0x61, 0xFF, 0x62])
    #expect(String(decoding: html, as: UTF8.self) == "<p>a\u{FFFD}b</p>\n")
  }

  @Test func `survives thirty thousand levels of emphasis, quotation and brackets`() {
    let depth = 30_000
    for (open, close) in [("*a ", "*"), (">", ""), ("[", "]"), ("_(", ")_")] {
      let nested = String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
      #expect(MarkdownRenderer.html(nested).contains("x"))
    }
  }

  @Test func `renders nothing as nothing`() {
    #expect(MarkdownRenderer.html([]) == [])
  }
}

extension MarkdownRenderer {
  static func html(_ markdown: String) -> String { String(decoding: html(Array(markdown.utf8)), as: UTF8.self) }
}
