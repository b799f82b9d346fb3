import Diagnostics

/// The second pass: splits a text into lines and marks those that belong to the page.
///
/// Page numbers and running heads are recognised by their position (next to a page break) and by being repeated on
/// other pages, never by their words.
struct LineCleaner {
  private let source: SourceText
  private let bytes: [UInt8]
  private var lines: [Line] = []

  /// Returns the lines of a text from a line on (counted from 1); `bytes` are the source's without marks of Markdown.
  static func clean(_ source: SourceText, _ bytes: [UInt8], from firstLine: Int) -> [Line] {
    var cleaner = LineCleaner(source: source, bytes: bytes)
    cleaner.split(from: firstLine)
    cleaner.closeUp()
    cleaner.markFurniture()
    Footnotes(bytes: bytes).mark(&cleaner.lines)
    cleaner.markBlanks()
    return cleaner.lines
  }

  private mutating func split(from firstLine: Int) {
    lines.reserveCapacity(source.lineCount)
    guard firstLine <= source.lineCount else { return }
    let hasCells = bytes.firstIndex(of: MarkdownStripper.cellEnd, from: 0) != nil
    for number in firstLine...source.lineCount {
      let whole = source.range(ofLine: number)
      guard hasCells, bytes[whole].contains(MarkdownStripper.cellEnd) else {
        append(whole, number)
        continue
      }
      // The text of one cell of a table's row does not continue in the next.
      let cells = bytes[whole].split(separator: MarkdownStripper.cellEnd)
      for cell in cells where cell.contains(where: { $0 > 0x20 }) { append(cell.indices, number) }
    }
  }

  private mutating func append(_ whole: Range<Int>, _ number: Int) {
    let start = bytes[whole].firstIndex { $0 > 0x20 } ?? whole.upperBound
    let end = bytes[start..<whole.upperBound].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    let startsPage = bytes[whole.lowerBound..<start].contains(0x0C) || bytes[end..<whole.upperBound].contains(0x0C)
    var line = Line(number: number, range: start..<end, isBlank: start == end, startsPage: startsPage)
    if !line.isBlank { Self.stripOpening(of: &line, in: bytes) }
    lines.append(line)
  }

  /// Strips a bullet, or the marks of a Markdown heading, from the front of a line. A line that is only a bullet keeps
  /// an empty range: its words are on a later line.
  private static func stripOpening(of line: inout Line, in bytes: [UInt8]) {
    var start = line.range.lowerBound
    let end = line.range.upperBound
    if let (sign, width) = Bullet.sign(in: bytes, at: start, to: end) {
      line.bullet = sign
      start += width
    } else if bytes[start] == 0x23 {
      while start < end, bytes[start] == 0x23 { start += 1 }
    }
    while start < end, bytes[start] <= 0x20 { start += 1 }
    line.range = start..<end
  }

  /// Drops one of each run of blank lines if nearly every line is followed by a blank one, as some character
  /// recognition writes: such blank lines are not separators.
  private mutating func closeUp() {
    let texts = lines.indices.dropLast().filter { !lines[$0].isBlank }
    let apart = texts.count { lines[$0 + 1].isBlank }
    guard texts.count >= 40, apart * 20 >= texts.count * 19 else { return }
    var kept: [Line] = []
    for line in lines where !(line.isBlank && !line.startsPage && kept.last?.isBlank == false) { kept.append(line) }
    lines = kept
  }

  // MARK: Furniture

  private mutating func markFurniture() {
    let breaks = lines.indices.filter { lines[$0].startsPage }
    guard !breaks.isEmpty else { return markDatedHeads() }
    var repeats: [UInt64: Int] = [:]
    let edges = (breaks + [lines.count]).flatMap(edges)
    // On a short page a line is near both of its edges; it counts once.
    var keys: [Int: UInt64] = [:]
    for index in edges.joined() where keys[index] == nil {
      let key = digitlessHash(of: lines[index])
      keys[index] = key
      repeats[key, default: 0] += 1
    }
    // A line of words twice beside page breaks may be a cover's title and the report's, or a judgement's in body and
    // record.
    let plain = max(3, min(4, breaks.count / 2))
    let numbered = breaks.count == 1 ? 3 : max(2, min(4, breaks.count / 2))
    for edge in edges {
      // What is behind a line of the text is text, however often it comes: two headings' grades.
      var isOutside = true
      for index in edge {
        let line = lines[index]
        let threshold = bytes[line.range].contains(where: \.isASCIIDigit) ? numbered : plain
        let isHead = mayBeRunningHead(line) && repeats[keys[index] ?? 0, default: 0] >= threshold
        if isPageNumber(line) || isHead && isOutside { lines[index].isFurniture = true }
        isOutside = isOutside && lines[index].isFurniture
      }
    }
  }

  /// How often a line with a year must come to be a running head.
  private static let fewestHeads = 3

  /// Marks running heads in a text without page breaks: a line with a year in it that is repeated (digits aside), the
  /// lines beside it that are repeated as often, and page numbers beside it.
  private mutating func markDatedHeads() {
    guard hasDatedHead else { return }
    let texts = lines.indices.filter { !lines[$0].isBlank }
    var repeats: [UInt64: Int] = [:]
    let keys = texts.map { digitlessHash(of: lines[$0]) }
    for key in keys { repeats[key, default: 0] += 1 }
    for (place, index) in texts.enumerated() {
      let count = repeats[keys[place], default: 0]
      guard count >= Self.fewestHeads, hasYear(lines[index]) else { continue }
      lines[index].isFurniture = true
      for neighbour in [place - 1, place + 1] where texts.indices.contains(neighbour) {
        let line = texts[neighbour]
        let isPart = repeats[keys[neighbour], default: 0] == count && mayBeRunningHead(lines[line])
        if isPart || isPageNumber(lines[line]) { lines[line].isFurniture = true }
      }
    }
  }

  /// Whether a line with a year in it is repeated. Only lines whose first and last letters are the same are compared,
  /// since most texts have no such head.
  private var hasDatedHead: Bool {
    func ends(_ line: Line) -> UInt64 {
      let letters = bytes[line.range].lazy.filter { $0 > 0x20 && !$0.isASCIIDigit }
      func number(_ letter: UInt64, _ next: UInt8) -> UInt64 { letter << 8 | UInt64(Fold.lowercased(next)) }
      return letters.reversed().prefix(4).reduce(letters.prefix(4).reduce(0, number), number)
    }
    var dated: Set<UInt64> = []
    for century in ["19", "20"] {
      // Front matter is before the first line, and may be all there is.
      var place = lines.first?.range.lowerBound ?? bytes.count
      while let next = bytes.firstIndex(of: century, from: place) {
        let line = lines[lines.partitioningIndex { $0.range.lowerBound > next } - 1]
        if hasYear(line) { dated.insert(ends(line)) }
        place = max(next + 2, line.range.upperBound)
      }
    }
    var repeats: [UInt64: Int] = [:]
    for line in lines where !line.isBlank && dated.contains(ends(line)) {
      repeats[digitlessHash(of: line), default: 0] += 1
    }
    return repeats.values.contains { $0 >= Self.fewestHeads }
  }

  private func hasYear(_ line: Line) -> Bool {
    var cursor = 0
    while let word = Word.next(in: bytes.span.extracting(line.range), from: &cursor, offset: line.range.lowerBound) {
      let digits = bytes[word.range]
      if digits.count == 4, digits.allSatisfy(\.isASCIIDigit),
        digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8)
      {
        return mayBeRunningHead(line)
      }
    }
    return false
  }

  /// The maximum number of lines, mostly blank, between a page's edge and its head or foot.
  private static let pageMargin = 40

  /// Returns the lines that may be a running head or page number, from the page's edge inwards: the last three above a
  /// break, and the first three below.
  private func edges(of index: Int) -> [[Int]] {
    let above = (max(0, index - Self.pageMargin + 1)..<index).reversed().lazy.filter { !lines[$0].isBlank }
    let below = (index..<min(lines.count, index + Self.pageMargin)).lazy.filter { !lines[$0].isBlank }
    return [Array(above.prefix(3)), Array(below.prefix(3))]
  }

  /// Marks the blank lines below furniture, and above furniture or a page's beginning.
  private mutating func markBlanks() {
    for index in lines.indices.dropFirst() where lines[index].isBlank {
      let above = lines[index - 1]
      lines[index].isBesidePage = above.isBlank ? above.isBesidePage : above.isFurniture
    }
    var isAbove = false
    for index in lines.indices.reversed() {
      isAbove = lines[index].startsPage || (lines[index].isBlank ? isAbove : lines[index].isFurniture)
      if lines[index].isBlank, isAbove { lines[index].isBesidePage = true }
    }
  }

  private func isPageNumber(_ line: Line) -> Bool {
    (1...4).contains(line.range.count) && bytes[line.range].allSatisfy { $0.isASCIIDigit }
  }

  /// Whether a repeated line may be a running head: it is longer than any grade, or has a date or page number in it.
  private func mayBeRunningHead(_ line: Line) -> Bool {
    let digits = bytes[line.range].count { $0.isASCIIDigit }
    return line.range.count - digits >= (digits > 0 ? 6 : 32)
  }

  private func digitlessHash(of line: Line) -> UInt64 {
    var hash = Fold.seed
    for byte in bytes[line.range] {
      // Without a branch, which no processor could predict.
      hash = byte > 0x20 && !byte.isASCIIDigit ? Fold.mix(hash, Fold.lowercased(byte)) : hash
    }
    return hash
  }
}
