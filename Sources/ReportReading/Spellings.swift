/// The letters of some words and what each leads to, for finding those that a damaged word may come from.
struct Spellings<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let letters: [UInt8]
    /// The letters as bits: those of damaged words differ in few.
    let mask: UInt64
    let value: Value
  }

  private var words: [Entry] = []
  private var firstLetters: UInt64 = 0
  private var lastLetters: UInt64 = 0

  var isEmpty: Bool { words.isEmpty }

  mutating func add(_ word: ArraySlice<UInt8>, _ value: Value) {
    let letters = WordRepairer.folded(word)
    words.append(Entry(letters: letters, mask: Self.mask(letters), value: value))
    firstLetters |= letters.first.map(Self.bit) ?? 0
    lastLetters |= letters.last.map(Self.bit) ?? 0
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
    for entry in words {
      // To read two letters as another one, which costs 1, changes three.
      guard (entry.mask ^ mask).nonzeroBitCount <= 3 * WordRepairer.limit(for: entry.letters),
        entry.letters.first == damaged.first || entry.letters.last == damaged.last,
        let cost = WordRepairer.cost(of: damaged, as: entry.letters)
      else { continue }
      found.append((entry.value, cost))
    }
    return found
  }

  private static func isAmong(_ letters: UInt64, _ byte: UInt8) -> Bool {
    !Fold.isWordASCII(byte) || letters & bit(Fold.lowercased(byte)) != 0
  }

  private static func mask(_ letters: [UInt8]) -> UInt64 { letters.reduce(0) { $0 | bit($1) } }

  /// A bit for each small letter and digit.
  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x1F | (byte & 0x40) >> 1) }
}
