import Inspections
import Testing

@testable import ReportReading

@Suite("Front tables")
struct FrontTableTests {
  private func tabled(_ front: String, body: String) throws -> Report {
    let text = """
      Inspection of Exampleshire ferry services
      Inspection dates: 4 to 15 March 2019
      \(front)

      What needs to improve?
      • The lamps on the second pier.

      \(body)
      """
    return try #require(ExampleFrameworks.read(text).report)
  }

  @Test("a front table that has lost a row's title leaves its other rows in doubt")
  func lostTitle() throws {
    let front = """
      Crossings that people need and rely on

      Good

      Good

      Overall effectiveness

      Outstanding
      """
    let body = "The experience of people who rely on crossings: good\n1. Crossings leave on time."
    let report = try tabled(front, body: body)
    #expect(report.outcomes["crossings"] == "good agreed")
    #expect(report.outcomes["overall"] == "– withheld")
  }

  @Test("a row with two grades states neither, and quotes both")
  func twoGrades() throws {
    let front = """
      Crossings that people need and rely on    Good     Outstanding
      Piers and landing places                  Good
      Overall effectiveness                     Good
      """
    let report = try tabled(front, body: "Piers and landing places: good\n1. Piers are sound.")
    #expect(report.outcomes["crossings"] == "– withheld")
    #expect(report.judgements.first { $0.id == "crossings" }?.evidence.map(\.grade) == ["good", "outstanding"])
    #expect(report.outcomes["piers"] == "good agreed")
    #expect(report.outcomes["overall"] == "good single")
  }

  @Test("an overall grade beyond all the others is shown, and doubted where it is stated once")
  func unusualOverall() throws {
    let front = """
      Crossings that people need and rely on

      Good

      Piers and landing places

      Good

      Crews

      Requires improvement

      Overall effectiveness

      """
    let body = "Piers and landing places: good\n1. Piers are sound."
    let usual = try tabled(front + "\nGood", body: body)
    #expect(!usual.codes.contains("unusual-overall"))
    let unusual = try tabled(front + "\nOutstanding", body: body)
    #expect(unusual.outcomes["overall"] == "outstanding single")
    #expect(unusual.codes.contains("unusual-overall"))
  }

  @Test("where the front table contradicts the body, a row that may have changed places with the wrong one is doubted")
  func exchangedRows() throws {
    let front = """
      Crossings that people need and rely on

      Inadequate

      Piers and landing places

      Requires improvement

      Crews

      Inadequate

      Overall effectiveness

      Good
      """
    let body = """
      The experience of people who rely on crossings: good
      1. Crossings leave on time.

      Piers and landing places: requires improvement to be good
      2. Piers are worn.

      The graded judgement about crews is that it is inadequate
      3. Crews are tired.
      """
    let report = try tabled(front, body: body)
    #expect(report.outcomes["crossings"] == "– conflict")
    #expect(report.outcomes["piers"] == "requires improvement to be good agreed")
    #expect(report.outcomes["overall"] == "– withheld")
    let other = try tabled(front.replacing("\n\nGood", with: "\n\nOutstanding"), body: body)
    #expect(other.outcomes["overall"] == "outstanding single")
  }
}
