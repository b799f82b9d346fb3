import Diagnostics
import Testing

@testable import Publishing

@Suite("What is put aside to be needed again") struct ScratchFileTests {
  let output: OutputFixture

  init() throws {
    output = try OutputFixture()
  }

  @Test func `comes back as it was kept`() throws {
    let file = try output.open().scratch()
    let (first, none, second) = (try file.keep([1, 2, 3]), try file.keep([]), try file.keep([4]))
    #expect(file.bytes(in: second) == [4])
    #expect(file.bytes(in: none) == [])
    #expect(file.bytes(in: first) == [1, 2, 3])
    try file.check()
  }

  @Test func `has no name that anybody could find, and is gone with the build`() throws {
    let writer = try output.open()
    let file = try writer.scratch()
    let range = try file.keep([1, 2, 3])
    #expect(try output.tree().keys.allSatisfy { !$0.contains("tmp") })
    #expect(file.bytes(in: range) == [1, 2, 3])
  }

  @Test func `is told where it can't be read, since nothing made of it may be published`() throws {
    let file = try output.open().scratch()
    let range = try file.keep([1, 2, 3])
    #expect(file.bytes(in: range.lowerBound..<range.upperBound + 1) == [])
    #expect(throws: EnvironmentFailure.self) { try file.check() }
    // What is read later does not mend it.
    #expect(file.bytes(in: range) == [1, 2, 3])
    #expect(throws: EnvironmentFailure.self) { try file.check() }
  }

  @Test func `keeps what many tasks keep at once apart`() async throws {
    let file = try output.open().scratch()
    let ranges = try await concurrentMap(Array(0..<400), jobs: 4) { number in
      (number, try file.keep(Array(repeating: UInt8(number % 251), count: number % 7 + 1)))
    }
    for (number, range) in ranges {
      #expect(file.bytes(in: range) == Array(repeating: UInt8(number % 251), count: number % 7 + 1))
    }
    try file.check()
  }
}
