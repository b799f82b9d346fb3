import Inspections
import TestSupport
import Testing

@testable import SiteGeneration

@Suite("What others embed") struct EmbedTests {
  @Test func `a card leads out of its frame, needs no script and always says the framework and the day`() throws {
    let card = try SampleSite.text("embed/exampleshire.html")
    #expect(card.contains("<base target=\"_top\">"))
    #expect(!card.contains("<script"))
    #expect(card.contains("March 2017"))
  }

  @Test func `each graded judgement of the latest report has a badge`() throws {
    let files = try SampleSite.files([SampleReports.grouped])
    let badges = files.keys.filter { $0.hasPrefix("badges/exampleshire/") }
    #expect(badges.count == SampleReports.grouped.judgements.count { $0.grade != nil })
    let badge = try SampleSite.text(try #require(badges.sorted().first), of: [SampleReports.grouped])
    #expect(badge.contains("December 2010)"))
  }

  @Test func `what to paste is shown as text, with whole addresses`() throws {
    let page = try SampleSite.text("authorities/exampleshire/index.html")
    #expect(page.contains("&lt;img src=&quot;https://example.org/inspections/badges/exampleshire.svg&quot;"))
  }
}
