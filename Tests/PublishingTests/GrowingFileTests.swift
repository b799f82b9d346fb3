import Testing

@testable import Publishing

@Suite("Files written piece by piece") struct GrowingFileTests {
  let output: OutputFixture

  init() throws {
    output = try OutputFixture()
  }

  private func write(_ pieces: [String]) throws -> (outcome: SiteWriter.Outcome, sha256: String) {
    let writer = try output.prepared(["data/rows"])
    let file = try writer.begin("data/rows")
    for piece in pieces {
      try file.append(Array(piece.utf8))
      #expect(!output.exists("data/rows"))
    }
    let result = try file.finish()
    _ = try writer.finish()
    return result
  }

  @Test func `stand in their place only when they are whole`() throws {
    let result = try write(["a\n", "", "b\n"])
    #expect(try output.text("data/rows") == "a\nb\n")
    #expect(result.outcome == .written)
    #expect(result.sha256 == "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2")
    #expect(try output.tree().keys.allSatisfy { !$0.contains("tmp") })
  }

  @Test func `are not touched where the same bytes lie`() throws {
    _ = try write(["a\n", "b\n"])
    let writer = try output.prepared(["data/rows"])
    let file = try writer.begin("data/rows")
    try file.append(Array("a\nb\n".utf8))
    #expect(try file.finish().outcome == .unchanged)
    #expect(try output.tree().keys.allSatisfy { !$0.contains("tmp") })
  }

  @Test func `are handed on in the order of their items`() async throws {
    var order: [Int] = []
    try await concurrentForEach(Array(0..<200), jobs: 4) {
      $0
    } inOrder: {
      order.append($0)
    }
    #expect(order == Array(0..<200))
  }
}
