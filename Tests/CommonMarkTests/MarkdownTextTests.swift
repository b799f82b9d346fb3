import CommonMark
import Testing

/// Texts with a meaning in Markdown; the renderer must return each unchanged.
private let nastyTexts = [
  "Plain words, nothing else.", "A*- C and A*–C grades at A*", "*emphasis* **strong** _under_ __score__", "[1]",
  "[link](http://example.org)", "![image](x.png)", "[ref]: http://example.org", "a_b_c snake_case", "<b>bold</b>",
  "<script>alert(1)</script>", "<http://example.org>", "<someone@example.org>", "# heading", "## heading ##",
  "trailing #",
  "1. one", "1) one", "123456789. nine digits", "1234567890. ten digits", "1.", "2011. It was", "+ plus", "- minus",
  "= equals", "===", "---", "***", "___", "~~~ fence", "~~struck~~", "```code```", "`tick`", "``", "    code block",
  "\ttab first", "tab\tinside", "  two spaces", "trailing spaces  ", "trailing backslash\\", "back\\slash \\* \\\\",
  "&amp; &lt; &#65; &copy; AT&T R&D", "> quote", "!", "!\\[x]", "| a | b |\n|---|---|", "first\nsecond",
  "first\n\nsecond",
  "first  \nhard break", "first\\\nhard break", "line\r\nend", "\n", " ", "", "\u{A0}no-break\u{A0}",
  "“curly” ‘quotes’ – —",
  "\"straight\" 'quotes' -- ...", "é ü Máire ẞ 漢字 🏳️‍🌈", "\u{B}vertical\u{C}", "- [ ] task", "-", "+", "10%", "a:b://c",
  "<!-- c -->",
  "<?php ?>", "<![CDATA[x]]>", "http://example.org/?a=1&b=2", "([{<*_`#>}])", "\\", "*", "**", "****", "_", "1",
  "1.5 points",
  "-5 degrees", "+44 1452", "=SUM(A1)", "@handle", "$x$", "H~2~O",
]

@Suite("Plain text as Markdown") struct MarkdownTextTests {
  @Test(arguments: nastyTexts) func `is printed by the renderer as it stands`(text: String) {
    let html = MarkdownRenderer.html(MarkdownText.escaped(text))
    let expected = text.isEmpty ? "" : "<p>\(htmlEscaped(text))</p>\n"
    #expect(String(decoding: html, as: UTF8.self) == expected)
  }

  @Test func `holds for any arrangement of marks and words`() {
    var random = Lehmer(state: 20_101_129)
    let pieces =
      nastyTexts + ["*", "_", "`", "\\", " ", "  ", "\n", "<", ">", "&", "#", "1.", "-", "[", "]", "(", ")", "a"]
    for _ in 0..<5_000 {
      let text = (0..<random.next(upTo: 6)).map { _ in pieces[random.next(upTo: pieces.count)] }.joined()
      let html = MarkdownRenderer.html(MarkdownText.escaped(text))
      let expected = text.isEmpty ? "" : "<p>\(htmlEscaped(text))</p>\n"
      #expect(String(decoding: html, as: UTF8.self) == expected, "\(text.debugDescription)")
    }
  }

  @Test(arguments: nastyTexts) func `stays inside its heading and list item`(text: String) {
    let marked = String(decoding: MarkdownText.escaped(text), as: UTF8.self)
    guard !text.allSatisfy(\.isWhitespace) else { return }
    #expect(MarkdownRenderer.html("## \(marked)\n") == "<h2>\(htmlEscaped(text))</h2>\n")
    #expect(MarkdownRenderer.html("- \(marked)\n") == "<ul>\n<li>\(htmlEscaped(text))</li>\n</ul>\n")
  }
}

private func htmlEscaped(_ text: String) -> String {
  var html = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": html += "&amp;"
    case "<": html += "&lt;"
    case ">": html += "&gt;"
    case "\"": html += "&quot;"
    default: html.unicodeScalars.append(scalar)
    }
  }
  return html
}

/// A small random source, the same at every run.
private struct Lehmer {
  var state: UInt64

  mutating func next(upTo bound: Int) -> Int {
    state = state &* 48_271 % 2_147_483_647
    return Int(state % UInt64(bound))
  }
}

extension MarkdownText {
  fileprivate static func escaped(_ text: String) -> [UInt8] {
    var markdown: [UInt8] = []
    append(text, to: &markdown)
    return markdown
  }
}
