import Diagnostics
import Testing

@testable import ReportReading

@Suite("Decoding")
struct TextDecoderTests {
  static let cases: [(bytes: [UInt8], text: String, encoding: SourceText.Encoding)] = [
    (Array("plain – text\n".utf8), "plain – text\n", .utf8),
    ([0xEF, 0xBB, 0xBF] + Array("after a mark".utf8), "after a mark", .utf8),
    (Array("one\r\ntwo\rthree\n".utf8), "one\ntwo\nthree\n", .utf8),
    ([0xFF, 0xFE, 0x41, 0x00, 0x13, 0x20], "A–", .utf16),
    ([0xFE, 0xFF, 0x00, 0x41, 0x20, 0x13], "A–", .utf16),
    (Array("the – team’s caf".utf8) + [0xE9], "the – team’s caf\u{FFFD}", .utf8),
    (Array("one\u{2028}two\u{2029}three\u{85}four\r\r\nfive".utf8), "one\ntwo\nthree\nfour\nfive", .utf8),
    (Array("qu\u{AD}iet, 1\u{301}2 May\u{AD}\nbe\u{A0}so\u{B}end".utf8), "quiet, 12 May\u{AD}\nbe so\nend", .utf8),
    (Array("th\0e end\0\0 of\0 it".utf8), "th\u{FFFD}e end of it", .utf8),
    (
      Array("the teamâ€™s visit, 3 â€“ 5 May; cafÃ© Â£5 â€œsoâ€\u{9D} ï‚· Château".utf8),
      "the team’s visit, 3 – 5 May; café £5 “so” \u{F0B7} Château", .utf8
    ),
    (Array("so Ã¢â‚¬â€œ so".utf8), "so – so", .utf8),
    (
      Array("3&nbsp;&ndash;&#32;5 May &amp; June, the team&#x2019;s R&D; &mdash".utf8),
      "3 – 5 May & June, the team’s R&D; &mdash", .utf8
    ),
    (Array("Ｇｏｏｄ　２\u{2009}a\u{200B}b\u{2060}c".utf8), "Good 2 abc", .utf8),
    (
      Array("an e\u{FB00} ective sta\u{FB00}  of \u{FB01} ve".utf8),
      "an effective staff of five", .utf8
    ),
    (Array("an e\u{FB00}ective sta\u{FB00} of five".utf8), "an effective staff of five", .utf8),
    (Array("the council".utf8) + [0x92] + Array("s caf".utf8) + [0xE9], "the council’s café", .windows1252),
  ]

  @Test("bytes become text, line ends become one kind", arguments: cases)
  func decode(_ example: (bytes: [UInt8], text: String, encoding: SourceText.Encoding)) {
    let source = TextDecoder.decode(example.bytes, path: "x")
    #expect(source.string(0..<source.bytes.count) == example.text)
    #expect(source.encoding == example.encoding)
  }

  @Test("lines are counted as an editor counts them")
  func lines() {
    let source = TextDecoder.decode(Array("a\r\nb\r\n\r\nc".utf8), path: "x")
    #expect(source.lineCount == 4)
    #expect(source.line(4) == "c")
    #expect(source.location(ofOffset: 2).line == 2)
  }

  @Test(
    "pages begin on a line with a page break before its words, or behind one with a break elsewhere",
    arguments: [
      ("no page breaks\nat all", []), ("one\n\u{C}two\n  \u{C}three\nso on", [2, 3]), ("one\u{C}\ntwo", [2]),
      ("one page\n\u{C}", [2]), ("one\n\u{C}\u{C}three", [2, 2]),
    ])
  func pages(text: String, starts: [Int]) {
    #expect(TextDecoder.decode(Array(text.utf8), path: "x").pageStarts == starts)
  }

  @Test("lost characters are told, with the first of their lines")
  func lost() {
    #expect(TextDecoder.diagnostics(on: TextDecoder.decode(Array("all – well".utf8), path: "x")).isEmpty)
    let bytes = Array("well – so\nba".utf8) + [0xFF] + Array("d and wo".utf8) + [0xFE] + Array("rse".utf8)
    let source = TextDecoder.decode(Array("’’’".utf8) + bytes, path: "x")
    let diagnostics = TextDecoder.diagnostics(on: source)
    #expect(diagnostics.map(\.message) == ["2 characters are unreadable, the first of them here"])
    #expect(diagnostics.first?.location?.line == 2)
    #expect(diagnostics.first?.location?.column == 3)
  }

  @Test(
    "the zeros between letters tell how wide they are, with a mark or without",
    arguments: [
      (2, false, SourceText.Encoding.utf16), (2, true, .utf16), (4, false, .utf32), (4, true, .utf32),
    ])
  func wide(width: Int, isBigEndian: Bool, encoding: SourceText.Encoding) {
    let text = "Inspection of the harbours – “so” they say.\n"
    for mark in ["", "\u{FEFF}"] {
      let bytes = (mark + text).unicodeScalars.flatMap { scalar in
        let low = (0..<width).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
        return isBigEndian ? low.reversed() : low
      }
      let source = TextDecoder.decode(bytes, path: "x")
      #expect(source.string(0..<source.bytes.count) == text)
      #expect(source.encoding == encoding)
    }
  }
}
