/// A day of the calendar as reports print it, without a time or a time zone.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// The year, such as 2010.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Creates a date; nil if there is no such day, or its year is not between 1900 and 2199.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, ofYear: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Parses `YYYY-MM-DD`; nil for any other text.
  public init?(iso text: String) {
    guard text.utf8.count == 10 else { return nil }
    var number = 0
    for (place, byte) in text.utf8.enumerated() {
      let isHyphen = place == 4 || place == 7
      guard isHyphen ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte) else { return nil }
      if !isHyphen { number = number * 10 + Int(byte - 0x30) }
    }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Returns the number of days in a month.
  public static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Returns the same day some months later, or the month's last day if it is shorter.
  public func adding(months: Int) -> CalendarDate {
    let count = year * 12 + (month - 1) + months
    let (year, month) = (count / 12, count % 12 + 1)
    let day = min(day, CalendarDate.days(inMonth: month, ofYear: year))
    return CalendarDate(year: year, month: month, day: day) ?? self
  }

  /// The date as `YYYY-MM-DD`.
  public var iso: String { "\(year)-\(CalendarDate.twoDigits(month))-\(CalendarDate.twoDigits(day))" }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The date in British English: `29 November 2010`.
  public var words: String { "\(day) \(CalendarDate.monthNames[month - 1]) \(year)" }

  /// The months' English names, January first.
  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// Whether the first day is earlier than the second.
  public static func < (lhs: CalendarDate, rhs: CalendarDate) -> Bool {
    (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
  }
}
