import Inspections
import Testing

@testable import ReportReading

/// Statements of other authorities, other inspections and other halves of a sentence.
extension JudgementReadingTests {
  @Test("another authority's table is not the report's, and its name alone heads nothing")
  func tablesOfOthers() throws {
    let table = "Piers and landing places\n\nInadequate\n\nCrews\n\nGood"
    let own = try tabled(Self.wholeFront, body: Self.wholeBody)
    let report = try tabled(Self.wholeFront, body: "\(Self.wholeBody)\n\nInspection of Port Sample\nGrades\n\n\(table)")
    #expect(report.outcomes == own.outcomes)
    let named = Self.wholeBody.replacing("Piers and landing places", with: "Port Sample\n\nPiers and landing places")
    #expect(try tabled(Self.wholeFront, body: named).outcomes == own.outcomes)
  }

  @Test("the dates below a label of other dates are not the inspection's")
  func otherDates() throws {
    for label in ["Dates of previous inspection:", "Report published:"] {
      let text =
        "Inspection of Exampleshire ferry services\nInspection dates:\n\n\(label)\n\n4 March 2015\n\n\(Self.wholeFront)"
      #expect(ExampleFrameworks.read(text).report?.inspection.start == nil, "\(label)")
    }
  }

  @Test("a whole service's grade before a comma is a remark, its half of a sentence, denial or aim is none")
  func headlinesBeforeCommas() throws {
    func codes(_ sentence: String) throws -> Set<String> {
      Set(try tabled(Self.wholeFront, body: "\(Self.wholeBody)\n\n\(sentence)").codes)
    }
    #expect(try codes("Services in Exampleshire are inadequate, and people wait.").contains("contradicting-remark"))
    for sentence in [
      "While services in Exampleshire are inadequate, people wait.",
      "Not all services in Exampleshire are inadequate.",
      "Services in Exampleshire need improvements to be outstanding.",
    ] {
      #expect(try !codes(sentence).contains("contradicting-remark"), "\(sentence)")
    }
    #expect(try codes("Services in Exampleshire continue to be inadequate.").contains("contradicting-remark"))
    #expect(try codes("Services in Exampleshire are inadequate overall.").contains("contradicting-remark"))
    #expect(try !codes("Services in Exampleshire are inadequate at times.").contains("contradicting-remark"))
    // In a note at a page's foot, over two of its lines.
    let note =
      "Ferries keep to the plan1 in all weathers.\n\n1\n\nServices in Exampleshire are requires\n"
      + "improvement to be good.\n\n6\n\n\u{0C}Ferries leave in the morning."
    #expect(try codes(note).contains("contradicting-remark"))
    let overPage =
      "OUTSTANDING: Piers and landing places\n\n6\n\n\u{0C}Ferries might previously have left in the morning."
    #expect(try codes(overPage).contains("contradicting-remark"))
  }
}
