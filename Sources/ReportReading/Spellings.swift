/// The letters of some words, for finding those that a damaged word may come from.
struct Spellings: Sendable {
  /// A summary of a word that rules most others out at once.
  private struct Shape: Sendable {
    let first: UInt8
    let last: UInt8
    let count: Int
  }

  private var shapes: [Shape] = []
  private var letters: [[UInt8]] = []

  init(_ words: [String] = []) {
    for word in words { add(WordRepairer.folded(Array(word.utf8)[...])) }
  }

  var isEmpty: Bool { shapes.isEmpty }

  /// Adds a word by its folded letters; its number is how many were added before it.
  mutating func add(_ word: [UInt8]) {
    shapes.append(Shape(first: word.first ?? 0, last: word.last ?? 0, count: word.count))
    letters.append(word)
  }

  /// The numbers of the words that a damaged one may come from, with what it costs to read it so, in their order.
  ///
  /// Damage rarely takes both the first and the last letter.
  func words(like damaged: [UInt8]) -> [(number: Int, cost: Int)] {
    guard let first = damaged.first, let last = damaged.last else { return [] }
    var found: [(number: Int, cost: Int)] = []
    for number in shapes.indices {
      let shape = shapes[number]
      guard shape.first == first || shape.last == last, abs(shape.count - damaged.count) <= 2,
        let cost = WordRepairer.cost(of: damaged, as: letters[number])
      else { continue }
      found.append((number, cost))
    }
    return found
  }
}
