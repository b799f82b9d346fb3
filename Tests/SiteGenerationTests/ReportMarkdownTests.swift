import CommonMark
import Inspections
import SiteGeneration
import TestSupport
import Testing

@Suite("A report as Markdown") struct ReportMarkdownTests {
  private let markdown = String(
    decoding: ReportMarkdown(SampleReports.grouped, framework: SampleFrameworks.grouped).bytes, as: UTF8.self)

  @Test func `lists the judgements with their grades, and quotes a report that disagrees with itself`() {
    #expect(
      markdown.contains(
        """
        ### Keeping safe

        - Overall effectiveness: **Inadequate** (2 statements agree)
        - Quality of practice: no grade: the report disagrees with itself
          - line 30: “Grade 2 (good)”
          - line 111: “Quality of practice Adequate”

        ### Living in care
        """))
  }

  @Test func `keeps what a paragraph says from meaning anything to Markdown`() {
    #expect(markdown.contains("1\\. Pupils got A\\*- C grades, see \\[1\\] \\& \\<note\\>."))
    #expect(markdown.contains("- \\+ plans that were late\n- 1\\. visits that were missed\n"))
  }

  @Test func `marks numbers that are not printed`() {
    #expect(markdown.contains("\\[2\\] Inspectors saw:"))
  }

  @Test func `numbers what must improve through the whole report`() {
    #expect(markdown.contains("1. See every child.\n"))
    #expect(markdown.contains("2. **Priority action:** Write\\_down what\\_was decided.\n"))
    #expect(markdown.contains("3. Listen.\n"))
  }

  @Test func `is read by a renderer without anything left out`() {
    let html = String(decoding: MarkdownRenderer.html(Array(markdown.utf8)), as: UTF8.self)
    #expect(!html.contains("raw HTML omitted"))
    #expect(html.contains("see [1] &amp; &lt;note&gt;."))
  }
}
