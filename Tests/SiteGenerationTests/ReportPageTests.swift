import ContentLoading
import Diagnostics
import Inspections
import SiteGeneration
import TestSupport
import Testing

@Suite("The page of a report") struct ReportPageTests {
  private let page: String

  init() throws {
    page = try SampleSite.text("authorities/exampleshire/2010-11-29-sample-grouped/index.html")
  }

  @Test func `shows a grade with its words, its pips and its place on the scale`() {
    #expect(page.contains("Inadequate<span class=\"hidden\">, lowest of four</span>"))
    #expect(page.contains("Adequate<span class=\"hidden\">, third highest of four</span>"))
  }

  @Test func `shows no grade where the report disagrees with itself, and quotes it`() throws {
    let row = try #require(self.row(of: "j-safety-practice"))
    #expect(row.contains("The report disagrees with itself"))
    #expect(row.contains("<q>Grade 2 (good)</q>"))
    #expect(row.contains("Section heading, <a href=\"source.html#L30\">line 30</a>"))
    #expect(row.contains("<q>Quality of practice Adequate</q>"))
    #expect(!row.contains("badge-second") && !row.contains("badge-adequate"))
    #expect(!row.contains("<details"))
  }

  @Test func `says what was not found`() throws {
    #expect(try #require(row(of: "j-care-practice")).contains("Not found in the text"))
  }

  @Test func `says which damaged word was read as what`() throws {
    #expect(try #require(row(of: "j-care-overall")).contains("“A dequate” was read as “adequate”."))
  }

  @Test func `gives every paragraph an address`() {
    for anchor in ["p1", "l21", "p2", "p3"] { #expect(page.contains("class=\"paragraph\" id=\"\(anchor)\"")) }
    #expect(page.contains(">[2]</a>"))
    #expect(page.contains("Pupils got A*- C grades, see [1] &amp; &lt;note&gt;."))
  }

  @Test func `keeps the address of a point whatever stands before it`() throws {
    var report = SampleReports.grouped
    let first = report.recommendations[0]
    report.recommendations = [Recommendation(text: "New.", line: 39)] + report.recommendations + [first]
    let longer = try SampleSite.text("authorities/exampleshire/2010-11-29-sample-grouped/index.html", of: [report])
    func addresses(_ page: String) -> [String] {
      page.matches(of: #/<li id="(r[^"]*)"><a class="number"/#).map { String($0.output.1) }
    }
    let (before, after) = (addresses(page), addresses(longer))
    #expect(before.count == 3 && Set(after).count == 5)
    #expect(Array(after.dropFirst()) == before + [before[0] + "-2"])
  }

  @Test func `leads from every paragraph, point and statement to its line and its page of the official PDF`() throws {
    #expect(page.contains(#"<a href="source.html#L60">line 60</a></p>"#))
    var report = SampleReports.grouped
    report.source.pageStarts = [21, 42]
    report.source.header.sourceURL = "https://reports.example.org/1?a=1#top"
    let path = "authorities/exampleshire/2010-11-29-sample-grouped/index.html"
    let paged = try SampleSite.text(path, of: [report])
    for (line, page) in [(60, 3), (40, 2), (110, 3)] {
      let official = #"<a href="https://reports.example.org/1?a=1#page=\#(page)">page \#(page)</a>"#
      #expect(paged.contains(#"<a href="source.html#L\#(line)">line \#(line)</a>, \#(official)"#))
    }
    #expect(paged.contains("aria-label=\"Paragraph 3, page 3\""))
    report.source.header.sourceURL = nil
    #expect(try SampleSite.text(path, of: [report]).contains(">line 60</a>, page 3</p>"))
  }

  @Test func `publishes the PDF it was read from, where the publisher wishes so and the licence allows it`() throws {
    var (open, narrow) = (SampleReports.overall, SampleReports.profile)
    for isPDF in [false, true] {
      open.source.isPDF = isPDF
      narrow.source.isPDF = true
      open.source.pageStarts = [21]
      var configuration = SampleSite.configuration
      configuration.publishesOriginals = true
      let generator = try SampleSite.generator([open, narrow], configuration: configuration)
      let files = try SampleSite.files(generator, of: [open, narrow])
      let folder = "authorities/exampleshire/2017-02-27-sample-overall/"
      let page = String(decoding: try #require(files[folder + "index.html"]), as: UTF8.self)
      #expect((files[folder + "original.pdf"] != nil) == isPDF)
      #expect(generator.plan.entries.contains { $0.path == folder + "original.pdf" } == isPDF)
      #expect(page.contains(#"<a href="original.pdf#page=2">page 2</a>"#) == isPDF)
      #expect(page.contains(#"<a href="original.pdf">"#) == isPDF)
      #expect(!files.keys.contains { $0.contains("newtown") && $0.hasSuffix(".pdf") })
      let notes = generator.problems { SampleSite.read($0, [open, narrow]) }.filter { $0.code == .withheldOriginal }
      #expect(notes.map(\.location?.path) == [narrow.source.path] && notes[0].severity == .note)
    }
  }

  @Test func `marks due dates as computed`() {
    #expect(page.contains("<time datetime=\"2011-04-24\">24 April 2011</time>, computed from the publication date"))
  }

  @Test func `says that it is a summary, of what, and where the report is`() {
    #expect(page.contains("This is a summary prepared for this site."))
    #expect(page.contains("“Inspection of everything in Exampleshire”, The Inspectorate, 24 January 2011"))
    #expect(page.contains("href=\"https://reports.example.org/1?a=1&amp;b=2\""))
  }

  @Test func `points to a later inspection of the same authority`() throws {
    #expect(page.contains("There is a later inspection."))
    let latest = try SampleSite.text("authorities/exampleshire/2017-02-27-sample-overall/index.html")
    #expect(!latest.contains("There is a later inspection."))
  }

  @Test func `has no pips where the scale is a choice of sentences`() throws {
    let report = SampleReports.outcome
    let folder = "undated-dddddddd-sample-outcome"
    let page = try SampleSite.text("authorities/exampleshire/\(folder)/index.html", of: [report])
    #expect(page.contains("Here and there"))
    #expect(!page.contains("class=\"pips\""))
  }

  @Test func `tells those who hold a print where the rest is`() throws {
    let folder = "authorities/exampleshire/2010-11-29-sample-grouped/"
    let rest = "The findings, and the lines that each grade was read from, are on"
    #expect(page.contains("<p class=\"on-paper\">\(rest) https://example.org/inspections/\(folder)</p>"))
    var configuration = SampleSite.configuration
    configuration.baseURL = nil
    let files = try SampleSite.files(configuration: configuration)
    let homeless = String(decoding: try #require(files[folder + "index.html"]), as: UTF8.self)
    #expect(homeless.contains("\(rest) this report’s page of Sample site."))
  }

  @Test func `names the licence, or says that none is stated`() throws {
    #expect(page.contains("<dt>Licence</dt><dd>Not stated in the file supplied</dd>"))
    let open = try SampleSite.text("authorities/exampleshire/2017-02-27-sample-overall/index.html")
    #expect(open.contains(">Open Government Licence v3.0</a></dd>"))
  }

  @Test func `never has one address twice`() throws {
    var report = SampleReports.grouped
    report.findings += report.findings
    report.judgements += report.judgements
    let page = try SampleSite.text("authorities/exampleshire/2010-11-29-sample-grouped/index.html", of: [report])
    let body = try #require(page.components(after: "id=\"findings\""))
    let anchors = body.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(anchors.count == Set(anchors).count)
  }

  private func row(of anchor: String) -> String? {
    page.components(after: "<tr id=\"\(anchor)\"")?.components(before: "</tr>")
  }
}

extension String {
  fileprivate func components(after mark: String) -> String? {
    firstRange(of: mark).map { String(self[$0.upperBound...]) }
  }

  fileprivate func components(before mark: String) -> String? {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) }
  }
}
