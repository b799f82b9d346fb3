import Inspections

/// Finds titles by their layout, if no phrase of the framework matches: a block of short lines with a grade after or
/// below it, or a short line set off by blank lines. The nearest of the framework's titles names it.
extension HeadingScanner {
  /// The minimum likeness of a row's title to a judgement's; “Adoption performance” without one of its words has 0.67.
  private static let rowThreshold = 0.5
  /// The minimum likeness of a sentence's subject.
  private static let sentenceThreshold = 0.7
  /// The minimum likeness of a heading without a grade: set off by blank lines, or run in.
  private static let headingThreshold = 0.6
  private static func runInThreshold(of match: TitleIndex.Match) -> Double {
    if case .judgement? = match.terms.first { 0.85 } else { 0.65 }
  }
  private static let longestBlock = 4
  private static let longestLine = 110
  private static let longestTitle = 20

  /// Lines that may be a title.
  private struct Block {
    var words: [Word] = []
    var last: Int
    var ranges: [Range<Int>] = []
    var grade: GradeMention?
    var isSentence = false

    mutating func add(_ words: ArraySlice<Word>, _ range: Range<Int>) {
      self.words += words
      ranges.append(range)
    }
  }

  /// Returns a heading whose title is near to the framework's, or a row of a table whose title is near to none. A line
  /// after a sentence without a blank line can only begin a row that a grade ends.
  func nearestHeading(onLine index: Int, isApart: Bool) -> Heading? {
    guard text.lines[index].range.count <= Self.longestLine, isApart || gradeFollows(index) else { return nil }
    if gradeIsNear(index), let block = block(from: index), block.grade != nil || gradeIsBeneath(block) {
      return row(block, index, isApart: isApart)
    }
    // A remark in brackets ends the paragraph above it.
    guard isApart, text.bytes[text.lines[index].range].first != 0x28 else { return nil }
    for last in index...min(index + 1, text.lines.count - 1) where last == index || text.lines[last].isText {
      let next = last + 1
      let isSetOff = next >= text.lines.count || !text.lines[next].isText
      guard isSetOff ? !sentenceGoesOn(after: last) : text.lines[next].hasBullet || beginsSentence(next),
        text.bytes[text.lines[last].range].last != 0x2E, !text.lines[last].hasBullet
      else { continue }
      var block = Block(last: last)
      for line in index...last { block.add(titleWords(onLine: line), text.lines[line].range) }
      guard (1...14).contains(block.words.count), let match = nearest(block.words[...], among: vocabulary.headings),
        !match.isNarrow, match.likeness >= (isSetOff ? Self.headingThreshold : Self.runInThreshold(of: match)),
        !isOfOtherTimeOrPlace(block.words), !namesGrade(block.words)
      else { continue }
      return heading(block, index, match)
    }
    return nil
  }

  /// Whether the words below a blank line begin with a small letter.
  private func sentenceGoesOn(after index: Int) -> Bool {
    text.textLine(after: index, skippingBlanks: 1).map { text.beginsLowerCase(text.lines[$0].range) } ?? false
  }

  private func beginsSentence(_ index: Int) -> Bool {
    text.bytes[text.lines[index].range].first.map { (0x41...0x5A).contains($0) || $0.isASCIIDigit } ?? false
  }

  /// Whether a grade may be within reach of a block that begins on a line.
  private func gradeIsNear(_ index: Int) -> Bool {
    var lines = 0
    for next in index..<text.lines.count where text.lines[next].isText {
      if mayEndInGrade[next] { return true }
      lines += 1
      if lines > Self.longestBlock { return false }
    }
    return false
  }

  /// Whether a grade alone on its line is within the next few lines.
  private func gradeFollows(_ index: Int) -> Bool {
    for next in (index + 1)..<min(index + Self.longestBlock, text.lines.count) {
      guard text.lines[next].isText else { return false }
      if mayEndInGrade[next], grades.gradeAlone(onLine: next) != nil { return true }
    }
    return false
  }

  private func row(_ block: Block, _ index: Int, isApart: Bool) -> Heading? {
    guard !isOfOtherTimeOrPlace(block.words), !namesGrade(block.words),
      !block.words.contains(where: { Vocabulary.doubts.contains($0.hash) })
    else { return nil }
    // A sentence that ends in a grade on the next line is no row.
    if block.grade == nil, saysSomething(block.words), gradeGoesOn(block) { return nil }
    let match = nearest(block.words[...], among: vocabulary.rows)
    if block.ranges.count > 1, let match {
      // The row may begin on a later line, below other text.
      let rest = block.words.drop { $0.start < block.ranges[1].lowerBound }
      if let later = nearest(rest, among: vocabulary.rows), later.likeness > match.likeness { return nil }
    }
    if let match, match.likeness >= (block.isSentence ? Self.sentenceThreshold : Self.rowThreshold) {
      return heading(block, index, match)
    }
    let isRow =
      isApart && !block.isSentence && !announces(block) && !saysSomething(block.words)
      && (block.grade != nil || !gradeGoesOn(block))
    return isRow && block.words.count <= Self.longestTitle ? heading(block, index, nil) : nil
  }

  /// Whether a block announces the following text instead of being a title.
  private func announces(_ block: Block) -> Bool {
    block.grade == nil && block.ranges.last.map { text.bytes[$0].last == 0x3A } ?? false
  }

  /// Whether words are a sentence: they include a verb in the present tense.
  private func saysSomething(_ words: [Word]) -> Bool {
    words.contains { Vocabulary.verbs.contains($0.hash) || Vocabulary.auxiliaries.contains($0.hash) }
  }

  private func namesGrade(_ words: [Word]) -> Bool {
    words.contains { word in
      guard vocabulary.grades.mayBegin(with: word.hash) else { return false }
      var cursor = WordCursor(text, line: text.lineIndex(of: word.start), position: word.start)
      return grades.grade(at: &cursor) != nil
    }
  }

  private func nearest(_ words: ArraySlice<Word>, among titles: TitleIndex) -> TitleIndex.Match? {
    titles.nearest(to: words, in: text) { term in
      guard case .judgement(let judgement, _) = term else { return true }
      return vocabulary.framework.judgements[judgement].applies(to: start)
    }
  }

  private func heading(_ block: Block, _ index: Int, _ match: TitleIndex.Match?) -> Heading {
    Heading(
      terms: match?.terms ?? [], firstLine: index, lastLine: max(block.last, block.grade?.lastLine ?? 0),
      printed: text.string(block.ranges), grade: block.grade, isSentence: block.isSentence,
      repaired: match.flatMap { text.words(of: $0.damaged) }, nearest: match)
  }

  /// Returns a few short lines, up to a grade or a blank line.
  private func block(from index: Int) -> Block? {
    var last = index
    var grade = trailingGrade(onLine: last)
    while grade == nil {
      guard text.bytes[text.lines[last].range].last != 0x2E else { return nil }
      let next = last + 1
      guard next < text.lines.count, text.lines[next].isText, !opensSomethingElse(next) else { break }
      guard next - index < Self.longestBlock else { return nil }
      last = next
      grade = trailingGrade(onLine: last)
    }
    var block = Block(last: last)
    for line in index..<last { block.add(titleWords(onLine: line), text.lines[line].range) }
    let range = text.lines[last].range
    if let found = grade {
      block.add(
        found.title.drop { text.isNumber($0.range) }, range.lowerBound..<(found.title.last?.end ?? range.lowerBound))
      block.grade = found.mention
      block.isSentence = found.isSentence
      if !found.isSentence { appendTornRest(to: &block, after: found.mention.lastLine) }
    } else {
      block.add(titleWords(onLine: last), range)
      if last + 1 < text.lines.count, let mention = grades.gradeAlone(onLine: last + 1) {
        let whole = block.ranges.count
        appendTornRest(to: &block, after: mention.lastLine)
        if block.ranges.count > whole { block.grade = mention }
      }
    }
    return block.words.isEmpty ? nil : block
  }

  /// Appends the rest of a title that extraction set below the line with the grade: it begins with a small letter.
  private func appendTornRest(to block: inout Block, after line: Int) {
    let next = line + 1
    guard next < text.lines.count, text.lines[next].isText, !text.lines[next].hasBullet else { return }
    let range = text.lines[next].range
    guard text.beginsLowerCase(range), range.count <= 60, text.bytes[range].last != 0x2E else { return }
    block.add(titleWords(onLine: next), range)
    block.last = next
  }

  private func titleWords(onLine index: Int) -> ArraySlice<Word> {
    text.words(onLine: index).drop { text.isNumber($0.range) }
  }

  /// Whether a line is a grade, a title of the framework, an item or too long, or begins with a number.
  private func opensSomethingElse(_ index: Int) -> Bool {
    let range = text.lines[index].range
    if text.bytes[range].first?.isASCIIDigit == true || text.lines[index].hasBullet || range.count > Self.longestLine {
      return true
    }
    return event(onLine: index, isApart: false) != nil
  }

  /// Returns a grade at the end of a line, with the words of the title before it: after a colon, a dash, a bar or a
  /// wide gap, or joined to the title by a verb.
  func trailingGrade(onLine index: Int) -> (title: [Word], mention: GradeMention, isSentence: Bool)? {
    guard mayEndInGrade[index] else { return nil }
    let words = text.words(onLine: index)
    for place in words.indices.dropFirst() where vocabulary.grades.mayBegin(with: words[place].hash) {
      let word = words[place]
      var cursor = WordCursor(text, line: index, position: word.start, blankLimit: 1)
      guard let mention = grades.grade(at: &cursor), text.isTrivial(cursor.rest) else { continue }
      let title = words[..<place]
      let linked = title.reversed().prefix { Vocabulary.linkingWords.contains($0.hash) }
      let hasVerb = linked.contains { Vocabulary.verbs.contains($0.hash) } || words[place...].count > 1
      let separator = text.bytes[words[place - 1].end..<word.start]
      let isSeparated =
        separator.count > 2 || separator.contains { [0x3A, 0x7C, 0x2D, 0x28, 0x09].contains($0) || $0 >= 0x80 }
      guard isSeparated || hasVerb, linked.count < title.count else { continue }
      return (Array(isSeparated ? title : title.dropLast(linked.count)), mention, !isSeparated)
    }
    return nil
  }

  /// Whether the grade below continues the block as a sentence, with a small letter; below a title that is all of one
  /// case, the next line always may.
  private func gradeGoesOn(_ block: Block) -> Bool {
    guard let next = text.textLine(after: block.last, skippingBlanks: 2) else { return false }
    let letters = block.ranges.flatMap { text.bytes[$0].filter { Fold.isWordASCII($0) && !$0.isASCIIDigit } }
    let isOneCase = letters.allSatisfy { $0 >= 0x61 } || letters.allSatisfy { $0 < 0x61 }
    return text.beginsLowerCase(text.lines[next].range) || isOneCase && next == block.last + 1
  }

  private func gradeIsBeneath(_ block: Block) -> Bool {
    guard let next = text.textLine(after: block.last, skippingBlanks: 2) else { return false }
    return grades.gradeAlone(onLine: next) != nil
  }

  /// Whether words mention an earlier inspection, or an establishment of its own: a title with them is not that of this
  /// report's judgement.
  func isOfOtherTimeOrPlace(_ words: some RandomAccessCollection<Word>) -> Bool {
    for place in words.indices {
      let word = words[place]
      if Vocabulary.earlier.contains(word.hash) { return true }
      if text.isNumber(word.range), word.count == 4, let year = start?.year,
        let number = Int(text.string(word.range)), (1990..<year).contains(number)
      {
        return true
      }
      let next = words.index(after: place)
      guard next < words.endIndex else { continue }
      let pair = (word.hash, words[next].stem(in: text.bytes))
      if Vocabulary.establishments.contains(where: { $0 == pair }) { return true }
    }
    return false
  }
}
