import Diagnostics
import Inspections
import TestSupport
import Testing

@testable import SiteGeneration

@Suite("The plan of a site") struct SitePlanTests {
  @Test func `tells of two reports on one inspection, once`() throws {
    var twin = SampleReports.grouped
    twin.source.path = "Content/reports/twin.txt"
    let plan = try SampleSite.generator([SampleReports.grouped, twin]).plan
    #expect(plan.diagnostics.map(\.code) == [.pathCollision])
    let message = try #require(plan.diagnostics.first?.message)
    #expect(message.contains("“Content/reports/exampleshire-2010.txt” and “Content/reports/twin.txt”"))
    #expect(plan.entries.count == Set(plan.entries.map(\.path)).count)
  }

  @Test func `tells of a page that takes the place of another`() throws {
    let page = SourceText(path: "Content/pages/Data.md", text: "# Data\n")
    let plan = try SampleSite.generator(pages: [page]).plan
    #expect(
      plan.diagnostics.map(\.message) == [
        "“Content/pages/Data.md” and “the data page” would both be written to “data/index.html”"
      ])
  }

  @Test func `gives each inspection of an authority its own place`() throws {
    let plan = try SampleSite.generator().plan
    #expect(plan.diagnostics == [])
    let reports = plan.entries.map(\.path).filter { $0.hasSuffix("report.json") }
    #expect(
      reports == [
        "authorities/exampleshire/2010-11-29-sample-grouped/report.json",
        "authorities/exampleshire/2017-02-27-sample-overall/report.json",
        "authorities/exampleshire/undated-dddddddd-sample-outcome/report.json",
        "authorities/newtown-council/2026-04-27-sample-profile/report.json",
      ])
  }

  @Test func `tells of paths that differ only by capitals, and keeps one of them`() {
    let paths = ["b/index.html", "B/Index.html", "É/x", "é/x", "a"]
    let plan = SitePlan(paths.map { SitePlan.Entry(path: $0, source: "the source of \($0)") })
    #expect(plan.entries.map(\.path) == ["a", "B/Index.html", "É/x"])
    #expect(
      plan.diagnostics.map(\.message) == [
        "“the source of B/Index.html” and “the source of b/index.html” would both be written to “b/index.html”",
        "“the source of É/x” and “the source of é/x” would both be written to “é/x”",
      ])
  }
}
