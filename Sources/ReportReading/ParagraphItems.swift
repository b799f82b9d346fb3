import Inspections

/// Finds where the items of a list begin whose items are paragraphs: sentences that say what somebody should do.
///
/// Extraction keeps no blank line between them. An item begins on a line that begins a sentence with somebody and a
/// duty (`Leaders should …`), not with something said before (`This should …`). If the line above ended its paragraph
/// (the next word would still have fitted on it), that is enough. Where the line above is full, the sentence is an
/// item's if it names who must act at length, or as a certain item of the list does.
struct ParagraphItems {
  private let text: ReportText
  private let widest: Int
  /// The lines of the list; a sentence does not go on over others.
  private let own: Set<Int>
  /// The lines on which an item begins.
  private(set) var beginnings: Set<Int> = []

  /// Looks through the lines of a list, given by their indices; those that are not part of it are left out.
  init(text: ReportText, lines: [Int]) {
    self.text = text
    let lines = lines.filter { text.lines[$0].isText }
    own = Set(lines)
    widest = lines.map { text.characterCount(text.lines[$0].range) }.max() ?? 0
    find(in: lines)
  }

  /// Whether a line begins with somebody and a duty.
  func saysDuty(_ index: Int) -> Bool { subject(of: index) != nil }

  private mutating func find(in lines: [Int]) {
    var certain: Set<[UInt64]> = []
    var possible: [(line: Int, subject: [UInt64])] = []
    var lastSubject: [UInt64]?
    for (place, index) in lines.enumerated() {
      guard !text.lines[index].hasBullet, let found = subject(of: index) else { continue }
      let previous = place > 0 ? lines[place - 1] : nil
      // `should also` goes on with what the same body should do.
      if found.isFurther, lastSubject == found.words { continue }
      lastSubject = found.words
      if startsParagraph(place, in: lines) {
        certain.insert(found.words)
        beginnings.insert(index)
      } else if let previous, endsSentence(previous) {
        possible.append((index, found.words))
      }
    }
    let actors = Set(certain.joined().filter { !Self.joints.contains($0) })
    for (line, subject) in possible where subject.count >= Self.fullSubject || certain.contains(subject) {
      if subject.contains(where: actors.contains) { beginnings.insert(line) }
    }
    findParagraphs(in: lines)
  }

  /// Paragraphs that first say what is wrong, and say in a later sentence who should correct it.
  private mutating func findParagraphs(in lines: [Int]) {
    var hasDuty = false
    for (place, index) in lines.enumerated().reversed() {
      let words = text.words(onLine: index)
      let saysDuty = words.contains { Self.duties.contains($0.hash) || Self.needs.contains($0.hash) }
      hasDuty = !text.lines[index].hasBullet && (hasDuty || saysDuty)
      guard startsParagraph(place, in: lines), place == 0 || endsSentence(lines[place - 1]) else { continue }
      if hasDuty, let first = words.first, !text.beginsLowerCase(first.range),
        !Self.pronouns.contains(first.hash), subject(of: index) == nil
      {
        beginnings.insert(index)
      }
      hasDuty = false
    }
  }

  private func startsParagraph(_ place: Int, in lines: [Int]) -> Bool {
    place == 0 || endsParagraph(lines[place - 1], before: lines[place])
  }

  /// The words before the duty, and whether `also` follows it.
  private func subject(of index: Int) -> (words: [UInt64], isFurther: Bool)? {
    var cursor = WordCursor(text, line: index)
    guard let first = cursor.next(), !text.beginsLowerCase(first.range), !Self.pronouns.contains(first.hash)
    else { return nil }
    var words = [first.hash]
    for _ in 0..<40 {
      let before = cursor.position
      guard let word = cursor.next(), own.contains(cursor.lineIndex) else { return nil }
      if before < word.start, text.bytes[before..<word.start].contains(0x2E) { return nil }
      var ahead = cursor
      let following = ahead.next()?.hash
      if Self.duties.contains(word.hash) || Self.needs.contains(word.hash) && following == Self.to {
        return (words, following == Self.also)
      }
      words.append(word.hash)
    }
    return nil
  }

  private func endsSentence(_ index: Int) -> Bool {
    let last = text.bytes[text.lines[index].range].last
    return last == 0x2E || last == 0x3B
  }

  private func endsParagraph(_ previous: Int, before index: Int) -> Bool {
    let range = text.lines[previous].range
    // After a bullet on a line of its own come the bullet's own words.
    if text.lines[previous].hasBullet, range.isEmpty { return false }
    guard endsSentence(previous) else { return text.lines[previous].hasBullet }
    let firstWord = text.bytes[text.lines[index].range].prefix { $0 != 0x20 }.count
    return index - previous > 1 || text.characterCount(range) + Self.roomToSpare + firstWord <= widest
  }

  /// The characters that a paragraph's last line leaves free beyond the next word.
  private static let roomToSpare = 3
  /// The words of a full name of a group: `Local authority leaders`.
  private static let fullSubject = 3
  private static let duties: WordSet = ["should", "must"]
  private static let needs: WordSet = ["need", "needs"]
  private static let to = Word.hash(of: "to")
  private static let also = Word.hash(of: "also")
  /// Words that name nobody.
  private static let joints: WordSet = ["the", "a", "and", "of", "in", "for", "to", "on", "at", "by", "with"]
  private static let pronouns: WordSet = [
    "this", "these", "they", "it", "in", "as", "such", "where", "when", "action", "there",
  ]
}
