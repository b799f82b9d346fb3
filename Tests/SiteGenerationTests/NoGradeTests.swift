import Diagnostics
import Foundation
import Inspections
import Records
import SiteGeneration
import TestSupport
import Testing

@Suite("What has no grade, or no name in its framework") struct NoGradeTests {
  private static let folder = "authorities/exampleshire/2017-02-27-sample-overall/"
  private let files: [String: String]

  init() throws {
    var report = SampleReports.overall
    report.judgements[0].grade = nil
    report.judgements[0].status = .withheld
    report.judgements[0].reason = "another row of the table has no grade"
    report.judgements.append(
      Judgement(
        id: nil, title: "Work with young adults", printed: "Work with young adults", grade: "good", status: .single,
        evidence: [Evidence(kind: .frontTable, line: 9, text: "Work with young adults Good", grade: "good")]))
    files = try SampleSite.files([report]).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a withheld grade is said to be withheld, with its reason and the lines`() throws {
    let page = try #require(files[Self.folder + "index.html"])
    let row = try #require(page.row("j-overall"))
    #expect(row.contains("<span class=\"no-grade no-grade-withheld\">Withheld</span>"))
    #expect(row.contains("No grade is shown, because another row of the table has no grade. The text states:"))
    #expect(row.contains("href=\"source.html#L5\""))
    #expect(!row.contains("badge-third"))
    #expect(try #require(files[Self.folder + "report.md"]).contains("because another row of the table has no grade"))
  }

  @Test func `what is no grade stands on no badge`() throws {
    for (path, text) in files where path.hasPrefix("badges/") || path.hasPrefix("embed/") {
      #expect(!text.contains(">Withheld</text>") && !text.contains("badge-words\">Withheld"), "\(path)")
    }
    #expect(try #require(files["badges/exampleshire.svg"]).contains("No overall grade shown"))
    #expect(files["badges/exampleshire/overall.svg"] == nil)
    #expect(try #require(files["feed.xml"]).contains("no grade (withheld)"))
    let overview = try #require(files["data/d2i-compatible.csv"])
    #expect(!overview.contains("ithheld") && !overview.contains("requires improvement"))
  }

  @Test func `a judgement that the framework does not know is shown as printed, and has a key in the data`() throws {
    let page = try #require(files[Self.folder + "index.html"])
    let row = try #require(page.row("j-printed-work-with-young-adults"))
    #expect(row.contains("Work with young adults") && row.contains("Shown as printed") && row.contains("Good"))
    for name in ["judgements.csv", "evidence.csv"] {
      let table = try rows(name)
      let unknown = table.filter { $0["judgement_key"] == "printed.work-with-young-adults" }
      #expect(unknown.map { $0["judgement_id"] } == [""])
      #expect(Set(table.map { [$0["report_id"], $0["judgement_key"], $0["order"]] }).count == table.count)
    }
    let withheld = try #require(try rows("judgements.csv").first { $0["judgement_id"] == "overall" })
    #expect(withheld["status"] == "withheld" && withheld["grade"] == "")
    #expect(withheld["reason"] == "another row of the table has no grade")
    let json = try #require(files[Self.folder + "report.json"])
    #expect(json.contains("\"id\": null") && json.contains("\"reason\": \"another row"))
  }

  /// Returns a table without quoted fields, each row by its columns' names.
  private func rows(_ name: String) throws -> [[String: String]] {
    let lines = try #require(files["data/\(name)"]).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
  }
}

@Suite("Files that could not be read") struct UnreadFileTests {
  private func unread(_ start: String) throws -> UnreadFile {
    UnreadFile(
      path: "Content/reports/lost.txt",
      diagnostics: [Diagnostic(.error, .notAReport, "this is not a report of any known framework")],
      title: "Inspection of services", authority: SampleReports.overall.authority,
      inspection: Report.Inspection(start: CalendarDate(iso: start)),
      header: FrontMatter(sourceURL: "https://reports.example.org/9"))
  }

  private func page(_ path: String, _ file: UnreadFile) throws -> String {
    let reports = SampleReports.all
    let files = try SampleSite.files(try SampleSite.generator(reports, unread: [file]), of: reports)
    return String(decoding: try #require(files[path]), as: UTF8.self)
  }

  @Test func `are listed on the page about the method, with what is wrong`() throws {
    let method = try page("method/index.html", try unread("2019-05-01"))
    #expect(method.contains("lost.txt") && method.contains("This is not a report of any known framework."))
    #expect(method.contains("Exampleshire, 1 May 2019"))
    #expect(try !SampleSite.text("method/index.html").contains("could not be read"))
  }

  @Test func `are told of first on their authority’s page where they are later than all that is there`() throws {
    let path = "authorities/exampleshire/index.html"
    let later = try page(path, try unread("2019-05-01"))
    let notice = try #require(later.firstRange(of: "There is a later report that could not be read"))
    let latest = try #require(later.firstRange(of: "class=\"latest-inspection\""))
    #expect(notice.lowerBound < latest.lowerBound)
    #expect(later.contains("<a href=\"https://reports.example.org/9\">The official report</a>"))
    let earlier = try page(path, try unread("2013-05-01"))
    #expect(!earlier.contains("There is a later report"))
    let history = try #require(earlier.firstRange(of: "id=\"history\""))
    let items = earlier[history.upperBound...].split(separator: "<li>").dropFirst()
    let places = ["27 February to", "1 May 2013", "29 November to"].map { day in
      items.firstIndex { $0.contains(day) } ?? 0
    }
    #expect(places == places.sorted() && Set(places).count == 3)
    #expect(try !page("authorities/newtown-council/index.html", try unread("2026-09-01")).contains("could not be read"))
  }

  @Test func `change what an authority’s pages say of the rest of the site`() throws {
    func digests(_ unread: [UnreadFile]) throws -> [Fingerprint] {
      let generator = try SampleSite.generator(unread: unread)
      return generator.authorities.map(generator.dependencyDigest)
    }
    let (before, after) = (try digests([]), try digests([try unread("2019-05-01")]))
    #expect(zip(before, after).map { $0 == $1 } == [false, true])
  }
}

extension String {
  fileprivate func row(_ anchor: String) -> String? {
    guard let start = firstRange(of: "<tr id=\"\(anchor)\"") else { return nil }
    let rest = self[start.upperBound...]
    return rest.firstRange(of: "</tr>").map { String(rest[..<$0.lowerBound]) }
  }
}
