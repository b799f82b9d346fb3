import Inspections
import SiteGeneration
import TestSupport
import Testing

@Suite("Judgements of different frameworks") struct RelatedJudgementsTests {
  /// The later framework replaced the earlier, and two of its judgements have kin there.
  private static let frameworks: [Framework] = {
    var (earlier, later) = (SampleFrameworks.grouped, SampleFrameworks.overall)
    (earlier.began, later.began) = (2009, 2013)
    later.succeeds = [earlier.id]
    later.judgements[1].kin = [JudgementReference(framework: earlier.id, judgement: "safety.overall")]
    later.judgements[2].kin = [
      JudgementReference(framework: earlier.id, judgement: "care.overall"),
      JudgementReference(framework: earlier.id, judgement: "care.practice"),
    ]
    return [earlier, later, SampleFrameworks.outcome]
  }()

  @Test func `stand side by side on the page of their authority, without a word for better or worse`() throws {
    let page = try page("authorities/exampleshire/index.html", of: [SampleReports.grouped, SampleReports.overall])
    let section = try #require(page.part(from: "id=\"related\"", to: "</section>"))
    #expect(section.contains("they are not the same measure"))
    #expect(
      section.contains(
        "<th scope=\"col\">Grouped, 29 November 2010</th><th scope=\"col\">Overall, 27 February 2017</th>"))
    #expect(section.count(of: "<tr><th scope=\"row\">") == 2)
    let row = try #require(section.part(from: "<th scope=\"row\">Children in care</th>", to: "</tr>"))
    #expect(row.contains("<span class=\"when\">Living in care: Overall effectiveness</span>"))
    #expect(row.contains("<span class=\"when\">Living in care: Quality of practice</span>"))
    #expect(row.contains("badge-adequate") && row.contains("badge-second") && row.contains("no-grade-missing"))
    for word in ["higher", "lower", "better", "worse", "improved", "same grade", "Change"] {
      #expect(!section.replacing(", lowest of", with: "").replacing(" highest of", with: "").contains(word))
    }
  }

  @Test func `are not there with one report, or with reports that have none`() throws {
    for reports in [
      [SampleReports.grouped], [SampleReports.overall], [SampleReports.overall, SampleReports.outcome],
    ] {
      #expect(try !page("authorities/exampleshire/index.html", of: reports).contains("Related judgements"))
    }
  }

  @Test func `are named on the page of either framework`() throws {
    let later = try page("frameworks/sample-overall/index.html", of: [SampleReports.overall])
    #expect(
      later.contains(
        "Keeping safe: Overall effectiveness, <a href=\"../../frameworks/sample-grouped/index.html\">Grouped</a>"))
    #expect(later.contains("Grouped grades on another scale: Outstanding, Good, Adequate, Inadequate."))
    #expect(
      later.contains("Without a related judgement elsewhere: “Overall effectiveness”, “Care leavers” and “Leadership”.")
    )
    let earlier = try page("frameworks/sample-grouped/index.html", of: [SampleReports.overall])
    #expect(earlier.contains("Children in care, <a href=\"../../frameworks/sample-overall/index.html\">Overall</a>"))
    let none = try page("frameworks/sample-outcome/index.html", of: [SampleReports.overall])
    #expect(none.contains("No judgement of another framework here asks a related question."))
  }

  @Test func `are parted only as the framework says`() throws {
    var frameworks = Self.frameworks
    frameworks[1].judgements[3].splitOf = "care"
    frameworks[1].judgements[3].since = CalendarDate(iso: "2023-01-01")
    let page = try page("frameworks/sample-overall/index.html", of: [SampleReports.overall], frameworks)
    #expect(page.contains("“Children in care” has been judged apart since 1 January 2023, as “Care leavers”."))
  }

  @Test func `the tree of frameworks and the table beside it say the same`() throws {
    let page = try page("frameworks/index.html", of: [SampleReports.grouped, SampleReports.overall])
    let tree = try #require(page.part(from: "<svg class=\"tree\"", to: "</svg>"))
    #expect(tree.contains("Overall, for ever, took the place of Grouped, 1 report here."))
    #expect(tree.count(of: "<circle") == 3 && tree.count(of: "<path") == 1)
    #expect(!tree.contains("style=") && tree.contains("role=\"img\" aria-labelledby=\"tree-title tree-words\""))
    let row = try #require(page.part(from: "(Overall)", to: "</tr>"))
    #expect(row.contains("<td data-title=\"Took the place of\">Grouped</td>"))
    #expect(row.contains("<td data-title=\"Reports here\">1</td>"))
  }

  @Test func `no tree is drawn where none took another's place`() throws {
    let page = try page("frameworks/index.html", of: [SampleReports.grouped], SampleFrameworks.all)
    #expect(!page.contains("<svg class=\"tree\""))
    #expect(page.contains("<td data-title=\"Took the place of\">None of these</td>"))
  }

  private func page(_ path: String, of reports: [Report], _ frameworks: [Framework] = frameworks) throws -> String {
    let files = try SampleSite.files(try SampleSite.generator(reports, frameworks: frameworks), of: reports)
    return String(decoding: try #require(files[path], "there is no \(path)"), as: UTF8.self)
  }
}

extension String {
  func part(from start: String, to end: String) -> String? {
    firstRange(of: start).flatMap { start in
      self[start.upperBound...].firstRange(of: end).map { String(self[start.lowerBound..<$0.lowerBound]) }
    }
  }

  func count(of part: String) -> Int { ranges(of: part).count }
}
