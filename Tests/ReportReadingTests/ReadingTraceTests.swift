import Inspections
import Testing

@testable import ReportReading

@Suite("How a text was taken apart") struct ReadingTraceTests {
  private static let text = """
    Inspection of Exampleshire ferry services
    Inspection dates: 4 to 15 March 2019

    Crossings that people need and rely on

    Good

    Crews

    Outstanding

    \u{0C}Ferry services in Exampleshire, 2019

    1

    The people of the area

    Crossings leave on time.

    \u{0C}Ferry services in Exampleshire, 2019

    2

    Piers last.

    """

  private func trace() throws -> ReadingTrace {
    let reader = ReportParser(
      frameworks: [ExampleFrameworks.grouped, ExampleFrameworks.tabled, ExampleFrameworks.listed],
      register: ExampleFrameworks.register)
    return try #require(
      reader.read(Array(Self.text.utf8), path: "example.txt", sha256: "", isTraced: true).trace)
  }

  @Test func `names each heading with its line and what it was taken for`() throws {
    let headings = try trace().headings
    #expect(headings.first { $0.text == "Crews" }?.meaning == "judgement crews")
    #expect(headings.first { $0.text == "Crews" }?.line == 8)
    #expect(headings.first { $0.text == "Crews" }?.zone == "front")
  }

  @Test func `lists the lines that belong to the page`() throws {
    #expect(try trace().furniture == [12, 14, 20, 22])
  }

  @Test func `lists what went into nothing, and no more`() throws {
    #expect(try trace().unparsedLines.map(\.line) == [1, 2])
  }
}
