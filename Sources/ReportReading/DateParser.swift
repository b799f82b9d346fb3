import Inspections

/// Parses dates as reports print them: `29 November – 10 December 2010`, `4 July 2016–28 July 2016`, `1/06/2015` (day
/// first), `5 to 9 December 2022 and 14 to 15 February 2023`.
struct DateParser {
  /// The dates, in the order of printing; a missing month or year is that of the following date.
  var dates: [CalendarDate] = []
  /// Whether days or months run backwards, as in `10 to 6 February`: the first one’s month or year is unknown, or the
  /// two are swapped, and nothing decides which.
  var isContrary = false
  /// Whether a further date seems to follow that can't be read.
  var isCutShort = false
  /// The byte offset after the last word of the dates.
  var end = 0

  var isEmpty: Bool { dates.isEmpty }

  /// A date with the parts that are printed.
  private struct Partial {
    var day: Int
    var month: Int?
    var year: Int?
  }

  /// Parses the dates at a position; returns none if the words are no dates or a date can't be read.
  ///
  /// `year` is the year of dates that print none at all.
  static func read(_ cursor: WordCursor, in text: ReportText, year: Int? = nil) -> DateParser {
    var reader = Reader(text, cursor)
    reader.read()
    reader.dropTornEnd()
    var partials = reader.partials
    if let year, let last = partials.indices.last, partials[last].year == nil { partials[last].year = year }
    guard let dates = filled(partials) else {
      let isContrary = zip(partials, partials.dropFirst()).contains {
        $0.month == nil && $0.day > $1.day || $0.year == nil && ($0.month ?? 0) > ($1.month ?? 12)
      }
      return DateParser(isContrary: isContrary)
    }
    return DateParser(dates: dates, isCutShort: reader.isCutShort, end: reader.end)
  }

  private static func filled(_ partials: [Partial]) -> [CalendarDate]? {
    guard let last = partials.last, last.month != nil, last.year != nil else { return nil }
    var filled: [CalendarDate] = []
    var following = last
    for partial in partials.reversed() {
      let month = partial.month ?? following.month
      var year = partial.year ?? following.year
      if partial.month == nil, partial.day > following.day { return nil }
      if partial.year == nil, let next = following.month, let own = month, own > next, let known = year {
        // A range over the turn of the year prints the year once, at its end. A range of many months is a slip.
        guard own - next > 12 - longestTurn else { return nil }
        year = known - 1
      }
      guard let month, let year, let date = CalendarDate(year: year, month: month, day: partial.day) else { return nil }
      filled.append(date)
      following = Partial(day: partial.day, month: month, year: year)
    }
    return filled.reversed()
  }

  /// The greatest number of months in a plausible range over the turn of a year.
  private static let longestTurn = 6

  // MARK: Words

  /// Parses the words of dates one by one.
  private struct Reader {
    let text: ReportText
    var cursor: WordCursor
    var partials: [Partial] = []
    var isCutShort = false
    /// Whether a word before the first date, `from` or `between`, says that a second follows.
    private var isRange = false
    /// Whether the last word was one that joins dates.
    private var isJoined = false
    /// The offset after the last word of a date.
    private(set) var end: Int
    private var line: Int

    init(_ text: ReportText, _ cursor: WordCursor) {
      self.text = text
      self.cursor = cursor
      end = cursor.position
      line = cursor.lineIndex
      let before = text.lines[line].range.lowerBound..<max(end, text.lines[line].range.lowerBound)
      isRange = text.words(in: before).last.map { DateParser.openings.contains($0.hash) } ?? false
    }

    /// Whether a word may occur between dates, or before a date.
    private func isJoiner(_ word: Word) -> Bool {
      DateParser.joiners.contains(word.hash) || DateParser.weekdays.contains(word.hash)
    }

    mutating func read() {
      defer { isCutShort = isCutShort || !partials.isEmpty && endsInDash || isRange && partials.count == 1 }
      for _ in 0..<30 {
        guard let word = next() else {
          isCutShort = isCutShort || isJoined && !partials.isEmpty
          return
        }
        if isPageNumber(word) { return }
        guard take(word) else {
          isCutShort =
            isCutShort || isJoined && mayLackDate(before: word)
            || !partials.isEmpty && cursor.lineIndex == line && mayBeDate(word)
          return
        }
        // `the` may begin the next sentence, so a joining word does not extend the dates by itself.
        guard !isJoiner(word) else { continue }
        end = word.end
        line = cursor.lineIndex
      }
    }

    /// Whether a number after complete dates is a page number, at the line's end in a column of its own.
    private func isPageNumber(_ word: Word) -> Bool {
      !isJoined && partials.last?.year != nil && cursor.lineIndex == line && text.isTrivial(cursor.rest)
        && text.isNumber(word.range) && isBlank(end..<word.start) && word.start - end >= TitleFinder.columnGap
    }

    /// Whether a date is missing after a joining word: `to` after a complete range may lead to the name of a place.
    private func mayLackDate(before word: Word) -> Bool {
      partials.count == 1 || partials.last?.year == nil || dateFollows(word)
        || text.bytes[word.range].contains(where: \.isASCIIDigit)
    }

    /// Whether only a dash follows the last date on its line.
    private var endsInDash: Bool {
      let rest = text.bytes[min(end, text.lines[line].range.upperBound)..<text.lines[line].range.upperBound]
      return (rest.contains(0x2D) || rest.contains(0x80) && rest.contains { (0x90...0x95).contains($0) })
        && rest.allSatisfy { !Fold.isWordASCII($0) }
    }

    /// Drops days after a complete date that have no month: they can't be read.
    mutating func dropTornEnd() {
      while let last = partials.last, last.month == nil, partials.dropLast().contains(where: { $0.year != nil }) {
        partials.removeLast()
        isCutShort = true
      }
    }

    /// Returns the next word; a line that begins with a dash continues a range.
    private mutating func next() -> Word? {
      if let word = cursor.next() {
        guard cursor.lineIndex == line || goesOn(with: word) else { return nil }
        return word
      }
      guard !partials.isEmpty, let below = text.textLine(after: cursor.lineIndex, skippingBlanks: 0),
        text.lines[below].hasBullet
      else { return nil }
      var after = WordCursor(text, line: below)
      guard let word = after.next(), number(word) != nil, after.next().map({ month($0) != nil }) == true else {
        return nil
      }
      cursor = WordCursor(text, line: below, position: word.end)
      return word
    }

    /// Whether dates continue with the first word of another line: they are incomplete, or the word joins them.
    private func goesOn(with word: Word) -> Bool {
      guard let last = partials.last, last.month != nil, last.year != nil, !isJoined else { return true }
      if isJoiner(word) { return true }
      return text.bytes[end..<text.lines[line].range.upperBound].contains { $0 > 0x20 && $0 != 0x2E }
        || text.bytes[text.lines[cursor.lineIndex].range.lowerBound] >= 0x80
    }

    /// Adds a word to the dates; returns false if it is not part of a date.
    private mutating func take(_ word: Word) -> Bool {
      if let number = number(word) { return take(number.value, digits: number.digits, word) }
      if let month = month(word) {
        guard let last = partials.indices.last else { return false }
        // `10 June to July`: the second day is lost.
        guard !isJoined, partials[last].month == nil else {
          isCutShort = true
          return false
        }
        partials[last].month = month
      } else if isJoiner(word) {
        // `to 15 December`: the first day is lost.
        guard !partials.isEmpty || DateParser.weekdays.contains(word.hash) else { return false }
        isRange = isRange || partials.isEmpty && DateParser.openings.contains(word.hash)
        isJoined = isJoined || !DateParser.weekdays.contains(word.hash)
      } else if !partials.isEmpty, !isJoined, mayJoin(word) {
        isJoined = true
      } else {
        return isDash(word)
      }
      return true
    }

    private mutating func take(_ value: Int, digits: Int, _ word: Word) -> Bool {
      guard isReadable(word) else {
        isCutShort = true
        return false
      }
      if digits == 4 {
        guard (1990...2100).contains(value), let last = partials.indices.last, !isJoined else { return false }
        if partials[last].year == nil { partials[last].year = value }
      } else if digits <= 2, follows(word, by: [0x2F, 0x2E]), let last = partials.indices.last,
        partials[last].month == nil, (1...12).contains(value)
      {
        partials[last].month = value
      } else if digits <= 2, (1...31).contains(value) {
        // `1 4 June`: two days without a word between them are one day torn in two.
        if let last = partials.last, last.month == nil, !isJoined, isBlank(end..<word.start) {
          partials = []
          return false
        }
        partials.append(Partial(day: value))
        isJoined = false
      } else {
        return false
      }
      return true
    }

    /// Whether a short word without digits is in the place of `to` or `and`: a day and the rest of a date follow.
    private func mayJoin(_ word: Word) -> Bool {
      let bytes = text.bytes[word.range]
      guard isDash(word) || bytes.count <= 3 || bytes.elementsEqual("ndash".utf8) || bytes.elementsEqual("mdash".utf8)
      else { return false }
      return dateFollows(word)
    }

    /// Whether a word has no ASCII letter: the rest of a dash in a wrong encoding.
    private func isDash(_ word: Word) -> Bool {
      text.bytes[word.range].allSatisfy { $0 >= 0x80 }
    }

    /// Whether a word that can't be read may belong to a further date; a capitalised word opens a label.
    private func mayBeDate(_ word: Word) -> Bool {
      let isLabel =
        word.count > 3 && !text.beginsLowerCase(word.range)
        && !text.bytes[word.start].isASCIIDigit
      return !isLabel && !follows(word, by: [0x28]) && dateFollows(word)
    }

    /// Whether a day with a month, or a month with a year, follows within a few words on the same line or the next.
    private func dateFollows(_ word: Word) -> Bool {
      var ahead = cursor
      var isDay = number(word) != nil
      for _ in 0..<5 {
        guard let word = ahead.next() else { return false }
        if isDay, month(word) != nil || isJoiner(word) || isDash(word) { return true }
        isDay = number(word).map { $0.digits <= 2 } ?? false
        if number(word)?.digits == 4 { return true }
      }
      return false
    }

    // MARK: Parts of dates

    /// Returns a number and the count of its digits; `1st` is a number, and `l4` is 14.
    private func number(_ word: Word) -> (value: Int, digits: Int)? {
      let bytes = Array(text.bytes[word.range])
      let digits = bytes.prefix { $0.isASCIIDigit || [0x6C, 0x49, 0x4F, 0x6F].contains($0) }
      guard (1...4).contains(digits.count), digits.contains(where: \.isASCIIDigit) else { return nil }
      let suffix = String(decoding: bytes.dropFirst(digits.count), as: UTF8.self).lowercased()
      guard suffix.isEmpty || ["st", "nd", "rd", "th"].contains(suffix) else { return nil }
      let value = digits.reduce(0) { sum, byte in
        sum * 10 + (byte.isASCIIDigit ? Int(byte - 0x30) : byte | 0x20 == 0x6F ? 0 : 1)
      }
      return (value, digits.count)
    }

    private func month(_ word: Word) -> Int? {
      DateParser.months[word.hash] ?? DateParser.damagedMonth(text.bytes[word.range])
    }

    /// Whether a number is complete: no unreadable character touches it.
    private func isReadable(_ word: Word) -> Bool {
      func isReplacement(_ index: Int) -> Bool {
        index >= 0 && index + 2 < text.bytes.count && text.bytes[index..<index + 3].elementsEqual([0xEF, 0xBF, 0xBD])
      }
      func isMark(_ index: Int) -> Bool {
        index >= 0 && index < text.bytes.count && [0x3F, 0x23, 0x2A, 0x7E].contains(text.bytes[index])
      }
      return !isReplacement(word.end) && !isReplacement(word.start - 3) && !isMark(word.end) && !isMark(word.start - 1)
    }

    private func follows(_ word: Word, by signs: [UInt8]) -> Bool {
      word.start > 0 && signs.contains(text.bytes[word.start - 1])
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
      text.bytes[min(range.lowerBound, range.upperBound)..<range.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
  }
}
