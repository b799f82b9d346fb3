/// Reads the damaged words of a front page as the words of the titles it may print.
struct DamagedWords: Sendable {
  private let known: Set<UInt64>
  private let spellings: [(letters: [UInt8], hash: UInt64)]

  /// Takes the words of some phrases; those of three letters or less are too like others to be told.
  init(of phrases: [String]) {
    var known: Set<UInt64> = []
    var spellings: [(letters: [UInt8], hash: UInt64)] = []
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      var position = 0
      while let word = Word.next(in: bytes, from: &position, to: bytes.count) {
        let letters = WordRepair.folded(bytes[word.start..<word.end])
        if known.insert(word.hash).inserted, letters.count > 3 { spellings.append((letters, word.hash)) }
      }
    }
    self.known = known
    self.spellings = spellings
  }

  /// The words, the damaged ones as those they come from, and where those stand.
  func repaired(_ words: some Collection<Word>, in text: ReportText) -> (words: [Word], damaged: [Range<Int>]) {
    let joined = joined(words, in: text)
    let mended = mended(joined.words, in: text)
    return (mended.words, joined.damaged + mended.damaged)
  }

  /// The words, which are joined already, the damaged ones as those they come from, and where those stand.
  func mended(_ words: [Word], in text: ReportText) -> (words: [Word], damaged: [Range<Int>]) {
    var repaired = words
    var damaged: [Range<Int>] = []
    var letters: [UInt8] = []
    for (index, word) in repaired.enumerated() where !known.contains(word.hash) {
      WordRepair.fold(text.bytes[word.start..<word.end], into: &letters)
      let costs = spellings.compactMap { spelling in
        WordRepair.cost(of: letters, as: spelling.letters).map { (cost: $0, hash: spelling.hash) }
      }
      .sorted { $0.cost < $1.cost }
      guard let best = costs.first, costs.dropFirst().allSatisfy({ $0.cost > best.cost }) else { continue }
      repaired[index] = Word(hash: best.hash, start: word.start, end: word.end)
      damaged.append(word.start..<word.end)
    }
    return (repaired, damaged)
  }

  /// The words, those that a blank broke in two put together again, and where those stand.
  func joined(_ words: some Collection<Word>, in text: ReportText) -> (words: [Word], damaged: [Range<Int>]) {
    var joined: [Word] = []
    var damaged: [Range<Int>] = []
    for word in words {
      if let head = joined.last, !known.contains(head.hash), damaged.last?.upperBound != head.end,
        let whole = Word.hash(continuing: head.hash, with: text.bytes, word.start..<word.end), known.contains(whole)
      {
        joined[joined.count - 1] = Word(hash: whole, start: head.start, end: word.end)
        damaged.append(head.start..<word.end)
      } else {
        joined.append(word)
      }
    }
    return (joined, damaged)
  }
}
