import ContentLoading
import Foundation
import Inspections
import TestSupport
import Testing

@testable import SiteGeneration

@Suite("The data files") struct DataFileTests {
  @Test func `begin with the mark that Excel needs and the columns that others rely on`() throws {
    let header = try #require(try SampleSite.text("data/judgements.csv").split(separator: "\r\n").first)
    #expect(
      header.hasPrefix(
        "\u{FEFF}service,authority_slug,authority_name,gss_code,framework,inspection_start,inspection_end,published,report_id,"
          + "judgement_id,group,title,grade,grade_number,status,"))
  }

  @Test func `have a row for every judgement, with nothing where there is no grade`() throws {
    let rows = try SampleSite.text("data/judgements.csv", of: [SampleReports.grouped]).split(separator: "\r\n")
    #expect(rows.count == 5)
    #expect(
      rows[2]
        == "everything,exampleshire,Exampleshire,E10999999,sample-grouped,2010-11-29,2010-12-10,2011-01-24,"
        + "exampleshire-2010-11-29-sample-grouped,safety.practice,Keeping safe,Quality of practice,,,conflict,"
        + "The quality of practice,,false,2,,4,"
        + "authorities/exampleshire/2010-11-29-sample-grouped/index.html#j-safety-practice,safety.practice,,true"
    )
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("=1+1", "'=1+1"),
    ("+44", "'+44"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "x"),
    ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ("a=b", "a=b"), ("a\0b", "ab"), ("\0=1", "'=1"), (" =1", " =1"),
  ])
  func `write fields that no spreadsheet takes for a formula`(text: String, field: String) {
    var bytes: [UInt8] = []
    bytes.append(field: text)
    #expect(String(decoding: bytes, as: UTF8.self) == field)
  }

  @Test func `show each authority's latest report of an overview's framework, and no grade it doesn't give`() throws {
    let rows = try SampleSite.text("data/d2i-compatible.csv").split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.allSatisfy { $0.count == 20 })
    #expect(rows.count == 2)
    let report = try #require(SampleReports.all.first { $0.framework == SampleFrameworks.overall.id })
    func grade(_ id: String) -> String { report.judgements.first { $0.id == id }?.grade ?? "" }
    #expect(rows[1][8] == grade("overall"))
    #expect(rows[1][16] == grade("help"))
    #expect(rows[1][17] == grade("care"))
    // Judged, but given no column by the framework.
    #expect(rows[1][15] == "" && rows[1][18] == "")
  }

  @Test func `are described column by column`() throws {
    let files = try SampleSite.files()
    let description = try #require(files["data/csv-metadata.json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(description)) as? [String: Any])
    for table in try #require(object["tables"] as? [[String: Any]]) {
      let name = try #require(table["url"] as? String)
      let schema = try #require(table["tableSchema"] as? [String: Any])
      let columns = try #require(schema["columns"] as? [[String: Any]])
      let file = String(decoding: try #require(files["data/\(name)"]), as: UTF8.self)
      #expect(
        file.split(separator: "\r\n").first.map { String($0) }
          == "\u{FEFF}" + columns.map { $0["name"] as? String ?? "" }.joined(separator: ","))
    }
  }

  @Test func `hold every statement of a grade, every doubt and every paragraph`() throws {
    var report = SampleReports.grouped
    report.licence = .ogl3
    func lines(_ name: String) throws -> Int {
      try SampleSite.text("data/\(name)", of: [report]).split(whereSeparator: \.isNewline).count
    }
    #expect(try lines("evidence.csv") == 1 + report.judgements.reduce(0) { $0 + $1.evidence.count })
    #expect(try lines("issues.csv") == 1 + report.diagnostics.count)
    #expect(try lines("paragraphs/exampleshire.ndjson") == report.findings.count)
  }

  @Test func `keep the text of narrow licences out of the paragraphs, unless the publisher says otherwise`() throws {
    var report = SampleReports.grouped
    report.licence = .ogl3
    let path = "data/paragraphs/exampleshire.ndjson"
    #expect(try SampleSite.files([report])[path]?.isEmpty == false)
    for strict in [Licence.nonCommercial, nil] {
      report.licence = strict
      #expect(try SampleSite.files([report])[path] == nil)
      #expect(try SampleSite.text("data/index.html", of: [report]).contains("The text of 1 report is not among"))
    }
    var configuration = SampleSite.configuration
    configuration.publishesAllText = true
    let files = try SampleSite.files([report], configuration: configuration)
    #expect(files[path]?.isEmpty == false)
  }

  @Test func `name only authorities that have reports`() throws {
    let rows = try SampleSite.text("data/authorities.csv").split(separator: "\r\n")
    #expect(rows.dropFirst().map { $0.prefix { $0 != "," } } == ["exampleshire", "newtown-council"])
  }
}

@Suite("The feed and the badges") struct FeedTests {
  @Test func `tell the day of publication, and the last day on site where none is known`() throws {
    let feed = try SampleSite.text("feed.xml")
    #expect(feed.contains("<updated>2026-05-01T00:00:00Z</updated>\n<author>"))
    #expect(
      feed.contains("<id>tag:example.org,2026:inspections/authorities/exampleshire/2010-11-29-sample-grouped/</id>"))
    #expect(feed.contains("Keeping safe, Quality of practice: no grade (the report disagrees with itself)."))
  }

  @Test func `show the overall grade where there is one, or else the profile, always with the date`() throws {
    let exampleshire = try SampleSite.text("badges/exampleshire.svg")
    #expect(
      exampleshire.contains(
        "<title id=\"title\">Exampleshire, The Inspectorate Overall March 2017: Requires improvement to be good</title>"
      ))
    #expect(exampleshire.contains("#f46a25"))
    let newtown = try SampleSite.text("badges/newtown-council.svg")
    #expect(newtown.contains("1 outstanding and 3 good"))
  }

  @Test(arguments: ["feed.xml", "feed.json", "calendar.ics", "authorities/exampleshire/feed.xml"])
  func `have other identifiers on another site of the same host`(path: String) throws {
    func identifiers(_ base: String) throws -> Set<Substring> {
      var configuration = SampleSite.configuration
      configuration.baseURL = base
      let file = String(decoding: try #require(try SampleSite.files(configuration: configuration)[path]), as: UTF8.self)
      let unfolded = file.replacing("\r\n ", with: "")
      return Set(unfolded.matches(of: /<id>[^<]*|"id": ?"tag:[^"]*|UID:.*/).map(\.output))
    }
    let (first, second) = (try identifiers("https://example.org/a/"), try identifiers("https://example.org/b/"))
    #expect(!first.isEmpty && first.isDisjoint(with: second))
    #expect(try identifiers("https://example.org/").isDisjoint(with: first))
  }

  @Test func `leave no page out of the site map`() throws {
    let files = try SampleSite.files()
    let map = String(decoding: try #require(files["sitemap.xml"]), as: UTF8.self)
    for path in files.keys where path.hasSuffix("index.html") || path.hasSuffix("follow-up.html") {
      let address = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
      #expect(map.contains("<loc>https://example.org/inspections/\(address)</loc>"))
    }
  }
}
