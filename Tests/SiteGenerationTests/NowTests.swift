import ContentLoading
import Inspections
import TestSupport
import Testing

@testable import SiteGeneration

/// The latest state is counted once for all its uses: the page of a service, the home page, the comparisons, the data.
@Suite("What is true now") struct NowTests {
  /// The overall form replaced the grouped one; the outcome form is another service.
  private static let frameworks: [Framework] = {
    var (earlier, later) = (SampleFrameworks.grouped, SampleFrameworks.overall)
    (earlier.began, later.began) = (2009, 2013)
    later.succeeds = [earlier.id]
    earlier.service = nil
    return [earlier, later, SampleFrameworks.outcome]
  }()

  /// Exampleshire was inspected under both forms, Old Shire under the earlier one alone.
  private static let reports = [
    SampleReports.grouped, SampleReports.overall, SampleReports.outcome,
    SampleReports.grouped.moved(to: "old-shire", name: "Old Shire"),
  ]

  private static func files(asOf: String? = nil) throws -> [String: String] {
    var configuration = SampleSite.configuration
    configuration.asOf = asOf.flatMap { CalendarDate(iso: $0) }
    let generator = try SampleSite.generator(reports, configuration: configuration, frameworks: frameworks)
    return try SampleSite.files(generator, of: reports).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `services are the frameworks that follow each other, and those that name one`() {
    var visit = SampleFrameworks.outcome
    visit.id = "visit"
    visit.service = ServiceName(id: "everything", name: "Everything")
    let services = Service.all(of: FrameworkIndex(Self.frameworks + [visit]))
    #expect(services.map(\.id).contains("everything"))
    #expect(
      services.first { $0.id == "everything" }?.frameworks.map(\.id) == ["sample-grouped", "sample-overall", "visit"])
    #expect(services.map(\.name).sorted() == ["Everything", "Outcome"])
  }

  @Test func `has the latest report of the service, whatever came later of another`() throws {
    let page = try #require(Self.files()["services/everything/index.html"])
    #expect(page.count(of: "<tr data-name=") == 2)
    let row = try #require(page.part(from: "data-name=\"Exampleshire\"", to: "</tr>"))
    #expect(row.contains("sample-overall/index.html"))
    #expect(row.contains("data-title=\"Before\"><a href=\"../../authorities/exampleshire/2010-11-29-sample-grouped/"))
    #expect(row.contains("<td data-title=\"Change\"></td>"), "two frameworks are two measures")
    #expect(!row.contains("mostly well"))
  }

  @Test func `has the same counts everywhere`() throws {
    let files = try Self.files()
    let table = try #require(files["data/judgements.csv"]).dropFirst().split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let head = try #require(table.first)
    func column(_ name: Substring) throws -> Int { try #require(head.firstIndex(of: name)) }
    let (service, current) = (try column("service"), try column("is_current"))
    let (grade, authority) = (try column("grade"), try column("authority_slug"))
    let now = table.filter { $0.count == head.count && $0[service] == "everything" && $0[current] == "true" }
    let page = try #require(files["services/everything/index.html"])
    for name in ["inadequate", "good", "adequate", "requires improvement to be good"] {
      let counted = Set(now.filter { $0[grade] == name }.map { $0[authority] }).count
      let path = "services/everything/\(name.replacing(" ", with: "-"))/index.html"
      #expect(counted == (files[path]?.count(of: "<tr data-name=") ?? 0), "\(name)")
      let link = "<a href=\"../../\(path)\">\(counted)</a>"
      #expect(counted == 0 || page.contains(link), "\(name)")
    }
    let file = try #require(files["services/everything/now.csv"])
    #expect(file.split(separator: "\r\n").count - 1 == now.count)
    #expect(try #require(files["index.html"]).contains("<a href=\"services/everything/index.html\">Everything</a>"))
    #expect(files.keys.allSatisfy { !$0.hasPrefix("compare/") }, "no framework counts now for two authorities")
  }

  @Test func `counts months to the day that the publisher gives, and never asks the clock`() throws {
    func months(_ asOf: String?) throws -> String? {
      let page = try #require(Self.files(asOf: asOf)["services/everything/index.html"])
      return page.part(from: "data-since=\"2017-02-27\">", to: "</td>").map {
        String($0.drop { $0 != ">" }.dropFirst())
      }
    }
    #expect(try months("2026-07-27")?.hasPrefix("113") == true)
    #expect(try months("2026-07-26")?.hasPrefix("112") == true)
    #expect(try months("2010-01-01") == "")
    #expect(try months(nil) == "")
  }

  @Test func `stands on an authority's page service by service, without praise that is out of date`() throws {
    let page = try #require(Self.files()["authorities/exampleshire/index.html"])
    #expect(page.count(of: "<section class=\"latest-inspection\"") == 2)
    let card = try #require(page.part(from: "id=\"now-everything\"", to: "</section>"))
    #expect(card.contains("Before: <a href=\"2010-11-29-sample-grouped/index.html\">"))
    if let praise = page.part(from: "id=\"praised\"", to: "</section>") { #expect(!praise.contains("sample-grouped")) }
  }
}
