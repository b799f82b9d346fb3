import Diagnostics
import Synchronization

/// A report's text, cleaned: what every later pass reads. A class, since many cursors hold it.
final class ReportText: Sendable {
  /// The text as it was decoded.
  let source: SourceText
  /// The bytes of the text without marks of Markdown; an offset means the same place as in the source.
  let bytes: [UInt8]
  /// The lines, page furniture marked.
  let lines: [Line]
  /// The words of all lines, cut once for every pass.
  let words: [Word]
  /// The place of each line's first word among them; one more after the last line.
  let firstWords: [Int]
  /// Whether the text has next to no capitals, so that a small letter means nothing.
  let isCaseless: Bool
  /// Every word of the text, made when it is first needed.
  let printed = Mutex<WordSet?>(nil)

  /// Takes marks out of a text and cuts it into lines, from a line on (counted from 1).
  init(cleaning source: SourceText, from firstLine: Int = 1) {
    let bytes = MarkdownStripper.erase(source.bytes)
    let lines = LineCleaner.clean(source, bytes, from: firstLine)
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 5)
    var firstWords = [0]
    firstWords.reserveCapacity(lines.count + 1)
    for line in lines {
      let part = bytes.span.extracting(line.range)
      var position = 0
      while let word = Word.next(in: part, from: &position, offset: line.range.lowerBound) { words.append(word) }
      firstWords.append(words.count)
    }
    self.source = source
    self.bytes = bytes
    self.lines = lines
    self.words = words
    self.firstWords = firstWords
    isCaseless = bytes.lazy.filter { $0 >= 0x41 && $0 <= 0x5A }.prefix(20).count <= min(19, bytes.count / 200)
  }

  /// Takes the first lines of a text, some of them marked otherwise than there.
  init(_ whole: ReportText, lines: [Line]) {
    source = whole.source
    bytes = whole.bytes
    self.lines = lines
    firstWords = Array(whole.firstWords[...lines.count])
    words = Array(whole.words[..<whole.firstWords[lines.count]])
    isCaseless = whole.isCaseless
  }

  /// The index of the next line with words, past furniture and at most some blank lines. A note goes on in a note.
  func textLine(after index: Int, skippingBlanks limit: Int) -> Int? {
    var blanks = 0
    var next = index + 1
    while next < lines.count {
      let line = lines[next]
      if line.isText || line.isFootnote && lines[index].isFootnote { return next }
      // The blanks around furniture belong to the page break.
      if line.isBlank, !line.isBesidePage { blanks += 1 }
      if blanks > limit { return nil }
      next += 1
    }
    return nil
  }

  /// The words of a line.
  func words(onLine index: Int) -> ArraySlice<Word> { words[firstWords[index]..<firstWords[index + 1]] }

  /// The first word of a line, if it has any.
  func firstWord(onLine index: Int) -> Word? {
    firstWords[index] < firstWords[index + 1] ? words[firstWords[index]] : nil
  }

  /// The place of the first of some words that begins at an offset or after it.
  func firstPlace(at offset: Int, among places: Range<Int>) -> Int {
    words[places].partitioningIndex { $0.start >= offset }
  }

  /// The words that are wholly in a range.
  func words(in range: Range<Int>) -> ArraySlice<Word> {
    words[firstPlace(at: range.lowerBound, among: words.indices)...].prefix { $0.end <= range.upperBound }
  }

  /// The report's first words, past page furniture.
  func words(upTo count: Int, fromLine first: Int = 0) -> [Word] {
    var found: [Word] = []
    found.reserveCapacity(min(count, words.count - firstWords[first]))
    for index in lines.indices.dropFirst(first) where lines[index].isText {
      found += words(onLine: index).prefix(count - found.count)
      if found.count == count { break }
    }
    return found
  }

  /// Whether a range holds digits and nothing else.
  func isNumber(_ range: Range<Int>) -> Bool { !range.isEmpty && bytes[range].allSatisfy(\.isASCIIDigit) }

  /// The index of the line that an offset is on.
  func lineIndex(of offset: Int) -> Int {
    max(0, lines.partitioningIndex { $0.range.lowerBound > offset } - 1)
  }

  /// The words of a range as the report prints them, soft hyphens and control characters left out.
  func string(_ range: Range<Int>) -> String {
    string([range])
  }

  /// The number of characters of a range: a curved quotation mark is three bytes and one character.
  func characterCount(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { $0.characterCount(of: range) }
  }

  /// The words between two places, on one line, page furniture left out.
  func string(fromLine first: Int, at start: Int, toLine last: Int, at end: Int) -> String {
    guard last > first else { return string(start..<max(start, end)) }
    var ranges = [start..<lines[first].range.upperBound]
    for index in (first + 1)...last where lines[index].isText {
      let range = lines[index].range
      ranges.append(range.lowerBound..<(index == last ? max(range.lowerBound, end) : range.upperBound))
    }
    return string(ranges)
  }

  /// Damaged words as they are shown beside what they were read as; nil where there are none.
  func words(of damaged: [Range<Int>]) -> String? {
    damaged.isEmpty ? nil : damaged.map { string($0) }.joined(separator: " ")
  }

  /// The words of several ranges on one line, without those of a range inside one of them.
  func string(_ ranges: [Range<Int>], without removed: Range<Int>? = nil) -> String {
    if let removed, let index = ranges.firstIndex(where: { $0.contains(removed.lowerBound) }) {
      let whole = ranges[index]
      let parts = [
        whole.lowerBound..<removed.lowerBound, removed.upperBound..<max(removed.upperBound, whole.upperBound),
      ]
      return string(Array(ranges[..<index]) + parts + ranges[(index + 1)...])
    }
    var printed = TextNormalizer(capacity: ranges.reduce(0) { $0 + $1.count + 1 })
    for (place, range) in ranges.enumerated() {
      let joint = place > 0 ? joint(ranges[place - 1], range) : .blank
      if joint == .wholeWord { printed.dropHyphen() }
      printed.append(bytes, range, goesOn: joint != .blank)
    }
    return printed.string
  }

  /// Whether the range has nothing but blanks and light punctuation, or a footnote's digits touching the word before.
  func isTrivial(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var digits = 0
    while index < range.upperBound {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        digits += 1
        // A footnote sign follows at once; digits after a blank are a page number or something else.
        if digits > 2 || (index > 0 && bytes[index - 1] == 0x20) { return false }
      case 0x00...0x20, 0x2E, 0x2C, 0x3A, 0x3B, 0x29, 0x2A, 0x5F, 0x7C, 0x5B, 0x5D, 0x3F: break
      // A no-break space, or small digits above the line.
      case 0xC2 where index + 1 < range.upperBound && [0xA0, 0xB2, 0xB3, 0xB9].contains(bytes[index + 1]): index += 1
      case 0xE2 where index + 2 < range.upperBound && bytes[index + 1] == 0x81 && bytes[index + 2] >= 0xB0: index += 2
      default: return false
      }
      index += 1
    }
    return true
  }
}
