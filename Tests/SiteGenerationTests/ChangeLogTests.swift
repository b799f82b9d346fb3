import Diagnostics
import Inspections
import TestSupport
import Testing

@testable import ContentLoading
@testable import SiteGeneration

@Suite("What has changed since it was recorded") struct ChangeLogTests {
  private let address = "exampleshire/2010-11-29-sample-grouped"

  @Test func `is nowhere on a site that keeps no record`() throws {
    let files = try SampleSite.files()
    #expect(files["data/changes.csv"] == nil && files["changes.xml"] == nil)
    #expect(!String(decoding: try #require(files["corrections/index.html"]), as: UTF8.self).contains("changes"))
  }

  @Test func `is nothing where nothing has changed, and nothing is recorded twice`() throws {
    let recorded = try record(SampleReports.all, on: 2)
    #expect(recorded.count == 4)
    #expect(try record(SampleReports.all, on: 3, after: recorded) == recorded)
    #expect(try rows(SampleReports.all, recorded) == [])
    let generator = try SampleSite.generator(published: recorded)
    let files = try SampleSite.files(generator, of: SampleReports.all)
    #expect(generator.plan.entries.map(\.path).sorted() == files.keys.sorted())
    #expect(generator.plan.diagnostics == [])
    #expect(generator.problems { SampleSite.read($0, SampleReports.all) } == [])
  }

  @Test func `is a grade that is another, a report that is new, and one that is gone`() throws {
    let recorded = try record([SampleReports.grouped, SampleReports.profile], on: 2)
    var regraded = SampleReports.grouped
    regraded.source.sha256 = SampleReports.hash("e")
    regraded.judgements[0].grade = "good"
    let now = [regraded, SampleReports.overall]
    let expected = [
      "removed newtown-council/2026-04-27-sample-profile : newtown-council/2026-04-27-sample-profile > ",
      "removed newtown-council/2026-04-27-sample-profile care: good > ",
      "removed newtown-council/2026-04-27-sample-profile help: good > ",
      "removed newtown-council/2026-04-27-sample-profile leaders: good > ",
      "removed newtown-council/2026-04-27-sample-profile leavers: outstanding > ",
      "added exampleshire/2017-02-27-sample-overall :  > exampleshire/2017-02-27-sample-overall",
    ]
    let found = try rows(now, recorded)
    #expect(Array(found.prefix(expected.count)) == expected)
    #expect(found.last == "changed \(address) \(regraded.judgements[0].key): inadequate > good")
    // Once it is recorded it has a day, and is still the same change.
    let twice = try record(now, on: 5, after: recorded)
    #expect(try rows(now, twice) == found)
    let (before, after) = try (files(now, recorded), files(now, twice))
    #expect(
      text("data/changes.csv", after).contains("\r\n\(address)/2/\(regraded.judgements[0].key),2026-03-05,changed,"))
    #expect(text("data/changes.csv", before).contains("\r\n\(address)/2/\(regraded.judgements[0].key),,changed,"))
    #expect(text("changes.xml", after).contains("<updated>2026-03-05T00:00:00Z</updated>"))
    #expect(
      !text("changes.xml", before).contains("03-05") && text("changes.xml", before).contains("was inadequate, is good.")
    )
  }

  @Test func `leads from where a report was to where it is, however often it has moved`() throws {
    let first = try record([SampleReports.grouped], on: 2)
    var report = SampleReports.grouped
    report.inspection.start = CalendarDate(iso: "2010-11-28")
    report.source.sha256 = SampleReports.hash("e")
    let second = try record([report], on: 3, after: first)
    #expect(second.last?.former == address)
    report = report.moved(to: "new-shire", name: "New Shire")
    #expect(
      try rows([report], second).prefix(1) == [
        "moved new-shire/2010-11-28-sample-grouped : exampleshire/2010-11-28-sample-grouped > new-shire/2010-11-28-sample-grouped"
      ])
    let files = try files([report], second)
    let target = "authorities/new-shire/2010-11-28-sample-grouped/index.html"
    for old in ["authorities/\(address)/index.html", "authorities/exampleshire/2010-11-28-sample-grouped/index.html"] {
      let page = text(old, files)
      #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../../\(target)\">"))
      #expect(page.contains("<a href=\"../../../\(target)\">"))
      #expect(
        page.contains(
          "<link rel=\"canonical\" href=\"https://example.org/inspections/authorities/new-shire/2010-11-28-"))
      #expect(!text("sitemap.xml", files).contains(old.dropLast("index.html".count)))
    }
    #expect(text("authorities/exampleshire/index.html", files).contains("url=../../authorities/new-shire/index.html\""))
  }

  @Test func `says of what was taken away that it was, and leads nowhere`() throws {
    let recorded = try record([SampleReports.grouped, SampleReports.profile], on: 2)
    for recorded in [recorded, try record([SampleReports.grouped], on: 3, after: recorded)] {
      let files = try files([SampleReports.grouped], recorded)
      for path in ["2026-04-27-sample-profile/", ""] {
        let page = text("authorities/newtown-council/\(path)index.html", files)
        #expect(page.contains("no longer published") && !page.contains("http-equiv=\"refresh\""))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
      }
    }
  }

  @Test func `leaves an address to what is there now`() throws {
    let recorded = try record([SampleReports.grouped], on: 2)
    var moved = SampleReports.grouped
    moved.inspection.start = CalendarDate(iso: "2010-11-28")
    var other = SampleReports.grouped
    other.source = Report.Source(path: "other.txt", sha256: SampleReports.hash("f"), encoding: "utf-8", lines: 1)
    let generator = try SampleSite.generator([moved, other], published: recorded)
    #expect(generator.plan.diagnostics == [])
    #expect(generator.site.history.redirects.isEmpty)
  }

  @Test func `follows two reports of which one takes the other's place`() throws {
    var later = SampleReports.grouped
    later.source = Report.Source(path: "later.txt", sha256: SampleReports.hash("f"), encoding: "utf-8", lines: 1)
    later.inspection.start = CalendarDate(iso: "2010-11-30")
    let recorded = try record([SampleReports.grouped, later], on: 2)
    var moved = SampleReports.grouped
    moved.inspection.start = CalendarDate(iso: "2010-11-30")
    later.inspection.start = CalendarDate(iso: "2010-12-01")
    for recorded in [recorded, try record([moved, later], on: 3, after: recorded)] {
      let generator = try SampleSite.generator([moved, later], published: recorded)
      #expect(generator.site.history.redirects.map(\.path) == ["authorities/\(address)/index.html"])
      #expect(generator.site.history.redirects.first?.target?.contains("2010-11-30") == true)
      #expect(try record([moved, later], on: 4, after: recorded).count <= 4)
    }
  }

  @Test func `waits for a file that can't be read`() throws {
    let recorded = try record([SampleReports.grouped, SampleReports.profile], on: 2)
    let unread = UnreadFile(path: SampleReports.profile.source.path, diagnostics: [])
    let history = try SampleSite.generator([SampleReports.grouped], published: recorded, unread: [unread]).site.history
    #expect(history.changes.isEmpty && history.unrecorded.isEmpty && history.redirects.isEmpty)
  }

  /// Returns the record that `sitegen record` writes, read again.
  private func record(_ reports: [Report], on day: Int, after recorded: [PublishedReport] = []) throws
    -> [PublishedReport]
  {
    let date = try #require(CalendarDate(year: 2026, month: 3, day: day))
    let (file, _) = try SampleSite.generator(reports, published: recorded).record(on: date)
    let source = try #require(TextFile.decode(file, path: "published.csv").text)
    let (read, problems) = PublishedReport.load(source)
    #expect(problems == [])
    return read
  }

  private func rows(_ reports: [Report], _ recorded: [PublishedReport]) throws -> [String] {
    try SampleSite.generator(reports, published: recorded).site.history.changes.joined().map {
      "\($0.kind) \($0.report) \($0.judgement): \($0.was ?? "") > \($0.now ?? "")"
    }
  }

  private func files(_ reports: [Report], _ recorded: [PublishedReport]) throws -> [String: [UInt8]] {
    try SampleSite.files(try SampleSite.generator(reports, published: recorded), of: reports)
  }

  private func text(_ path: String, _ files: [String: [UInt8]]) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }
}
