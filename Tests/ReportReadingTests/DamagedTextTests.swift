import Inspections
import Testing

@testable import ReportReading

/// Damage to words by exports, converters and character recognition must not change the facts.
@Suite("Damaged text")
struct DamagedTextTests {
  private func reading(_ text: String) -> [String] {
    guard let report = ExampleFrameworks.read(text).report else { return [] }
    return report.judgements.map { "\($0.id ?? "") \($0.grade ?? "none") \($0.status)" }
  }

  @Test(
    "a grade is printed with its number in many ways",
    arguments: [
      ("Grade 4 inadequate", "Grade 3 adequate"), ("Inadequate (4)", "Adequate (3)"),
      ("Inadequate – Grade 4", "Adequate – Grade 3"), ("4 – Inadequate", "3 – Adequate"), ("Grade 4", "Grade 3"),
      ("Grade: inadequate", "Grade: adequate"),
    ])
  func gradeForms(_ form: (inadequate: String, adequate: String)) {
    let text = GroupedReportTests.text.replacing("Grade 4 (inadequate)", with: form.inadequate)
      .replacing("Grade 3 (adequate)", with: form.adequate)
    #expect(reading(text) == reading(GroupedReportTests.text))
  }

  @Test("a grade with another’s number is no grade")
  func contradictingNumber() throws {
    let text = GroupedReportTests.text.replacing("Grade 4 (inadequate)", with: "Inadequate (2)")
    let overall = ExampleFrameworks.read(text).report?.judgement("lights.overall")
    #expect(try #require(overall).evidence.allSatisfy { $0.kind != .heading })
  }

  @Test("a number with another’s words in brackets is a conflict")
  func contradictingWords() throws {
    let text = GroupedReportTests.text.replacing("Grade 4 (inadequate)", with: "Grade 1 (inadequate)")
    let overall = try #require(ExampleFrameworks.read(text).report?.judgement("lights.overall"))
    #expect(overall.status == .conflict)
    #expect(overall.grade == nil)
  }

  @Test(
    "words come apart, together, and with signs in them",
    arguments: [
      ("Overall effectiveness", "Overall effec tiveness"), ("Overall effectiveness", "Overall e\u{FFFD}ectiveness"),
      ("Overall effectiveness", "Overall e\u{2D9}ectiveness"), ("Overall effectiveness", "Overalleffectiveness"),
      ("Overall effectiveness", "Overall effective\u{301}ness"), ("Overall effectiveness", "Overall effectiveness2"),
      ("(inadequate)", "(inade quate)"), ("(inadequate)", "(inadequate1)"), ("(inadequate)", "(inadequate)\u{B2}"),
      ("(inadequate)", "(inadequate)[3]"), ("Leadership and management", "Lea**dership** and management"),
    ])
  func words(_ damage: (whole: String, damaged: String)) {
    let text = GroupedReportTests.text.replacing(damage.whole, with: damage.damaged)
    #expect(text != GroupedReportTests.text)
    #expect(reading(text) == reading(GroupedReportTests.text))
  }

  @Test("a text without capitals has its headings")
  func lowerCase() {
    #expect(reading(GroupedReportTests.text.lowercased()) == reading(GroupedReportTests.text))
  }

  @Test(
    "no length of a text makes it slow", .timeLimit(.minutes(5)),
    arguments: [
      "the keepers did much for multi-\nagency work and the impro-\nvement of lamps\n", "\n", "\u{C}\n",
      "Good\n", "Crews\nGood\n", "Crews: Good\n\nPiers and landing places: Inadequate\n", "Crews\n\n",
      "the crews are good and ", "| Crews | Good |\n", "1. The harbour\n", "• A lamp\n", "Cr ews is go od\n",
    ])
  func length(_ part: String) {
    let front = "Inspection of Exampleshire ferry services\nInspection dates: 4 to 15 March 2019\n\n"
    _ = ExampleFrameworks.read(front + String(repeating: part, count: 12_000))
  }
}
