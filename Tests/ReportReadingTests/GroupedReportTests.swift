import Inspections
import Testing

@testable import ReportReading

/// A report with two groups, numbers and a record, with the damage that real extractions have.
@Suite("Reports with groups")
struct GroupedReportTests {
  static let text = """
    Inspection of lighthouses and harbours Exampleshire County Council

    Inspection dates: 29 November – 10 December 2010

    Reporting inspector: Ada Sample HMI

    Published: 24 January 2011

    Contents

    About this inspection\t2
    Lighthouse services Overall effectiveness\t3 3
    Record of main findings:\t9

    About this inspection

    - 1. The examiners came in winter. The team had three members and
    - one driver, who spent most of the ten days on the road.
    - 2. They looked at:
     - lamps
     - logs, of which there were many

    What the judgements mean

    3. There is a scale of four.

    Outstanding (Grade 1)\tFar more than is needed
    Inadequate (Grade 4)\tLess than is needed

    Lighthouse services

    Overall effectiveness

    Grade 4 (inadequate)

    - The overall effectiveness of the lighthouses to warn 4. ships is inadequate. Lamps fail often.
    - Keepers do what they can. Leadership and management is good at the smaller lights.

    Leadership and management Grade 3 (adequate)

    - 6. Leadership and management are adequate. In 2009/10 the lamps failed
    18. times, and the keepers wrote to the council about every one of these, and You're

    - Welcome was all they heard.

    Areas for improvement

    7. The council should take this action.

    Immediately:

    - Mend the lamps,
    - Train the keepers:
      o in rowing
      o in reading

     Paint the towers.

    Within three months:

    - Write the plan.

    Services for harbours

    Overall effectiveness

    Grade 2 (good)

    8. Harbours are good.

    Leadership and management Grade 2 (good)

    9. Leaders know the harbours.

    Depth and dredging

    Grade 1 (outstanding)

    10. The depth is right.

    Record of main findings:

    Lighthouse services
    Overall effectiveness\tInadequate\t\t
    Leadership and management\tAdequate\t\t
    Record keeping\tGood\t\t

    Services for harbours
    Overall effectiveness\tGood\t\t
    Leadership and management\tGood\t\t
    Depth and dredging\tOutstanding
    """

  let report: Report

  init() throws {
    report = try #require(ExampleFrameworks.read(Self.text).report)
  }

  @Test("the front page says what, where, when and who")
  func front() {
    #expect(report.framework == "example-grouped")
    #expect(report.title == "Inspection of lighthouses and harbours")
    #expect(report.authority.printed == "Exampleshire County Council")
    #expect(report.authority.slug == "exampleshire")
    #expect(report.inspection.start?.iso == "2010-11-29")
    #expect(report.inspection.end?.iso == "2010-12-10")
    #expect(report.inspection.published?.iso == "2011-01-24")
    #expect(report.inspection.lead == "Ada Sample")
  }

  @Test("the same title in two groups is two judgements")
  func groups() {
    #expect(
      report.outcomes == [
        "lights.overall": "inadequate agreed", "lights.leadership": "adequate agreed", "lights.records": "good single",
        "harbours.overall": "good agreed", "harbours.leadership": "good agreed",
        "harbours.dredging": "outstanding agreed",
      ])
    #expect(report.judgement("lights.overall")?.number == 4)
    #expect(report.judgement("lights.overall")?.evidence.map(\.kind) == [.heading, .prose, .record])
    #expect(report.overall == nil)
  }

  @Test("paragraph numbers are put back and marked")
  func numbers() {
    let numbered = report.findings.filter { $0.number != nil }
    #expect(numbered.compactMap(\.number) == Array(1...10))
    #expect(numbered.filter { $0.numbering == .displaced }.compactMap(\.number) == [4])
    #expect(numbered.filter { $0.numbering == .inferred }.compactMap(\.number) == [5])
    #expect(numbered[3].text.hasPrefix("The overall effectiveness of the lighthouses to warn ships is inadequate."))
    #expect(numbered[3].section == ["Lighthouse services", "Overall effectiveness"])
  }

  @Test("paragraphs that a page break cut are whole again, false bullets gone")
  func continuations() {
    #expect(
      report.findings[0].text.hasSuffix("three members and one driver, who spent most of the ten days on the road."))
    let leadership = report.findings.first { $0.number == 6 }
    #expect(leadership?.text.contains("failed 18. times") == true)
    #expect(leadership?.text.hasSuffix("and You're Welcome was all they heard.") == true)
    #expect(report.findings[1].items.map(\.text) == ["lamps", "logs, of which there were many"])
  }

  @Test("recommendations have their group, timescale and computed due date")
  func recommendations() {
    let rows = report.recommendations.map { "\($0.timescale ?? "") \($0.due?.iso ?? ""): \($0.text)" }
    #expect(
      rows == [
        "Immediately 2011-01-24: Mend the lamps,",
        "Immediately 2011-01-24: Train the keepers:\n• in rowing\n• in reading",
        "Immediately 2011-01-24: Paint the towers.", "Within three months 2011-04-24: Write the plan.",
      ])
    #expect(report.recommendations.allSatisfy { $0.group == "Lighthouse services" })
    #expect(report.codes.contains("missing-bullet"))
  }

  @Test("what disagrees in the record is a conflict")
  func conflict() throws {
    let text = Self.text.replacing("Depth and dredging\tOutstanding", with: "Depth and dredging\tGood")
    let report = try #require(ExampleFrameworks.read(text).report)
    #expect(report.outcomes["harbours.dredging"] == "– conflict")
    #expect(report.outcomes.values.filter { $0.hasSuffix("conflict") }.count == 1)
  }

  @Test("a row of no known group contradicts if no judgement of its title has its grade")
  func rowsWithoutGroup() throws {
    for (grade, outcome) in [("Inadequate", "– conflict"), ("Good", "adequate agreed")] {
      let rows = "Overall effectiveness\tGood\nOverall effectiveness\tGood\nLeadership and management\t\(grade)"
      let report = try #require(ExampleFrameworks.read(Self.text + "\n\nSummary\n\n\(rows)").report)
      #expect(report.outcomes["lights.leadership"] == outcome)
    }
  }

  @Test("a lost group heading never moves a grade to the other group")
  func lostGroup() throws {
    for lost in [
      "\n\nServices for harbours\n\nOverall", "\n\nServices for harbours\nOverall", "\n\nLighthouse services\nOverall",
    ] {
      let text = Self.text.replacing(lost, with: "\n\nOverall")
      #expect(text != Self.text)
      let damaged = try #require(ExampleFrameworks.read(text).report)
      for (id, outcome) in damaged.outcomes where !outcome.hasPrefix("–") {
        #expect(
          outcome.split(separator: " ").first == report.outcomes[id]?.split(separator: " ").first, "\(id), \(lost)")
      }
    }
  }

  @Test("a timescale's months run from the day of publication, and without that day there is no due date")
  func dueDates() throws {
    let text = Self.text.replacing("Published: 24 January 2011\n", with: "")
    let report = try #require(ExampleFrameworks.read(text).report)
    #expect(report.recommendations.allSatisfy { $0.due == nil })
    #expect(report.codes.contains("missing-published"))
  }
}
