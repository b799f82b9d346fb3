import Inspections
import Testing

@testable import ReportReading

@Suite("Paragraph numbers")
struct NumberChainTests {
  private func chain(_ numbers: [(Int, free: Bool)]) -> [Int] {
    NumberChain.choose(
      numbers.enumerated().map {
        NumberChain.Candidate(line: $0.offset, number: $0.element.0, textStart: 0, isSetOff: $0.element.free)
      }
    ).map(\.number)
  }

  @Test("a wrapped line that begins with a number is not a paragraph")
  func wrapped() {
    let numbers = (1...9).map { ($0, free: true) } + [(18, free: false)] + (10...20).map { ($0, free: true) }
    #expect(chain(numbers) == Array(1...20))
  }

  @Test("lost numbers leave gaps, not a broken chain")
  func gaps() {
    #expect(chain([1, 2, 4, 5, 8, 9].map { ($0, free: true) }) == [1, 2, 4, 5, 8, 9])
  }

  @Test("a second report in the file begins again at 1")
  func restart() {
    #expect(
      chain(([1, 2, 3, 4, 5, 6] + [1, 2, 3, 4, 5]).map { ($0, free: true) }) == [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5])
  }

  private func numbers(_ body: String) throws -> [[Int?]] {
    let text = """
      Inspection of Exampleshire ferry services
      Inspection dates: 4 to 15 March 2019
      The people of the area

      \(body)
      """
    let report = try #require(ExampleFrameworks.read(text).report)
    return [report.findings.map(\.number), report.findings.map { $0.numbering == .displaced ? 1 : 0 }]
  }

  @Test("numbers on the front page are none of paragraphs")
  func front() throws {
    let listed = (1...12).map { "\($0). Pier \(Character(Unicode.Scalar(UInt8(96 + $0)))) was seen." }
    let text = """
      Inspection of Exampleshire ferry services
      Inspection dates: 4 to 15 March 2019
      \(listed.joined(separator: "\n"))

      The people of the area

      1. Crossings leave.

      2. Piers last.
      """
    let report = try #require(ExampleFrameworks.read(text).report)
    #expect(report.findings.map(\.number) == [1, 2])
  }

  @Test("a number may touch its paragraph")
  func touching() throws {
    #expect(try numbers("1.Crossings leave.\n2.Good use is made of lamps.\n3.Piers last.")[0] == [1, 2, 3])
  }

  @Test(
    "numbers in a column of their own find their paragraphs, before or behind it",
    arguments: [
      "1.\n\n2.\n\n3.\n\nCrossings leave\non time.\n\nPiers are worn.\n\nCrews are kind.\n\n4. Lamps are lit.",
      "Crossings leave\non time.\n\nPiers are worn.\n\nCrews are kind.\n\n1.\n\n2.\n\n3.\n\n\u{0C}4. Lamps are lit.",
    ])
  func columns(_ body: String) throws {
    #expect(try numbers(body) == [[1, 2, 3, 4], [1, 1, 1, 0]])
  }

  @Test("a column of more numbers than paragraphs is not spread over them")
  func unevenColumn() throws {
    let found = try numbers("1.\n\n2.\n\n3.\n\nCrossings leave.\n\nPiers are worn.\n\n4. Lamps are lit.")
    #expect(found[1] == [0, 0, 0])
  }
}
