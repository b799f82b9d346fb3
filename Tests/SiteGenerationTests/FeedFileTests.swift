import Foundation
import Inspections
import TestSupport
import Testing

@testable import SiteGeneration

@Suite("Feeds and calendars") struct FeedFileTests {
  @Test func `there is a feed of each authority and each framework, in two forms`() throws {
    let files = try SampleSite.files()
    for folder in ["", "authorities/exampleshire/", "frameworks/sample-grouped/"] {
      let atom = String(decoding: try #require(files[folder + "feed.xml"]), as: UTF8.self)
      let json = try JSONSerialization.jsonObject(with: Data(try #require(files[folder + "feed.json"])))
      let items = try #require((json as? [String: Any])?["items"] as? [[String: Any]])
      #expect(items.compactMap { $0["id"] as? String }.allSatisfy { atom.contains("<id>\($0)</id>") })
      #expect(items.count == atom.components(separatedBy: "<entry>").count - 1)
      let page = folder + "index.html"
      #expect(String(decoding: try #require(files[page]), as: UTF8.self).contains("feed.xml\" type=\"application/atom"))
    }
  }

  @Test func `a feed of one framework has its reports only, each with its grades`() throws {
    let feed = try SampleSite.text("frameworks/sample-grouped/feed.xml")
    #expect(!feed.contains("sample-overall"))
    #expect(feed.contains("<category term=\"Keeping safe, "))
  }

  @Test func `the points of one day are one entry of the calendar, dated by the report`() throws {
    let calendar = try SampleSite.text("authorities/exampleshire/calendar.ics")
    #expect(calendar.contains("\r\nDTSTART;VALUE=DATE:20110424\r\n"))
    #expect(calendar.contains("\r\nDTSTAMP:20110124T000000Z\r\n"))
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.hasSuffix("END:VCALENDAR\r\n"))
    let longest = calendar.components(separatedBy: "\r\n").map(\.utf8.count).max() ?? 0
    #expect(longest <= 75)
  }

  @Test func `lines are folded between characters`() {
    var text: [UInt8] = []
    DueCalendar.append(folded: String(repeating: "é", count: 60), to: &text)
    let lines = String(decoding: text, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.map(\.utf8.count) == [74, 47, 0])
    #expect(lines.joined().replacing(" ", with: "") == String(repeating: "é", count: 60))
  }

  @Test func `what has a meaning in a calendar is escaped`() {
    #expect(DueCalendar.escaped("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne")
  }

  @Test func `the plain text of every report is listed`() throws {
    let files = try SampleSite.files()
    let guide = String(decoding: try #require(files["llms.txt"]), as: UTF8.self)
    #expect(guide.hasPrefix("# Sample site\n\n> "))
    for path in files.keys where path.hasSuffix("report.md") {
      #expect(guide.contains("(https://example.org/inspections/\(path))"))
    }
  }
}
