import Inspections

/// Tells which framework a report belongs to, by the phrases of its front page.
struct FrameworkRecogniser: Sendable {
  private struct Marks: Sendable {
    let phrases: [PhrasePattern]
    let unless: [PhrasePattern]
    let reinspection: [PhrasePattern]
    let review: [PhrasePattern]
  }

  /// The outcome: one framework, none, or several that fit equally well. Damaged words are those that had to be read
  /// as words of the title.
  enum Outcome: Equatable {
    case found(framework: Int, kind: Report.Kind, damaged: [Range<Int>])
    case none
    case several([Int])
  }

  /// How well a phrase fits: what stands first on the page is the title; of two that begin together, the longer is meant.
  private struct Fit: Comparable {
    let start: Int
    let words: Int

    /// A title begins a line: the same words inside a sentence only speak of an inspection.
    /// What stands in its gap is a name, which does not begin with a small letter.
    init?(_ phrase: PhrasePattern, in words: [Word], of text: ReportText, beginningLinesAt starts: Set<Int>) {
      let match = phrase.matches(in: words).first { match in
        starts.contains(words[match.range.lowerBound].start)
          && match.gaps.allSatisfy { $0.isEmpty || Fit.mayBeginName(words[$0.lowerBound], in: text) }
      }
      guard let match else { return nil }
      start = match.range.lowerBound
      self.words = phrase.wordCount
    }

    private static let article = Word.hash(of: "the")

    private static func mayBeginName(_ word: Word, in text: ReportText) -> Bool {
      word.hash == article || !text.beginsLowerCase(word.start..<word.end)
    }

    static func < (lhs: Fit, rhs: Fit) -> Bool {
      lhs.start != rhs.start ? lhs.start > rhs.start : lhs.words < rhs.words
    }
  }

  /// How many words of the front are looked at.
  private static let reach = 420

  private let marks: [Marks]
  private let damagedWords: DamagedWords

  init(_ frameworks: [Framework]) {
    marks = frameworks.map { framework in
      let recognition = framework.recognition
      return Marks(
        phrases: recognition.phrases.map(PhrasePattern.init), unless: recognition.unless.map(PhrasePattern.init),
        reinspection: recognition.reinspection.map(PhrasePattern.init),
        review: recognition.review.map(PhrasePattern.init))
    }
    damagedWords = DamagedWords(of: frameworks.flatMap(\.recognition.phrases))
  }

  func recognise(_ text: ReportText) -> Outcome {
    let words = text.words(upTo: Self.reach)
    let plain = recognise(words, in: text)
    // A damaged title may stand before a whole one that is not the report's own.
    let repaired = damagedWords.repaired(Array(words[..<(plain.start ?? words.count)]), in: text)
    guard !repaired.damaged.isEmpty else { return plain.outcome }
    let rest = words[repaired.words.count...]
    let mended = recognise(repaired.words + rest, in: text, damaged: repaired.damaged)
    return mended.start == plain.start ? plain.outcome : mended.outcome
  }

  private func recognise(
    _ words: [Word], in text: ReportText, damaged: [Range<Int>] = []
  ) -> (outcome: Outcome, start: Int?) {
    let starts = Set(text.lines.lazy.filter(\.isText).prefix(Self.reach).map(\.range.lowerBound))
    var best: (fit: Fit, frameworks: [Int])?
    for (index, mark) in marks.enumerated() {
      guard !mark.unless.contains(where: { $0.match(in: words) != nil }),
        let fit = mark.phrases.compactMap({ Fit($0, in: words, of: text, beginningLinesAt: starts) }).max()
      else { continue }
      if let known = best, fit < known.fit { continue }
      if let known = best, fit == known.fit {
        best?.frameworks = known.frameworks + [index]
      } else {
        best = (fit, [index])
      }
    }
    guard let best, let first = best.frameworks.first else { return (.none, nil) }
    guard best.frameworks.count == 1 else { return (.several(best.frameworks), best.fit.start) }
    let mark = marks[first]
    let isReview = mark.review.contains { $0.match(in: words) != nil }
    let isReinspection = mark.reinspection.contains { $0.match(in: words) != nil }
    let title = words[min(best.fit.start, words.count - 1)...].prefix(best.fit.words)
    let kind: Report.Kind = isReview ? .review : isReinspection ? .reinspection : .inspection
    let damagedTitle = damaged.filter { range in title.contains { $0.start == range.lowerBound } }
    return (.found(framework: first, kind: kind, damaged: damagedTitle), best.fit.start)
  }
}

/// A phrase in which `…` stands for up to a dozen words.
struct PhrasePattern: Sendable {
  private let parts: [[UInt64]]
  private static let gap = 12

  init(_ phrase: String) {
    parts = phrase.split(separator: "…").map { Word.hashes(of: String($0)) }.filter { !$0.isEmpty }
  }

  /// How many words the phrase names.
  var wordCount: Int { parts.reduce(0) { $0 + $1.count } }

  /// Where a phrase stands among words, and where each of its gaps does.
  struct Match {
    let range: Range<Int>
    let gaps: [Range<Int>]
  }

  /// Where the phrase first stands among words.
  func match(in words: [Word]) -> Match? {
    words.indices.lazy.compactMap { match(at: $0, in: words) }.first
  }

  /// Every place where the phrase stands among words.
  func matches(in words: [Word]) -> [Match] {
    words.indices.compactMap { match(at: $0, in: words) }
  }

  private func match(at start: Int, in words: [Word]) -> Match? {
    guard let first = parts.first, Self.has(first, at: start, in: words) else { return nil }
    var end = start + first.count
    var gaps: [Range<Int>] = []
    for part in parts.dropFirst() {
      let limit = min(end + Self.gap, words.count)
      guard let next = (end..<max(end, limit + 1)).first(where: { Self.has(part, at: $0, in: words) }) else {
        return nil
      }
      gaps.append(end..<next)
      end = next + part.count
    }
    return Match(range: start..<end, gaps: gaps)
  }

  private static func has(_ part: [UInt64], at start: Int, in words: [Word]) -> Bool {
    guard start + part.count <= words.count else { return false }
    for (offset, hash) in part.enumerated() where words[start + offset].hash != hash { return false }
    return true
  }
}

extension ReportText {
  /// The words of a range.
  func words(in range: Range<Int>) -> [Word] {
    var words: [Word] = []
    var position = range.lowerBound
    while let word = Word.next(in: bytes, from: &position, to: range.upperBound) { words.append(word) }
    return words
  }

  /// The report's first words, past page furniture.
  func words(upTo count: Int, fromLine first: Int = 0) -> [Word] {
    var words: [Word] = []
    for line in lines[min(first, lines.count)...] where line.isText {
      var position = line.range.lowerBound
      while let word = Word.next(in: bytes, from: &position, to: line.range.upperBound) {
        words.append(word)
        if words.count == count { return words }
      }
    }
    return words
  }
}
