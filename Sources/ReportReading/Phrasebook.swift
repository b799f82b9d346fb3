/// A set of phrases, matched word by word against the text; the longest match wins.
struct Phrasebook<Value: Sendable>: Sendable {
  private struct Node: Sendable {
    var children: [UInt64: Int] = [:]
    var values: [Value] = []
  }

  private var nodes = [Node()]

  /// Adds a phrase; a phrase without words is passed over.
  mutating func add(_ phrase: String, _ value: Value) {
    let hashes = Word.hashes(of: phrase)
    guard !hashes.isEmpty else { return }
    var node = 0
    for hash in hashes {
      if let child = nodes[node].children[hash] {
        node = child
      } else {
        nodes.append(Node())
        nodes[node].children[hash] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    nodes[node].values.append(value)
  }

  /// Whether a phrase begins with this word.
  func mayBegin(with hash: UInt64) -> Bool { nodes[0].children[hash] != nil }

  /// The phrase that the words give when one run of words inside it is passed over: a table cell that extraction set
  /// into the middle of another. `pass` moves a cursor over such a run, or returns nil.
  func interruptedMatch(_ cursor: inout WordCursor, passing pass: (WordCursor) -> WordCursor?) -> [Value]? {
    var probe = cursor
    var node = 0
    var matched = 0
    var isInterrupted = false
    while true {
      var ahead = probe
      if let word = ahead.next(), let child = nodes[node].children[word.hash] {
        node = child
        matched += 1
        probe = ahead
      } else if !isInterrupted, matched > 2, let behind = pass(probe) {
        isInterrupted = true
        probe = behind
      } else {
        break
      }
      if isInterrupted, !nodes[node].values.isEmpty, nodes[node].children.isEmpty { break }
    }
    guard isInterrupted, !nodes[node].values.isEmpty else { return nil }
    cursor = probe
    return nodes[node].values
  }

  /// The longest phrase that the words give from the cursor on; the cursor ends behind it, or where it was.
  func longestMatch(_ cursor: inout WordCursor) -> [Value]? {
    var probe = cursor
    var node = 0
    var best: (values: [Value], cursor: WordCursor)?
    while let word = probe.next(), let child = nodes[node].children[word.hash] {
      node = child
      if !nodes[node].values.isEmpty { best = (nodes[node].values, probe) }
    }
    guard let best else { return nil }
    cursor = best.cursor
    return best.values
  }
}
