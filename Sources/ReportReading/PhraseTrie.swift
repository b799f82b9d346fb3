internal import Inspections

/// A set of phrases, matched word by word against the text; the longest match wins.
struct PhraseTrie<Value: Sendable>: Sendable {
  /// The steps of a tree of words: which node a word leads to from a node. And the values of phrases that end there.
  private var steps = WordTable()
  private var values: [[Value]] = [[]]
  /// A bit for each of the words that phrases begin with: one look rules out nearly every other word.
  private var openings = [UInt64](repeating: 0, count: 128)
  /// The words that lead on from each node to others, for reading damaged ones.
  private var spellings: [Spellings<Int>] = [Spellings()]

  /// Adds a phrase; a phrase without words is ignored.
  mutating func add(_ phrase: String, _ value: Value) {
    let bytes = Array(phrase.utf8)
    var node = 0
    var whole = Fold.seed
    for word in Word.all(in: bytes) {
      whole = Word.hash(continuing: whole, with: bytes, word.range) ?? whole
      if let child = step(from: node, by: word.hash) {
        node = child
      } else {
        let child = values.count
        set(child, from: node, by: word.hash)
        spellings[node].add(bytes[word.range], child)
        node = child
        values.append([])
        spellings.append(Spellings())
      }
    }
    guard node > 0 else { return }
    values[node].append(value)
    // All blanks of a title may be lost.
    if step(from: 0, by: whole) == nil { set(node, from: 0, by: whole) }
  }

  private mutating func set(_ child: Int, from node: Int, by hash: UInt64) {
    steps.set(Self.key(node, hash), child)
    if node == 0 { openings[Self.opening(hash)] |= 1 << (hash & 63) }
  }

  @inline(__always)
  private static func opening(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 6) & 127 }

  /// Whether it has no phrases.
  var isEmpty: Bool { values.count == 1 }

  /// Whether a phrase begins with this word.
  func mayBegin(with hash: UInt64) -> Bool {
    openings[Self.opening(hash)] & 1 << (hash & 63) != 0 && step(from: 0, by: hash) != nil
  }

  @inline(__always)
  private func step(from node: Int, by hash: UInt64) -> Int? { steps[Self.key(node, hash)] }

  /// A word after a node, as one number.
  @inline(__always)
  private static func key(_ node: Int, _ hash: UInt64) -> UInt64 {
    hash &+ UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The phrase that the words give when one run of words inside it is skipped: a table cell that extraction set
  /// into the middle of another. `pass` moves a cursor over such a run, or returns nil.
  func interruptedMatch(_ cursor: inout WordCursor, passing pass: (WordCursor) -> WordCursor?) -> [Value]? {
    var probe = cursor
    var node = 0
    var matched = 0
    var isInterrupted = false
    while true {
      var ahead = probe
      if let word = ahead.next(), let child = step(from: node, by: word.hash) {
        node = child
        matched += 1
        probe = ahead
      } else if !isInterrupted, matched > 2, let after = pass(probe) {
        isInterrupted = true
        probe = after
      } else {
        break
      }
      if isInterrupted, !values[node].isEmpty, spellings[node].isEmpty { break }
    }
    guard isInterrupted, !values[node].isEmpty else { return nil }
    cursor = probe
    return values[node]
  }

  /// The longest phrase that the words give from the cursor on; the cursor ends after it, or where it was.
  func longestMatch(_ cursor: inout WordCursor) -> [Value]? {
    var node = 0
    var best = (node: 0, place: cursor.place)
    while let word = cursor.next(), let child = child(of: node, by: word, &cursor) {
      node = child
      if !values[node].isEmpty { best = (node, cursor.place) }
    }
    cursor.place = best.place
    return best.node > 0 ? values[best.node] : nil
  }

  /// Returns the node that a word leads to; a word broken at the end of its line counts as whole.
  @inline(__always)
  private func child(of node: Int, by word: Word, _ cursor: inout WordCursor) -> Int? {
    if let child = step(from: node, by: word.hash) { return child }
    if let plain = cursor.withoutNote(word) { return step(from: node, by: plain) }
    guard cursor.isBroken, let whole = cursor.joined(word), let child = step(from: node, by: whole) else { return nil }
    _ = cursor.next()
    return child
  }

  // MARK: Damaged words

  /// The phrase that a run of words was read as, although some are damaged.
  struct Repair {
    let values: [Value]
    /// The cursor after the last word.
    let cursor: WordCursor
    /// The number of words of the phrase.
    let length: Int
    /// The ranges of the damaged words.
    var damaged: [Range<Int>]
    /// The cost of reading them so: see `WordRepairer`.
    var cost: Int
  }

  /// The longest phrase that the words give if some are read as the words they are damaged from; nil where none is
  /// damaged, where too many are, or where two phrases are as near.
  func repairedMatch(_ start: WordCursor, in text: ReportText) -> Repair? {
    var found: [Repair] = []
    walk(from: 0, start, in: text, length: 0, damaged: [], cost: 0, &found)
    found.removeAll { $0.damaged.isEmpty }
    guard let longest = found.map(\.length).max() else { return nil }
    let nearest = found.filter { $0.length == longest }.sorted { $0.cost < $1.cost }
    guard let best = nearest.first, nearest.dropFirst().allSatisfy({ $0.cost > best.cost + 1 }) else { return nil }
    return best
  }

  /// The greatest cost of a phrase's damaged words together.
  private static var costLimit: Int { 4 }

  private func walk(
    from node: Int, _ cursor: WordCursor, in text: ReportText, length: Int, damaged: [Range<Int>], cost: Int,
    _ found: inout [Repair]
  ) {
    if length > 0, !values[node].isEmpty {
      found.append(Repair(values: values[node], cursor: cursor, length: length, damaged: damaged, cost: cost))
    }
    var ahead = cursor
    guard !spellings[node].isEmpty, let word = ahead.next() else { return }
    if let child = child(of: node, by: word, &ahead) {
      return walk(from: child, ahead, in: text, length: length + 1, damaged: damaged, cost: cost, &found)
    }
    guard cost < Self.costLimit else { return }
    if let whole = ahead.joined(word), let child = step(from: node, by: whole) {
      // A blank broke the word.
      _ = ahead.next()
      return walk(
        from: child, ahead, in: text, length: length + 1, damaged: damaged + [word.start..<ahead.position],
        cost: cost + 1, &found)
    }
    let near = spellings[node].values(like: text.bytes[word.range])
    for (child, price) in near where cost + price <= Self.costLimit {
      walk(
        from: child, ahead, in: text, length: length + 1, damaged: damaged + [word.range], cost: cost + price, &found)
    }
  }
}
