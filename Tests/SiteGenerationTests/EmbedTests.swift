import Foundation
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
    let badges = files.keys.filter { $0.hasPrefix("badges/exampleshire/") && !$0.contains("/service-") }
    #expect(badges.count == SampleReports.grouped.judgements.count { $0.grade != nil })
    let badge = try SampleSite.text(try #require(badges.sorted().first), of: [SampleReports.grouped])
    #expect(badge.contains("December 2010)"))
  }

  @Test func `each service has a badge of what it was judged last`() throws {
    let generator = try SampleSite.generator()
    let services = try #require(generator.site.authority(slug: "exampleshire")).judged.map(\.service.id)
    let files = try SampleSite.files(generator, of: SampleReports.all)
    #expect(services.count > 1)
    for service in services {
      let badge = try #require(files["badges/exampleshire/service-\(service).svg"])
      #expect(String(decoding: badge, as: UTF8.self).contains("Exampleshire, "))
    }
  }

  @Test func `what to paste is shown as text, with whole addresses`() throws {
    let page = try SampleSite.text("authorities/exampleshire/index.html")
    #expect(page.contains("&lt;img src=&quot;https://example.org/inspections/badges/exampleshire.svg&quot;"))
    // The pasted code stays the same when the picture changes, so it states no grade.
    #expect(page.contains("alt=&quot;Exampleshire: the latest inspection’s grades, as words on Sample site&quot;"))
  }

  @Test func `the latest report's page and its authority's name the card, and an older report's doesn't`() throws {
    let files = try SampleSite.files()
    let named = files.filter { $0.key.hasSuffix("index.html") }
      .filter { String(decoding: $0.value, as: UTF8.self).contains("og:image\"") }.keys.sorted()
    #expect(named.contains("authorities/exampleshire/index.html"))
    #expect(named.count == 2 * files.keys.count { $0.hasPrefix("cards/") })
    #expect(files["cards/exampleshire.svg"] != nil)
  }

  @Test func `a card has a line a judgement, or how many of each where they are many`() throws {
    var report = SampleReports.overall
    #expect(try lines(of: report) == report.judgements.count)
    report.judgements += report.judgements + report.judgements
    #expect(try lines(of: report) < 7)
  }

  private func lines(of report: Report) throws -> Int {
    try SampleSite.text("cards/exampleshire.svg", of: [report]).components(separatedBy: "width=\"10\"").count - 1
  }

  @Test func `the gallery has what to paste for every authority`() throws {
    let page = try SampleSite.text("embed/index.html")
    #expect(page.contains("src=\"../badges/exampleshire.svg\""))
    #expect(page.contains("&lt;iframe src=&quot;https://example.org/inspections/embed/exampleshire.html&quot;"))
  }
}
