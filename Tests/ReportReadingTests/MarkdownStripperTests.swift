import Diagnostics
import Inspections
import Testing

@testable import ReportReading

@Suite("Marks of Markdown")
struct MarkdownStripperTests {
  @Test(
    "marks are taken, words stay",
    arguments: [
      ("**Good**", "Good"), ("a *word* here", "a word here"), ("one<br>two", "one two"), ("10\\. Next", "10. Next"),
      ("in<sup>2</sup>", "in 2"), ("x ![seal](seal.png) y", "x y"), ("x ![Figure 1 (2010)](f.png) y", "x y"),
      ("__Grade__", "Grade"), ("snake\\_case", "snake_case"), ("a ** b", "a b"),
      ("<script>alert(1)</script> stays", "<script>alert(1)</script> stays"), ("5 < 6 & 7 * 8", "5 < 6 & 7 * 8"),
    ])
  func erases(_ example: (markdown: String, words: String)) {
    let source = Array("# Title\n\(example.markdown)\n".utf8)
    let bytes = MarkdownStripper.erase(source)
    #expect(bytes.count == source.count)
    var printed = TextNormalizer(capacity: 80)
    printed.append(bytes, 8..<bytes.count - 1)
    #expect(printed.string == example.words)
  }

  @Test("the cells of a row are lines of their own, and the line that rules a table off is none")
  func cells() {
    let table = "# Title\n| Crews | Good |\n|:---|---|\n| Piers \\| boats | |\n"
    let text = ReportText(cleaning: SourceText(path: "x", text: table))
    let lines = text.lines.filter(\.isText).map { text.string($0.range) }
    #expect(lines == ["Title", "Crews", "Good", "Piers | boats"])
  }

  @Test("text without marks is not touched")
  func plain() {
    let source = Array("* an item\no another\n5 * 6 < 31, R&D\n".utf8)
    #expect(MarkdownStripper.erase(source) == source)
    let inner = Array("* an item\n ** one inside it, R&amp;D *too*\n".utf8)
    #expect(MarkdownStripper.erase(inner) == inner)
  }

  @Test("a pipe table is read as the page's table is")
  func table() throws {
    let text = """
      # Inspection of Exampleshire ferry services

      **Inspection dates:** 4 to 15 March 2019

      | Judgement | Grade |
      |:----------|-------|
      | Crossings that people need<br>and rely on | Good |
      | Piers and landing places | **Requires improvement<br>to be good** |
      | Crews | *Outstanding* |

      ## What needs to improve?

      - The lamps on the second pier\\.

      ## Piers and landing places: requires improvement to be good

      1\\. Piers are worn.
      """
    let report = try #require(ExampleFrameworks.read(text).report)
    #expect(report.inspection.start?.iso == "2019-03-04")
    #expect(
      report.outcomes == [
        "overall": "– missing", "crossings": "good single", "piers": "requires improvement to be good agreed",
        "crews": "outstanding single",
      ])
    #expect(report.judgement("piers")?.evidence.map(\.line) == [8, 15])
    #expect(report.recommendations.map(\.text) == ["The lamps on the second pier."])
    #expect(report.findings.first?.number == 1)
  }
}
