import Testing

@testable import ReportReading

@Suite("Paragraph numbers")
struct NumberChainTests {
  private func chain(_ numbers: [(Int, free: Bool)]) -> [Int] {
    NumberChain.choose(
      numbers.enumerated().map {
        NumberChain.Candidate(line: $0.offset, number: $0.element.0, textStart: 0, standsFree: $0.element.free)
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
}
