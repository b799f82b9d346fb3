import Testing

@testable import Publishing

/// The order of paths decides the bytes of the manifest, and their equality which files are an earlier build's.
@Suite("Places in the output folder") struct OutputPathTests {
  @Test func `are in the order of their bytes, whatever their length`() throws {
    let parts = ["a", "b", "authorities", "é", "e\u{301}", "\u{212B}", "A\u{30A}", "Z", "index.html", "7", "-"]
    let texts = parts.flatMap { first in
      parts.flatMap { second in
        [first, "\(first)\(second)", "\(first)/\(second)", "\(first)\(first)/x/\(second)\(first)"]
      }
    }
    let paths = try texts.map { try OutputPath($0) }
    for (left, first) in zip(texts, paths) {
      for (right, second) in zip(texts, paths) {
        #expect((first == second) == left.utf8.elementsEqual(right.utf8), "\(left), \(right)")
        #expect((first < second) == left.utf8.lexicographicallyPrecedes(right.utf8), "\(left), \(right)")
      }
    }
  }
}
