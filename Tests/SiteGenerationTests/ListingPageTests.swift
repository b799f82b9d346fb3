import Inspections
import SiteGeneration
import TestSupport
import Testing

@testable import ContentLoading

@Suite("Pages over many reports") struct ListingPageTests {
  @Test func `compare one framework at a time, with a page for each grade`() throws {
    let two = [SampleReports.grouped, SampleReports.grouped.moved(to: "old-shire", name: "Old Shire")]
    let files = try SampleSite.files(two)
    let matrix = try SampleSite.text("compare/sample-grouped/index.html", of: two)
    #expect(matrix.contains("<table class=\"authorities matrix\">"))
    #expect(matrix.contains("data-name=\"Old Shire\" data-region=\"\" data-year="))
    #expect(matrix.contains(" data-narrow>"))
    #expect(files["compare/sample-grouped/safety-overall/inadequate/index.html"] != nil)
    #expect(files["compare/sample-grouped/safety-practice/good/index.html"] == nil, "a conflict is no grade")
    #expect(files.keys.allSatisfy { !$0.hasPrefix("compare/sample-overall/") })
  }

  @Test func `are not there while one authority has reports`() throws {
    let files = try SampleSite.files([SampleReports.grouped])
    #expect(files.keys.allSatisfy { !$0.hasPrefix("compare/") && !$0.hasPrefix("browse/") })
    #expect(files["recommendations/index.html"] != nil)
    #expect(try !SampleSite.text("index.html", of: [SampleReports.grouped]).contains("compare/index.html"))
  }

  @Test func `offer to find an authority where there are two`() throws {
    let two = [SampleReports.grouped, SampleReports.grouped.moved(to: "old-shire", name: "Old Shire")]
    let box = "<div class=\"find\" data-finder=\"Find an authority\">"
    #expect(try SampleSite.text("index.html", of: two).contains(box))
    #expect(try !SampleSite.text("index.html", of: [SampleReports.grouped]).contains("data-finder"))
  }

  @Test func `draw how often each grade was given, to scale`() throws {
    let two = [SampleReports.grouped, SampleReports.grouped.moved(to: "old-shire", name: "Old Shire")]
    let page = try SampleSite.text("compare/sample-grouped/index.html", of: two)
    let strip = "<svg class=\"strip\" viewBox=\"0 0 2 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    let bar = "<rect class=\"bar-bottom\" x=\"0\" width=\"2\" height=\"1\" vector-effect=\"non-scaling-stroke\"/>"
    #expect(page.contains(strip + bar + "</svg>"))
  }

  @Test func `say how an authority’s page is cited, with an address only where there is one`() throws {
    let path = "authorities/exampleshire/index.html"
    let words =
      "Reports on Exampleshire by The Inspectorate and Two inspectorates, as read by Sample site, "
      + "latest inspection 27 February 2017"
    let address = "https://example.org/inspections/authorities/exampleshire/"
    #expect(try SampleSite.text(path).contains("\(words), \(address)</p>"))
    var configuration = SampleSite.configuration
    configuration.baseURL = nil
    let files = try SampleSite.files(configuration: configuration)
    #expect(String(decoding: try #require(files[path]), as: UTF8.self).contains("\(words)</p>"))
  }

  @Test func `list what is due in a month`() throws {
    let page = try SampleSite.text("recommendations/due-2011-04/index.html")
    #expect(page.contains("due 24 April 2011, computed"))
    let report = try SampleSite.text("authorities/exampleshire/2010-11-29-sample-grouped/index.html")
    let points = report.matches(of: #/<li id="(r[0-9a-f]{8})"><a class="number" id="r[1-3]"/#).map(\.output.1)
    #expect(points.count == 3)
    let listed = page.matches(of: #/2010-11-29-sample-grouped\/index\.html#([^"]*)/#).map(\.output.1)
    #expect(listed == [points[1]])
  }

  @Test func `show all points of a service on pages of two hundred, and give them as one file`() throws {
    var report = SampleReports.grouped
    report.recommendations = (1...450).map { Recommendation(text: "Point \($0).", line: $0) }
    let folder = "recommendations/service-everything/"
    let files = try SampleSite.files([report])
    let pages = ["index.html", "page-2/index.html", "page-3/index.html"].map { folder + $0 }
    let planned = try SampleSite.generator([report]).plan.entries.map(\.path)
    for (path, count) in zip(pages, [200, 200, 50]) {
      let page = String(decoding: try #require(files[path]), as: UTF8.self)
      #expect(page.ranges(of: "<li class=\"point\">").count == count)
      #expect(page.contains("\(folder)recommendations.csv\"") && page.contains("\(folder)page-3/index.html"))
      #expect(planned.contains(path))
    }
    let table = String(decoding: try #require(files[folder + "recommendations.csv"]), as: UTF8.self)
    #expect(table == String(decoding: try #require(files["data/recommendations.csv"]), as: UTF8.self))
    #expect(
      planned.contains(folder + "recommendations.csv") && !planned.contains("recommendations/service-/index.html"))
    #expect(planned.filter { $0.hasPrefix("recommendations/service-") }.count == 4, "services without points have none")
  }

  @Test func `leave the script a file a year, and what points can be narrowed by`() throws {
    let files = try SampleSite.files()
    let year = String(decoding: try #require(files["recommendations/points-2017.js"]), as: UTF8.self)
    #expect(year.hasPrefix("sitegenPoints.points[\"2017\"] = [{\"authority\": \"exampleshire\""))
    #expect(year.contains("\"text\": \"Go on.\"") && !year.contains("See every child."))
    let choices = String(decoding: try #require(files["recommendations/choices.js"]), as: UTF8.self)
    #expect(choices.contains("\"years\": [\"2017\", \"2010\"]"))
    #expect(choices.contains("[\"exampleshire\", \"Exampleshire\", \"South West\"]"))
  }

  @Test func `count what the reports hold`() throws {
    let page = try SampleSite.text("method/index.html", of: [SampleReports.grouped])
    let row = "<tr><th scope=\"row\">Conflicts, shown without a grade</th><td>1</td><td>25.0 %</td></tr>"
    #expect(page.contains(row))
  }

  @Test func `lead each statement of a grade to its line`() throws {
    let folder = "authorities/exampleshire/2010-11-29-sample-grouped/"
    let report = try SampleSite.text(folder + "index.html")
    let source = try SampleSite.text(folder + "source.html")
    let lines = report.matches(of: #/statement-place">[^<]*<a href="source\.html#(L[0-9]+)/#).map {
      String($0.output.1)
    }
    #expect(lines.count == 5)
    for line in lines { #expect(source.contains("<li id=\"\(line)\" class=\"stated\"><mark>")) }
    #expect(source.contains("<meta name=\"robots\" content=\"noindex\">"))
  }
}

@Suite("Themes") struct ThemeTests {
  @Test(
    "a theme's word must begin a word",
    arguments: [
      ("Improve the supervision of staff.", ["management"]), ("Unsupervised contact", []),
      ("Life-story work for SEND pupils", ["story", "send"]), ("Sending letters", ["send"]), ("", []),
    ])
  func finds(_ example: (text: String, ids: [String])) {
    let finder = ThemeFinder([
      Theme(id: "management", title: "Management", words: ["supervis"]),
      Theme(id: "story", title: "Story", words: ["life story"]), Theme(id: "send", title: "SEND", words: ["send"]),
    ])
    #expect(finder.themes(of: example.text).map { finder.themes[$0.theme].id } == example.ids)
  }
}
