import Inspections
import Testing

@testable import ReportReading

@Suite("Whole sections")
struct WholeSectionTests {
  private func read(_ body: String) throws -> Report {
    let front = "Inspection of Exampleshire ferry services\nInspection dates: 4 to 15 March 2019\n\n"
    return try #require(ExampleFrameworks.read(front + body).report)
  }

  @Test(
    "a judgement’s title with its grade in words on the line below is one heading",
    arguments: ["is good", "is that it is good.", "are good"])
  func headingOfTwoLines(verdict: String) throws {
    let report = try read(
      """
      What needs to improve?

      • Times of crossings.

      The experience of people who rely on crossings
      \(verdict)
      1. Ferries of every kind leave the harbour in the morning and come

      back before the evening.
      2. Crews rest.
      """)
    #expect(report.judgements[1].grade == "good")
    #expect(report.judgements[1].evidence.map(\.kind) == [.heading])
    #expect(report.recommendations.map(\.text) == ["Times of crossings."])
    #expect(report.findings.map(\.number) == [1, 2])
    #expect(report.findings[0].text.hasSuffix("come back before the evening."))
    #expect(report.findings[0].section == ["Crossings that people need and rely on"])
  }

  @Test("a part belongs to the judgement above it, through lists, and to none where there is none")
  func parts() throws {
    let report = try read(
      """
      Findings of the inspection
      1. Ferries run.

      Piers and landing places
      2. Piers are lit.

      Areas for priority action
      3. Mend the lamps.

      Findings of the inspection
      4. Lamps last.

      The people of the area
      5. Many people fish.

      Findings of the inspection
      6. Fish are many.
      """)
    #expect(
      report.findings.map(\.section) == [
        ["Findings of the inspection"], ["Piers and landing places"],
        ["Piers and landing places", "Findings of the inspection"], ["The people of the area"],
        ["Findings of the inspection"],
      ])
    #expect(report.recommendations.map(\.number) == [3])
  }

  @Test("the only numbered paragraph of a list is its item, unless bullets follow or it says that there is none")
  func onlyItem() throws {
    func items(_ list: String) throws -> [String] {
      try read("Areas for priority action\n\n\(list)\n\nThe people of the area\n\n2. Many fish.").recommendations.map(
        \.text)
    }
    #expect(try items("1. Mend the lamps.") == ["Mend the lamps."])
    #expect(try items("1. Mend at once:\n• the lamps\n• the piers") == ["the lamps", "the piers"])
    #expect(try items("1. The inspection did not find any.") == [])
  }

  @Test("a heading with a few words of a section’s divides a list’s numbers and does not end it")
  func dividedList() throws {
    let report = try read("Areas for priority action\n\n1. Mend the lamps.\n\nPeople\n\n2. Help people.\n3. Help all.")
    #expect(report.recommendations.map(\.number) == [1, 2, 3])
  }

  @Test("a heading as long as a line is one where a numbered paragraph follows")
  func longHeading() throws {
    let report = try read(
      """
      Areas for priority action

      People who miss the last ferry and are at risk of a night on the pier
      1. Mend the lamps, and strengthen the railings of every pier which people
      use after dark.
      2. Help people.
      """)
    #expect(report.recommendations.map(\.number) == [1, 2])
    #expect(report.findings == [])
  }

  @Test("a heading of prose after the bullets of a section opens something else")
  func headingAfterItems() throws {
    let prose = "Ferries of every kind leave the harbour in the morning and come back before the evening."
    let report = try read(
      "The people of the area\n\n• Many people fish.\n\nMain points\n\(prose)\n\nSmaller points\n• Crews rest.")
    #expect(
      report.findings.map(\.section) == [["The people of the area"], ["Main points"], ["Smaller points"]])
  }

  @Test("sentences of a bullet stay with it where the next bullet follows, and so does a remark in brackets")
  func sentencesOfItems() throws {
    let wide = "Ferries of every kind leave the harbour in the morning and come back before the evening"
    let report = try read(
      """
      The people of the area

      • \(wide) and at night.
      (They are lit.)
      • \(wide)
      but not at night.
      This is so all year.
      • Crews rest.
      \(wide).
      """)
    #expect(report.findings.map(\.line) == [6, 8, 11, 12])
    #expect(report.findings[1].text.hasSuffix("This is so all year."))
  }

  @Test("a letter’s title above its first sentence is no part of it")
  func titleOfLetter() throws {
    let text = """
      Dear Anna
      Inspection of Exampleshire ferry services
      This letter is about ferries of every kind, which leave the harbour in the morning.
      The inspection dates were 4 to 15 March 2019, and it is kind that crews rest at all.
      Crews: good
      """
    let report = ExampleFrameworks.read(text).report
    #expect(report?.findings.contains { $0.text.contains("ferry services") } != true)
  }
}
