/// The letters of some words and what each leads to, for finding those that a damaged word may come from.
struct Spellings<Value: Sendable>: Sendable {
  private var words: [(letters: [UInt8], value: Value)] = []
  /// The letters of each word as bits, and in how many of them a damaged one may differ.
  private var masks: [(letters: UInt64, mostOthers: Int)] = []
  private var firstLetters: UInt64 = 0
  private var lastLetters: UInt64 = 0

  var isEmpty: Bool { words.isEmpty }

  mutating func add(_ word: ArraySlice<UInt8>, _ value: Value) {
    let letters = WordRepairer.folded(word)
    words.append((letters, value))
    // To read two letters as another one, which costs 1, changes three.
    masks.append((Self.mask(letters), 3 * WordRepairer.limit(for: letters)))
    firstLetters |= letters.first.map(WordRepairer.bit) ?? 0
    lastLetters |= letters.last.map(WordRepairer.bit) ?? 0
  }

  /// The values of the words that a damaged one may come from, with what it costs to read it so, in their order.
  ///
  /// Damage rarely takes both the first and the last letter.
  func values(like damaged: ArraySlice<UInt8>) -> [(value: Value, cost: Int)] {
    guard let first = damaged.first, let last = damaged.last,
      Self.isAmong(firstLetters, first) || Self.isAmong(lastLetters, last)
    else { return [] }
    let damaged = WordRepairer.folded(damaged)
    let mask = Self.mask(damaged)
    var found: [(value: Value, cost: Int)] = []
    for (index, own) in masks.enumerated() where (own.letters ^ mask).nonzeroBitCount <= own.mostOthers {
      let (letters, value) = words[index]
      guard letters.first == damaged.first || letters.last == damaged.last,
        let cost = WordRepairer.cost(of: damaged, as: letters)
      else { continue }
      found.append((value, cost))
    }
    return found
  }

  /// Whether one of the words may begin and end with the letters that these two do.
  func mayJoin(_ head: ArraySlice<UInt8>, _ tail: ArraySlice<UInt8>) -> Bool {
    guard let first = head.first, let last = tail.last else { return false }
    return Self.isAmong(firstLetters, first) && Self.isAmong(lastLetters, last)
  }

  private static func isAmong(_ letters: UInt64, _ byte: UInt8) -> Bool {
    !Fold.isWordASCII(byte) || letters & WordRepairer.bit(Fold.lowercased(byte)) != 0
  }

  private static func mask(_ letters: [UInt8]) -> UInt64 { letters.reduce(0) { $0 | WordRepairer.bit($1) } }
}
