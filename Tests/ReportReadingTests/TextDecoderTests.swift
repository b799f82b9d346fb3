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
}
