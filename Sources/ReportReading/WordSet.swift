internal import Inspections

/// Words of the reader's own, for telling whether a word of a text is one of them.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private var table = WordTable()

  init(arrayLiteral words: String...) { self.init(words.lazy.map { Word.hash(of: $0) }) }

  /// Takes words by their hashes.
  init(_ hashes: some Sequence<UInt64>) {
    for hash in hashes { table.set(hash, 0) }
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { table[hash] != nil }
}
