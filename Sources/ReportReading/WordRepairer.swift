/// Tells whether a damaged word can be read as a word of a framework: what scanning and printing confuse, or one slip.
///
/// Letters that look alike (`l` and `1`, `rn` and `m`) cost 1, any other change of a letter costs 2. Short words are
/// repaired by likeness only, since most four-letter words are one letter from another. A change of the last letters
/// alone is no damage but another word: `required` is not `requires`, `inadequately` is not `inadequate`.
enum WordRepairer {
  /// The cost of reading `damaged` as `word`, both folded to lower case; nil where it is too much.
  static func cost(of damaged: [UInt8], as word: [UInt8]) -> Int? {
    guard word.count >= 4, abs(damaged.count - word.count) <= 2, damaged != word else { return nil }
    guard let cost = distance(damaged, word, within: limit(for: word), likeOnly: word.count < 6) else { return nil }
    let shared = zip(damaged, word).prefix { $0 == $1 }.count
    return cost >= 2 && shared >= word.count - 2 ? nil : cost
  }

  /// The greatest cost at which a word is still read.
  static func limit(for word: [UInt8]) -> Int { word.count >= 10 ? 3 : 2 }

  /// The letters of a word as they are compared: lower case, without soft hyphens and apostrophes.
  static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    for byte in bytes {
      if Fold.isWordASCII(byte) { folded.append(Fold.lowercased(byte)) }
      if byte == 0xEF || byte == 0xCB { folded.append(lost) }
    }
    return folded
  }

  /// The sign for a lost character, which may have been any letter or a ligature.
  private static let lost: UInt8 = 0x3F

  /// A bit for each small letter, each digit and the sign for a lost character.
  static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x1F | (byte & 0x40) >> 1) }

  // MARK: Distance

  private static func distance(_ damaged: [UInt8], _ word: [UInt8], within limit: Int, likeOnly: Bool) -> Int? {
    let width = word.count + 1
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (damaged.count + 1) * width) { costs in
      costs.initialize(repeating: UInt8(limit + 1))
      costs[0] = 0
      let other = likeOnly ? limit + 1 : 2
      var lastReached = 0
      for row in 0...damaged.count {
        guard row <= lastReached else { return nil }
        // To leave out or to put in a letter costs at least 1, so nothing far from the diagonal is reached.
        for column in max(0, row - limit)...min(word.count, row + limit) {
          let here = Int(costs[row * width + column])
          guard here <= limit else { continue }
          func reach(_ rows: Int, _ columns: Int, _ cost: Int) {
            let place = (row + rows) * width + column + columns
            guard here + cost < costs[place] else { return }
            costs[place] = UInt8(here + cost)
            lastReached = max(lastReached, row + rows)
          }
          let hasRow = row < damaged.count
          let hasColumn = column < word.count
          if hasRow, hasColumn {
            let isSame = damaged[row] == word[column]
            reach(1, 1, isSame ? 0 : looksLike(damaged[row], word[column]) ? 1 : other)
          }
          guard here < limit else { continue }
          if hasRow { reach(1, 0, other) }
          if hasColumn { reach(0, 1, other) }
          if row + 1 < damaged.count, hasColumn, isPair(damaged[row], damaged[row + 1], for: word[column]) {
            reach(2, 1, 1)
          }
          if hasRow, column + 1 < word.count, isPair(word[column], word[column + 1], for: damaged[row]) {
            reach(1, 2, 1)
          }
        }
      }
      let cost = Int(costs[damaged.count * width + word.count])
      return cost <= limit ? cost : nil
    }
  }

  private static func looksLike(_ first: UInt8, _ second: UInt8) -> Bool {
    first == lost || second == lost || alike[Int(first & 0x7F)] & bit(second) != 0
  }

  private static func isPair(_ first: UInt8, _ second: UInt8, for letter: UInt8) -> Bool {
    pairs[Int(letter & 0x7F)].contains { $0 == (first, second) }
  }

  /// For each letter and digit, those that are taken for it, as bits.
  private static let alike: [UInt64] = {
    var alike = [UInt64](repeating: 0, count: 128)
    let pairs = [
      "1i", "1l", "il", "ij", "1t", "it", "lt", "0o", "ce", "co", "eo", "gq", "9g", "ft", "5s", "6b", "8b", "bh", "uv",
      "nu", "ao", "ae", "mn", "hn",
    ]
    for pair in pairs.map({ Array($0.utf8) }) {
      alike[Int(pair[0])] |= bit(pair[1])
      alike[Int(pair[1])] |= bit(pair[0])
    }
    return alike
  }()

  /// For each letter, two that are taken for it.
  private static let pairs: [[(UInt8, UInt8)]] = {
    var pairs = [[(UInt8, UInt8)]](repeating: [], count: 128)
    let signs = ["rnm", "cld", "iiu", "lin", "rin", "vvw", "lih", "nnm", "clo", "ff?", "fi?", "fl?"]
    for signs in signs.map({ Array($0.utf8) }) { pairs[Int(signs[2])].append((signs[0], signs[1])) }
    return pairs
  }()
}
