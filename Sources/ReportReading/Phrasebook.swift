/// A set of phrases, matched word by word against the text; the longest match wins.
struct Phrasebook<Value: Sendable>: Sendable {
  /// The nodes of a tree of words: for each, the nodes its next words lead to, and the values of phrases ending there.
  private var children: [[UInt64: Int]] = [[:]]
  private var values: [[Value]] = [[]]

  /// Adds a phrase; a phrase without words is passed over.
  mutating func add(_ phrase: String, _ value: Value) {
    let hashes = Word.hashes(of: phrase)
    guard !hashes.isEmpty else { return }
    var node = 0
    for hash in hashes {
      if let child = children[node][hash] {
        node = child
      } else {
        children[node][hash] = children.count
        node = children.count
        children.append([:])
        values.append([])
      }
    }
    values[node].append(value)
  }

  /// Whether a phrase begins with this word.
  func mayBegin(with hash: UInt64) -> Bool { children[0][hash] != nil }

  /// The phrase that the words give when one run of words inside it is passed over: a table cell that extraction set
  /// into the middle of another. `pass` moves a cursor over such a run, or returns nil.
  func interruptedMatch(_ cursor: inout WordCursor, passing pass: (WordCursor) -> WordCursor?) -> [Value]? {
    var probe = cursor
    var node = 0
    var matched = 0
    var isInterrupted = false
    while true {
      var ahead = probe
      if let word = ahead.next(), let child = children[node][word.hash] {
        node = child
        matched += 1
        probe = ahead
      } else if !isInterrupted, matched > 2, let behind = pass(probe) {
        isInterrupted = true
        probe = behind
      } else {
        break
      }
      if isInterrupted, !values[node].isEmpty, children[node].isEmpty { break }
    }
    guard isInterrupted, !values[node].isEmpty else { return nil }
    cursor = probe
    return values[node]
  }

  /// The longest phrase that the words give from the cursor on; the cursor ends behind it, or where it was.
  func longestMatch(_ cursor: inout WordCursor) -> [Value]? {
    var probe = cursor
    var node = 0
    var best: (values: [Value], cursor: WordCursor)?
    while let word = probe.next(), let child = children[node][word.hash] {
      node = child
      if !values[node].isEmpty { best = (values[node], probe) }
    }
    guard let best else { return nil }
    cursor = best.cursor
    return best.values
  }
}
