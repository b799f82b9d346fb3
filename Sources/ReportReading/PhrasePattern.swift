/// A phrase in which `…` stands for up to a dozen words.
struct PhrasePattern: Sendable {
  private let parts: [[UInt64]]
  private static let gap = 12

  init(_ phrase: String) {
    parts = phrase.split(separator: "…").map { Word.hashes(of: String($0)) }.filter { !$0.isEmpty }
  }

  /// How many words the phrase names.
  var wordCount: Int { parts.reduce(0) { $0 + $1.count } }

  /// Where a phrase stands among words, and where each of its gaps does.
  struct Match {
    let range: Range<Int>
    let gaps: [Range<Int>]
  }

  /// Where the phrase first stands among words.
  func match(in words: [Word]) -> Match? {
    words.indices.lazy.compactMap { match(at: $0, in: words) }.first
  }

  /// Every place where the phrase stands among words.
  func matches(in words: [Word]) -> [Match] {
    words.indices.compactMap { match(at: $0, in: words) }
  }

  private func match(at start: Int, in words: [Word]) -> Match? {
    guard let first = parts.first, Self.has(first, at: start, in: words) else { return nil }
    var end = start + first.count
    var gaps: [Range<Int>] = []
    for part in parts.dropFirst() {
      let limit = min(end + Self.gap, words.count)
      guard let next = (end..<max(end, limit + 1)).first(where: { Self.has(part, at: $0, in: words) }) else {
        return nil
      }
      gaps.append(end..<next)
      end = next + part.count
    }
    return Match(range: start..<end, gaps: gaps)
  }

  private static func has(_ part: [UInt64], at start: Int, in words: [Word]) -> Bool {
    guard start + part.count <= words.count else { return false }
    for (offset, hash) in part.enumerated() where words[start + offset].hash != hash { return false }
    return true
  }
}
