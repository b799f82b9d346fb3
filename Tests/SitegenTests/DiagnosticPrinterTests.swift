import Diagnostics
import Foundation
import Testing

@testable import sitegen

/// Diagnostics are printed as compilers do, and no text of a file reaches the terminal as a command.
@Suite("Printed problems") struct DiagnosticPrinterTests {
  private let plain = DiagnosticPrinter(format: .text, isTerminal: false)

  private func problem(_ message: String = "no such grade", path: String = "a.txt", excerpt: String? = nil)
    -> Diagnostic
  {
    Diagnostic(
      .error, .strayGrade, message, at: SourceLocation(path: path, line: 3, column: 5), excerpt: excerpt)
  }

  @Test func `have a place, a severity, a message and a code`() {
    #expect(plain.rendered(problem()) == "a.txt:3:5: error: no such grade [stray-grade]")
  }

  @Test func `show the line with a caret under the column`() {
    #expect(plain.rendered(problem(excerpt: "The good part")).hasSuffix("\n  The good part\n      ^"))
  }

  @Test func `show a caret inside the line where the column lies beyond it`() {
    #expect(plain.rendered(problem(excerpt: "ab")).hasSuffix("\n  ab\n    ^"))
  }

  @Test func `keep control characters and turned text from the terminal`() {
    let text = plain.rendered(problem("ring\u{7}", path: "a\nb\u{202E}.txt", excerpt: "\u{1B}[31mred"))
    #expect(text.hasPrefix("a\\nb\\u{202E}.txt:3:5: error: ring\\u{07}"))
    #expect(text.contains("\n   [31mred\n"))
  }

  @Test func `are one JSON object each, with quotes and line ends escaped`() throws {
    let line = DiagnosticPrinter(format: .json, isTerminal: true).rendered(problem("a \"quoted\"\nword"))
    #expect(!line.contains("\n"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["message"] as? String == "a \"quoted\"\nword")
    #expect(object["severity"] as? String == "error")
    #expect(object["line"] as? Int == 3)
  }
}
