import Inspections

/// Reads dates as reports print them: `29 November – 10 December 2010`, `4 July 2016–28 July 2016`, `1/06/2015`
/// (day first), `5 to 9 December 2022 and 14 to 15 February 2023`.
struct PrintedDates {
  /// A date with the parts that are printed.
  private struct Partial {
    var day: Int
    var month: Int?
    var year: Int?
  }

  /// The dates, in the order of printing, missing months and years taken from the date that follows; empty where the
  /// words are no dates or one of them can't be.
  ///
  /// `year` is the year of dates that print none at all.
  static func read(_ cursor: WordCursor, in text: ReportText, year: Int? = nil) -> [CalendarDate] {
    var partials = partials(cursor, in: text)
    if let year, let last = partials.indices.last, partials[last].year == nil { partials[last].year = year }
    guard !partials.isEmpty, let last = partials.last, last.month != nil, last.year != nil else { return [] }
    var filled: [CalendarDate] = []
    var following = last
    for partial in partials.reversed() {
      var month = partial.month ?? following.month
      var year = partial.year ?? following.year
      if partial.month == nil, partial.day > following.day, partial.year == nil, let next = month, next > 1 {
        // `29 to 2 December` can't be one month; leave the doubt to the calendar check of the range.
        month = next - 1
      }
      if partial.year == nil, let next = following.month, let own = month, own > next, let known = year {
        // A range over the turn of the year prints the year once, at its end.
        year = known - 1
      }
      guard let month, let year, let date = CalendarDate(year: year, month: month, day: partial.day) else { return [] }
      filled.append(date)
      following = Partial(day: partial.day, month: month, year: year)
    }
    return filled.reversed()
  }

  private static func partials(_ start: WordCursor, in text: ReportText) -> [Partial] {
    var cursor = start
    var partials: [Partial] = []
    for _ in 0..<30 {
      guard let word = cursor.next() else { break }
      let bytes = text.bytes[word.start..<word.end]
      if let (number, digits) = number(bytes) {
        if digits == 4 {
          guard (1990...2100).contains(number), let last = partials.indices.last else { break }
          if partials[last].year == nil { partials[last].year = number }
        } else if digits <= 2, followsSlash(word, in: text), let last = partials.indices.last,
          partials[last].month == nil, (1...12).contains(number)
        {
          partials[last].month = number
        } else if digits <= 2, (1...31).contains(number) {
          partials.append(Partial(day: number))
        } else {
          break
        }
      } else if let month = months[word.hash] ?? damagedMonth(bytes) {
        guard let last = partials.indices.last else { break }
        if partials[last].month == nil { partials[last].month = month }
      } else if !joiners.contains(word.hash) {
        break
      }
    }
    return partials
  }

  private static func followsSlash(_ word: Word, in text: ReportText) -> Bool {
    word.start > 0 && (text.bytes[word.start - 1] == 0x2F || text.bytes[word.start - 1] == 0x2E)
  }

  /// A number with the count of its digits; `1st` is one.
  private static func number(_ bytes: ArraySlice<UInt8>) -> (Int, digits: Int)? {
    let digits = bytes.prefix { $0.isASCIIDigit }
    guard (1...4).contains(digits.count) else { return nil }
    let suffix = String(decoding: bytes.dropFirst(digits.count), as: UTF8.self).lowercased()
    guard suffix.isEmpty || ["st", "nd", "rd", "th"].contains(suffix) else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
  }

  /// The months by the hashes of their names, and of the names' first three and four letters.
  private static let months: [UInt64: Int] = {
    var months: [UInt64: Int] = [:]
    for (index, name) in CalendarDate.monthNames.enumerated() {
      for form in [name, String(name.prefix(3)), String(name.prefix(4))] { months[Word.hash(of: form)] = index + 1 }
    }
    return months
  }()

  /// The month that a damaged name comes from.
  private static func damagedMonth(_ bytes: ArraySlice<UInt8>) -> Int? {
    let letters = WordRepair.folded(bytes)
    let near = CalendarDate.monthNames.indices.filter { index in
      WordRepair.cost(of: letters, as: Array(CalendarDate.monthNames[index].lowercased().utf8)) != nil
    }
    return near.count == 1 ? near[0] + 1 : nil
  }

  private static let joiners: Set<UInt64> = Set(
    [
      "to", "and", "from", "between", "until", "of", "monday", "tuesday", "wednesday", "thursday", "friday",
      "saturday", "sunday",
    ].map { Word.hash(of: $0) })
}
