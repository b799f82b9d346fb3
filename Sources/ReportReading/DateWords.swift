import Inspections

/// The words of dates.
extension DateParser {
  /// Returns the first and the last day of a month that is printed without days: `May 2019`.
  static func wholeMonth(_ cursor: WordCursor, in text: ReportText) -> DateParser? {
    var cursor = cursor
    guard let word = cursor.next(), let month = months[word.hash], let next = cursor.next(),
      let year = Int(text.string(next.range)), let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, ofYear: year))
    else { return nil }
    return DateParser(dates: [first, last], end: next.end)
  }

  /// The months by the hashes of their names, and of the names' first three and four letters.
  static let months: [UInt64: Int] = {
    var months: [UInt64: Int] = [:]
    for (index, name) in CalendarDate.monthNames.enumerated() {
      for form in [name, String(name.prefix(3)), String(name.prefix(4))] { months[Word.hash(of: form)] = index + 1 }
    }
    return months
  }()

  /// Returns the month whose name was damaged.
  static func damagedMonth(_ bytes: ArraySlice<UInt8>) -> Int? {
    let near = monthSpellings.values(like: bytes)
    return near.count == 1 ? near[0].value : nil
  }

  private static let monthSpellings = {
    var spellings = Spellings<Int>()
    for (index, name) in CalendarDate.monthNames.enumerated() { spellings.add(Array(name.utf8)[...], index + 1) }
    return spellings
  }()

  static let weekdays: WordSet = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "of", "on", "the", "from",
    "between",
  ]

  static let openings: WordSet = ["from", "between"]

  static let joiners: WordSet = ["to", "and", "until", "till", "through", "ndash", "mdash"]
}
