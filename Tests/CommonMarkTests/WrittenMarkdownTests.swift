import CommonMark
import Testing

@Suite("Markdown that somebody wrote") struct WrittenMarkdownTests {
  private func written(_ text: String) -> (html: String, faults: [String]) {
    let written = WrittenMarkdown(Array(text.utf8))
    return (
      String(decoding: written.html, as: UTF8.self),
      written.faults.map { "\($0.line):\($0.column) \($0.kind) \($0.text.prefix(20))" }
    )
  }

  @Test(arguments: [
    ("a <b>c</b>", ["1:3 rawHTML <b>", "1:7 rawHTML </b>"]),
    ("x\n\n<details>\nWhy\n</details>", ["3:1 rawHTML <details>\nWhy\n</deta"]),
    ("- one\n- H<sub>2</sub>O", ["2:4 rawHTML <sub>", "2:10 rawHTML </sub>"]),
    ("one\ntwo <br> three", ["2:5 rawHTML <br>"]), ("<!-- a note -->\n\ntext <!-- more -->", []), ("1 < 2 `<b>`", []),
  ])
  func `tells the HTML that is left out, but for comments`(text: String, faults: [String]) {
    #expect(written(text).faults == faults)
    #expect(!written(text).html.contains("<b>") || text.contains("`"))
  }

  @Test(arguments: [
    "[a](javascript:x)", "[a](JaVaScript:x)", "[a](<data:text/html,x>)", "[a](&#106;avascript:x)", "![a](vbscript:x)",
    "[a](file:///etc/passwd)", "[a][r]\n\n[r]: javascript:x",
  ])
  func `keeps the words of an unsafe link alone`(text: String) {
    let (html, faults) = written("see " + text)
    #expect(html == "<p>see a</p>\n")
    #expect(faults.count == 1 && faults[0].hasPrefix("1:5 unsafeAddress"))
  }

  @Test(arguments: ["//host/i.png", "https://host/i.png", "HTTP://host/i.png", "ftp://host/i.png"])
  func `makes a link of a picture that another host has`(address: String) {
    let (html, faults) = written("a\n\n*b* ![words](\(address)) c")
    #expect(html == "<p>a</p>\n<p><em>b</em> <a href=\"\(address)\">words</a> c</p>\n")
    #expect(faults == ["3:5 foreignPicture \(address)"])
    #expect(written("![](\(address))").html == "<p><a href=\"\(address)\">\(address)</a></p>\n")
    #expect(written("[![w](\(address))](javascript:x)").html == "<p><a href=\"\(address)\">w</a></p>\n")
  }

  @Test(arguments: [
    "![x](/assets/a.png)", "![x](a.png)", "![x](data:image/png;base64,AA)", "[a](//host/)", "<mailto:a@b.c>",
  ])
  func `leaves what a page may hold`(text: String) {
    #expect(written(text).faults == [])
    #expect(written(text).html == MarkdownRenderer.html(text))
  }
}
