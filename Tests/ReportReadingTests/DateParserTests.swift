import Diagnostics
import Inspections
import Testing

@testable import ReportReading

@Suite("Printed dates")
struct DateParserTests {
  @Test(
    "dates in the forms that reports print",
    arguments: [
      ("29 November – 10 December 2010", "2010-11-29 2010-12-10"),
      ("8 October 2018 to 19 October 2018", "2018-10-08 2018-10-19"),
      ("24 – 28 June 2013", "2013-06-24 2013-06-28"),
      ("6 to 30 July 2015", "2015-07-06 2015-07-30"),
      ("4 July 2016–28 July 2016", "2016-07-04 2016-07-28"),
      ("1/06/2015 – 25/06/2015", "2015-06-01 2015-06-25"),
      ("04 Feb – 26 Feb 2014", "2014-02-04 2014-02-26"),
      ("5 to 9 December 2022 and 14 to 15 February 2023", "2022-12-05 2022-12-09 2023-02-14 2023-02-15"),
      ("29 November to 3 January 2022", "2021-11-29 2022-01-03"),
      ("Monday 2nd March 2020", "2020-03-02"),
      ("24 January\n2011", "2011-01-24"),
      ("10 March through 14 March 2020", "2020-03-10 2020-03-14"), ("10 t0 14 March 2020", "2020-03-10 2020-03-14"),
      ("10 March 2020 &ndash; 14 March 2020", "2020-03-10 2020-03-14"),
      ("10 March 2020 â€“ 14 March 2020", "2020-03-10 2020-03-14"), ("10 to l4 March 2020", "2020-03-10 2020-03-14"),
      ("10 \u{FFFD} 14 March 2020", "2020-03-10 2020-03-14"),
      ("10 March 2020\n– 14 March 2020", "2020-03-10 2020-03-14"),
      ("2 March to 6 March 2020 aud 4 to 5 May 2020", "2020-03-02 2020-03-06 2020-05-04 2020-05-05"),
      ("10 to 6 February 2020", ""), ("10 to 1 4 March 2020", ""),
      ("29 to 2 December 2020", ""), ("20 to 3 February 2023", ""), ("6, 7, 10 and 3 February 2023", ""),
      ("26, 27, 28 and 3 March 2023", ""), ("10 June to 6 February 2023", ""),
      ("28 December to 5 January 2023", "2022-12-28 2023-01-05"),
      ("1, 2 and 5 March 2023", "2023-03-01 2023-03-02 2023-03-05"),
      ("31 February 2012", ""), ("All", ""), ("March 2020", ""),
    ])
  func read(_ example: (String, String)) {
    let source = SourceText(path: "x", text: example.0)
    let text = ReportText(cleaning: source)
    let dates = DateParser.read(WordCursor(text, line: 0), in: text)
    #expect(dates.dates.map(\.iso).joined(separator: " ") == example.1)
  }
}
