/// Repairs the damaged words of a front page to words of the titles that it may print.
struct DamagedWords: Sendable {
  private let known: WordSet
  private var spellings = Spellings<UInt64>()

  /// Creates the words of some phrases; words of three letters or less are not repaired, since too many are alike.
  init(of phrases: [String]) {
    var known: Set<UInt64> = []
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      for word in Word.all(in: bytes) where known.insert(word.hash).inserted {
        spellings.add(bytes[word.range], word.hash)
      }
    }
    self.known = WordSet(known)
  }

  /// Returns the words with the damaged ones repaired, and the ranges of the repaired words.
  func repaired(_ words: some Collection<Word>, in text: ReportText) -> (words: [Word], damaged: [Range<Int>]) {
    let joined = joined(words, in: text)
    let repaired = repairedSingly(joined.words, in: text)
    return (repaired.words, joined.damaged + repaired.damaged)
  }

  /// Whether a word is one of the phrases' or may come from one.
  func mayMean(_ word: Word, in text: ReportText) -> Bool {
    known.contains(word.hash) || !spellings.values(like: text.bytes[word.range]).isEmpty
  }

  /// Repairs the damaged words among words that are joined already; also returns their ranges.
  func repairedSingly(_ words: [Word], in text: ReportText) -> (words: [Word], damaged: [Range<Int>]) {
    var repaired = words
    var damaged: [Range<Int>] = []
    for (index, word) in words.enumerated() where !known.contains(word.hash) {
      let near = spellings.values(like: text.bytes[word.range])
      guard let best = near.min(by: { $0.cost < $1.cost }), near.count(where: { $0.cost == best.cost }) == 1 else {
        continue
      }
      repaired[index] = Word(hash: best.value, start: word.start, end: word.end)
      damaged.append(word.range)
    }
    return (repaired, damaged)
  }

  /// Joins the words that a blank broke in two; also returns their ranges.
  func joined(_ words: some Collection<Word>, in text: ReportText) -> (words: [Word], damaged: [Range<Int>]) {
    var joined: [Word] = []
    joined.reserveCapacity(words.count)
    var damaged: [Range<Int>] = []
    for word in words {
      if let head = joined.last, spellings.mayJoin(text.bytes[head.range], text.bytes[word.range]),
        !known.contains(head.hash), damaged.last?.upperBound != head.end,
        let whole = Word.hash(continuing: head.hash, with: text.bytes, word.range), known.contains(whole)
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
