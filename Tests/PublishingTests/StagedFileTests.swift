import Testing

@testable import Publishing

@Suite("Files written piece by piece") struct StagedFileTests {
  let output: OutputFixture

  init() throws {
    output = try OutputFixture()
  }

  private func write(_ pieces: [String]) throws -> (isStaged: Bool, sha256: String) {
    let writer = try output.open()
    let file = try writer.begin("data/rows")
    for piece in pieces { try file.append(Array(piece.utf8)[...]) }
    let (_, sha256) = try writer.stage("data/rows", file)
    let isStaged = writer.isStaged("data/rows")
    #expect(try writer.prepare(["data/rows"]) == [])
    #expect(!output.exists("data/rows") || !isStaged)
    try writer.commit()
    _ = try writer.finish()
    return (isStaged, sha256)
  }

  @Test func `stand in their place only when they are whole`() throws {
    let result = try write(["a\n", "", "b\n"])
    #expect(try output.text("data/rows") == "a\nb\n")
    #expect(result.isStaged)
    #expect(result.sha256 == "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2")
    #expect(try output.tree().keys.allSatisfy { !$0.contains("tmp") && !$0.contains("aside") })
  }

  @Test func `are not touched where the same bytes lie`() throws {
    _ = try write(["a\n", "b\n"])
    #expect(try write(["a\nb\n"]).isStaged == false)
    #expect(try output.tree().keys.allSatisfy { !$0.contains("tmp") && !$0.contains("aside") })
  }

  @Test func `are gone with what was staged where the plan fails`() throws {
    let writer = try output.open()
    let file = try writer.begin("data/rows")
    try file.append([1])
    _ = try writer.stage("data/rows", file)
    _ = try writer.stage("page", [2])
    #expect(try output.tree().keys.contains { $0.contains("aside") })
    writer.close()
    #expect(try output.tree().keys.allSatisfy { $0.hasPrefix(".sitegen-lock") })
    #expect(try output.text(".sitegen-lock") == "")
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
