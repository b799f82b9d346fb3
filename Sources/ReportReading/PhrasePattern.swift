/// A phrase in which `…` matches up to a dozen words.
struct PhrasePattern: Sendable {
  private let parts: [[UInt64]]
  private static let gap = 12

  init(_ phrase: String) {
    parts = phrase.split(separator: "…").map { Word.hashes(of: String($0)) }.filter { !$0.isEmpty }
  }

  /// Returns the range of the phrase's first occurrence among words.
  func match(in words: [Word]) -> Range<Int>? {
    guard let opening = parts.first?.first else { return nil }
    for start in words.indices where words[start].hash == opening {
      if let end = end(from: start, in: words) { return start..<end }
    }
    return nil
  }

  private func end(from start: Int, in words: [Word]) -> Int? {
    guard let first = parts.first, Self.has(first, at: start, in: words) else { return nil }
    var end = start + first.count
    for part in parts.dropFirst() {
      let limit = min(end + Self.gap, words.count)
      guard let next = (end..<max(end, limit + 1)).first(where: { Self.has(part, at: $0, in: words) }) else {
        return nil
      }
      end = next + part.count
    }
    return end
  }

  private static func has(_ part: [UInt64], at start: Int, in words: [Word]) -> Bool {
    guard start + part.count <= words.count else { return false }
    for (offset, hash) in part.enumerated() where words[start + offset].hash != hash { return false }
    return true
  }
}
