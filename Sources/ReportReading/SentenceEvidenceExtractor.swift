import Inspections

/// Reads grades stated in sentences: the headline of the front page, and the opening sentence of a judgement's section.
struct SentenceEvidenceExtractor {
  let text: ReportText
  let outline: Outline
  let vocabulary: Vocabulary
  let scanner: HeadingScanner
  var grades: GradeMatcher { scanner.grades }

  /// The sentences that a framework's headlines describe, wherever a block or sentence of the report begins with one.
  func headlines() -> [EvidenceCandidate] {
    var found: [EvidenceCandidate] = []
    var supported: [Int: (grade: StatedGrade, subject: Set<UInt64>)] = [:]
    for index in text.lines.indices where text.lines[index].isText && outline.roles[index] == .text {
      let isFront = index < outline.frontEnd
      // Behind the front, few lines begin as a headline does.
      let mayBegin = text.firstWord(onLine: index).map { vocabulary.headlines.mayBegin(with: $0.hash) } ?? false
      guard isFront || mayBegin else { continue }
      for start in sentenceStarts(onLine: index) {
        guard let (pattern, mention) = headline(onLine: index, at: start) else {
          if isFront, !text.beginsLowerCase(text.lines[index].range) {
            found += overallStatement(onLine: index, at: start)
          }
          continue
        }
        let isStatement = pattern.isStatement && isFront && start == text.lines[index].range.lowerBound
        guard isStatement || isFront && start > text.lines[index].range.lowerBound || beginsBlock(index) else {
          continue
        }
        // A sentence that only supports counts once, where the report first says it; another grade later is a remark.
        let first = isStatement ? nil : supported[pattern.judgement]
        let subject = text.words(in: start..<mention.start).reversed()
          .drop { Vocabulary.linkingWords.contains($0.hash) }.reversed()
        let words = Set(subject.map(\.hash))
        if let first,
          first.grade == mention.grade
            || !words.isSubset(of: first.subject) && !vocabulary.isWhole(Array(subject), in: text)
        {
          continue
        }
        if !isStatement, first == nil { supported[pattern.judgement] = (mention.grade, words) }
        found.append(
          EvidenceCandidate(
            judgement: pattern.judgement, grade: mention.grade, kind: .headline,
            weight: isStatement ? .statement : first == nil ? .support : .remark, line: mention.firstLine,
            text: text.string(fromLine: index, at: start, toLine: mention.lastLine, at: mention.end),
            printedTitle: nil, repaired: mention.repaired))
      }
    }
    return found
  }

  /// A sentence of the front page that grades the services as a whole: `Children’s services in … are good.` It states
  /// the overall judgement where it says no more than that.
  private func overallStatement(onLine index: Int, at start: Int) -> [EvidenceCandidate] {
    guard let judgement = vocabulary.onlyOverall(on: scanner.start) else { return [] }
    var cursor = WordCursor(text, line: index, position: start)
    var subject: [Word] = []
    while subject.count < 16 {
      var ahead = cursor
      if !subject.isEmpty, !sentenceEnds(after: cursor),
        let mention = grades.linkedGrade(at: &ahead, needsVerb: true)
      {
        guard vocabulary.isWhole(subject, in: text), !isHedged(mention), !scanner.isOfOtherTimeOrPlace(subject),
          !hasPredicate(subject)
        else { return [] }
        let endsHere = text.isTrivial(ahead.rest)
        return [
          EvidenceCandidate(
            judgement: judgement, grade: mention.grade, kind: .headline,
            weight: endsHere ? .statement : .support,
            line: mention.firstLine,
            text: text.string(fromLine: index, at: start, toLine: mention.lastLine, at: mention.end),
            printedTitle: nil, repaired: mention.repaired)
        ]
      }
      // A row of a table, or a label with its date, is no sentence.
      ahead = cursor
      let before = cursor
      guard grades.grade(at: &ahead) == nil, let word = cursor.next(), !endsSentence(from: before, to: word),
        !Vocabulary.past.contains(word.hash), !text.isNumber(word.range)
      else { return [] }
      subject.append(word)
    }
    return []
  }

  /// Whether words say something already, so that a grade after them is only half of it; `is that` only announces.
  private func hasPredicate(_ words: [Word]) -> Bool {
    words.indices.contains { place in
      Vocabulary.verbs.contains(words[place].hash) && words[place...].dropFirst().first?.hash != Self.that
    }
  }

  private static let that = Word.hash(of: "that")

  /// Returns the offsets at which sentences begin on a line: at its beginning and, on the front page, after full
  /// stops.
  private func sentenceStarts(onLine index: Int) -> [Int] {
    let line = text.lines[index]
    guard !line.hasBullet, !line.range.isEmpty else { return [] }
    var starts = [line.range.lowerBound]
    guard index < outline.frontEnd else { return starts }
    for place in line.range.dropLast(2) where text.bytes[place] == 0x2E && text.bytes[place + 1] == 0x20 {
      starts.append(place + 2)
    }
    return starts
  }

  /// The front page's standard sentences, whose wording belongs to one grade: they confirm what the headline states.
  func standardSentences() -> [EvidenceCandidate] {
    guard !vocabulary.standardSentences.isEmpty else { return [] }
    let frontEnd = text.lines[..<outline.frontEnd].last?.range.upperBound ?? 0
    let front = text.words(upTo: Self.frontReach).prefix { $0.start < frontEnd }
    // Behind the front they state nothing, but may contradict; a few words may mean anything there.
    let body = text.words(upTo: .max, fromLine: outline.frontEnd)
    return standardSentences(in: Array(front), .support) + standardSentences(in: body, .remark, least: 6)
  }

  private func standardSentences(in front: [Word], _ weight: EvidenceCandidate.Weight, least: Int = 1)
    -> [EvidenceCandidate]
  {
    vocabulary.standardSentences.compactMap { sentence in
      guard let match = sentence.phrase.match(in: front), match.count >= least else { return nil }
      let (first, last) = (front[match.lowerBound], front[match.upperBound - 1])
      let line = text.lineIndex(of: last.start)
      return EvidenceCandidate(
        judgement: sentence.judgement, grade: sentence.grade, kind: .headline, weight: weight, line: line,
        text: text.string(fromLine: text.lineIndex(of: first.start), at: first.start, toLine: line, at: last.end),
        printedTitle: nil)
    }
  }

  /// The number of words of the front page that are searched for standard sentences.
  private static let frontReach = 600

  private func headline(onLine index: Int, at start: Int) -> (Vocabulary.HeadlinePattern, GradeMention)? {
    var cursor = WordCursor(text, line: index, position: start)
    var probe = cursor
    guard let first = probe.next(), probe.lineIndex == index else { return nil }
    let patterns: [Vocabulary.HeadlinePattern]
    if vocabulary.headlines.mayBegin(with: first.hash), let found = vocabulary.headlines.longestMatch(&cursor) {
      patterns = found
    } else if index < outline.frontEnd, let repair = vocabulary.headlines.repairedMatch(cursor, in: text) {
      (patterns, cursor) = (repair.values, repair.cursor)
    } else {
      return nil
    }
    for pattern in patterns {
      if let mention = mention(after: cursor, pattern), !isHedged(mention) { return (pattern, mention) }
    }
    return nil
  }

  private func mention(after cursor: WordCursor, _ pattern: Vocabulary.HeadlinePattern) -> GradeMention? {
    var cursor = cursor
    guard pattern.hasGap else { return grades.linkedGrade(at: &cursor, needsVerb: true) }
    var pending = pattern.afterGap[...]
    for _ in 0..<14 {
      if pending.isEmpty, !sentenceEnds(after: cursor) {
        var ahead = cursor
        if let mention = grades.linkedGrade(at: &ahead, needsVerb: true) { return mention }
      }
      let before = cursor
      guard let word = cursor.next(), !endsSentence(from: before, to: word), !Vocabulary.past.contains(word.hash),
        !pattern.unless.contains(word.hash)
      else { return nil }
      if let expected = pending.first { pending = expected == word.hash ? pending.dropFirst() : pattern.afterGap[...] }
    }
    return nil
  }

  /// Whether a full stop lies before a word. The one of `St.` does not end a sentence, and none does before a small
  /// letter.
  private func endsSentence(from cursor: WordCursor, to word: Word) -> Bool {
    guard cursor.position < word.start else { return false }
    guard let stop = text.bytes[cursor.position..<word.start].firstIndex(of: 0x2E) else { return false }
    if text.beginsLowerCase(word.range) { return false }
    return !text.bytes[..<stop].suffix(2).elementsEqual("St".utf8)
  }

  private func sentenceEnds(after cursor: WordCursor) -> Bool {
    var ahead = cursor
    guard let word = ahead.next() else { return true }
    return endsSentence(from: cursor, to: word)
  }

  private func isHedged(_ mention: GradeMention) -> Bool {
    var cursor = WordCursor(text, line: mention.lastLine, position: mention.end)
    guard let word = cursor.next() else { return false }
    return Vocabulary.hedges.contains(word.hash)
  }

  /// Whether a line begins a paragraph or follows the end of a sentence.
  private func beginsBlock(_ index: Int) -> Bool {
    var above = index - 1
    while above >= 0, !text.lines[above].isText {
      if text.lines[above].isBlank { return true }
      above -= 1
    }
    guard above >= 0, outline.roles[above] == .text, let last = text.bytes[text.lines[above].range].last else {
      return true
    }
    return last == 0x2E || last == 0x3A
  }

  // MARK: Opening sentences

  /// The opening sentences of the judgements' own sections: `The quality of provision is adequate.`
  func openings() -> [EvidenceCandidate] {
    outline.entries.compactMap { entry in
      guard entry.zone == .body, case .judgement(.some(let judgement)) = entry.meaning else { return nil }
      var index = entry.heading.lastLine + 1
      var steps = 0
      while index < text.lines.count, !(text.lines[index].isText && outline.roles[index] == .text) {
        if case .heading = outline.roles[index] { return nil }
        index += 1
        steps += 1
        if steps > 12 { return nil }
      }
      guard index < text.lines.count else { return nil }
      return label(of: judgement, entry.heading, on: index) ?? opening(of: judgement, entry.heading, from: index)
    }
  }

  /// A labelled grade right under a heading: `Judgement: good`.
  private func label(of judgement: Int, _ heading: Heading, on index: Int) -> EvidenceCandidate? {
    guard let label = scanner.trailingGrade(onLine: index), !label.isSentence, label.title.count <= 3 else {
      return nil
    }
    return EvidenceCandidate(
      judgement: judgement, grade: label.mention.grade, kind: .heading, weight: .statement,
      line: label.mention.firstLine,
      text: "\(heading.printed): \(text.string(text.lines[index].range))", printedTitle: heading.printed)
  }

  private func opening(of judgement: Int, _ heading: Heading, from index: Int) -> EvidenceCandidate? {
    var cursor = WordCursor(text, line: index, blankLimit: 2)
    var words: [Word] = []
    var found: (mention: GradeMention, subject: [Word])?
    for _ in 0..<60 {
      let before = cursor
      guard let word = cursor.next() else { break }
      if !words.isEmpty, endsSentence(from: before, to: word), words.count > 1 { break }
      if Vocabulary.verbs.contains(word.hash) {
        var ahead = cursor
        if let mention = grades.linkedGrade(at: &ahead, needsVerb: false), !isHedged(mention) {
          // A sentence with two grades in it says nothing certain.
          if let found, found.mention.grade != mention.grade { return nil }
          if found == nil { found = (mention, words) }
        }
      }
      words.append(word)
    }
    guard let found else { return nil }
    let names = vocabulary.judgementTitles[judgement].match(in: found.subject) != nil
    return EvidenceCandidate(
      judgement: judgement, grade: found.mention.grade, kind: .prose, weight: names ? .statement : .support,
      line: found.mention.firstLine,
      text: text.string(
        fromLine: index, at: text.lines[index].range.lowerBound, toLine: found.mention.lastLine,
        at: found.mention.end),
      printedTitle: nil, repaired: found.mention.repaired)
  }
}
