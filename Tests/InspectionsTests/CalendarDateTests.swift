import Inspections
import Testing

@Suite("Days of the calendar") struct CalendarDateTests {
  @Test(arguments: ["2012-02-29", "2000-02-29", "2023-04-30", "2023-12-31"])
  func `are those that the calendar has`(text: String) {
    #expect(CalendarDate(iso: text)?.iso == text)
  }

  @Test(arguments: [
    "2011-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00", "23-01-01", "2023-1-01", "",
    "2023-01-01-01",
  ])
  func `are no others`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2011-01-24", 3, "2011-04-24"), ("2011-11-30", 3, "2012-02-29"), ("2011-08-31", 1, "2011-09-30"),
    ("2010-12-10", 0, "2010-12-10"), ("2010-12-31", 12, "2011-12-31"),
  ])
  func `some months later are the same day, or the last of a shorter month`(day: String, months: Int, later: String) {
    #expect(CalendarDate(iso: day)?.adding(months: months).iso == later)
  }
}
