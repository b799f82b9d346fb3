/// The letters of some words and what each leads to, for finding those that a damaged word may come from.
struct Spellings<Value: Sendable>: Sendable {
  private var words: [(letters: [UInt8], value: Value)] = []

  var isEmpty: Bool { words.isEmpty }

  mutating func add(_ word: ArraySlice<UInt8>, _ value: Value) { words.append((WordRepairer.folded(word), value)) }

  /// The values of the words that a damaged one may come from, with what it costs to read it so, in their order.
  ///
  /// Damage rarely takes both the first and the last letter.
  func values(like damaged: ArraySlice<UInt8>) -> [(value: Value, cost: Int)] {
    let damaged = WordRepairer.folded(damaged)
    var found: [(value: Value, cost: Int)] = []
    for (letters, value) in words where letters.first == damaged.first || letters.last == damaged.last {
      if let cost = WordRepairer.cost(of: damaged, as: letters) { found.append((value, cost)) }
    }
    return found
  }
}
