import Diagnostics
import Inspections
import Testing

@testable import ReportReading

@Suite("Problems of reading")
struct ReadingProblemTests {
  @Test(
    "what is not a report is one clear error",
    arguments: [
      ("", DiagnosticCode.emptyFile), (" \n\u{0C}\n", .emptyFile), ("Dear reader,\nnothing here.", .notAReport),
      ("\u{0}\u{1}\u{2}", .emptyFile), (String(repeating: "x", count: 100_000), .notAReport),
    ])
  func notAReport(_ example: (String, DiagnosticCode)) {
    let reading = ExampleFrameworks.read(example.0)
    #expect(reading.report == nil)
    #expect(reading.diagnostics.map(\.code) == [example.1])
    #expect(reading.diagnostics.first?.severity == .error)
  }

  @Test("an authority that is not in the register is an error that gives the line to add, not a guess")
  func unknownAuthority() throws {
    let text = "Inspection of Examplshire ferry services\nInspection dates: 1 May 2019\nThe overall judgement is good"
    let reading = ExampleFrameworks.read(text)
    #expect(reading.report == nil)
    let diagnostic = try #require(reading.diagnostics.first { $0.code == .unknownAuthority })
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.message.contains("Exampleshire"))
    #expect(diagnostic.location?.line == 1)
    #expect(diagnostic.suggestion?.line.hasPrefix("examplshire,Examplshire,") == true)
  }

  @Test("a name that fits two bodies is an error")
  func ambiguousAuthority() throws {
    let register = AuthorityRegister(authorities: [
      Authority(slug: "sampleton", name: "Sampleton", officialName: "Sampleton Council"),
      Authority(slug: "sampleton-county", name: "Sampleton", officialName: "Sampleton County Council"),
    ])
    let text = "Inspection of Sampleton ferry services\nInspection dates: 1 May 2019\nThe overall judgement is good"
    let reader = ReportParser(frameworks: [ExampleFrameworks.tabled], register: register)
    let reading = reader.read(Array(text.utf8), path: "x")
    #expect(reading.report == nil)
    #expect(reading.diagnostics.contains { $0.code == .ambiguousAuthority && $0.severity == .error })
  }

  @Test("a title that may have lost a word of the name that the text prints more often is an error")
  func shortenedName() throws {
    let register = AuthorityRegister(authorities: [
      Authority(slug: "north-port", name: "North Port", officialName: "North Port Council"),
      Authority(slug: "north-east-port", name: "North East Port", officialName: "North East Port Council"),
      Authority(slug: "sampleton", name: "Sampleton", officialName: "Sampleton Council"),
    ])
    let reader = ReportParser(frameworks: [ExampleFrameworks.tabled], register: register)
    func codes(_ body: String) -> [DiagnosticCode] {
      let text =
        "Inspection of North Port ferry services\nInspection dates: 1 May 2019\nThe overall judgement is good\n"
      return reader.read(Array((text + body).utf8), path: "x").diagnostics.map(\.code)
    }
    let body = "\nFerries of North East Port and Sampleton rest.\n\nNorth East Port and Sampleton are near.\n"
    #expect(codes(body).contains(.ambiguousAuthority))
    #expect(!codes(body + "\nFerries of North Port rest.\n").contains(.ambiguousAuthority))
  }

  @Test("the publisher's header says what the text does not, and a wrong key is an error at its place")
  func header() throws {
    let good = """
      ---
      summary-of: "Inspection of Port Sample ferry services"   # the published title
      source: https://example.org/report
      published: 2019-07-01
      ---
      Inspection of Port Sample ferry services
      Inspection dates: 4 to 15 March 2019
      The overall judgement is good
      """
    let report = try #require(ExampleFrameworks.read(good).report)
    #expect(report.inspection.published?.iso == "2019-07-01")
    #expect(report.source.header.summaryOf == "Inspection of Port Sample ferry services")
    for (written, title) in [
      ("'A “B”' # c", "A “B”"), ("\"A\" and \"B\"", "A\" and \"B"), ("\"A\" of B", "\"A\" of B"), ("'A", "'A"),
    ] {
      let text = good.replacing("\"Inspection of Port Sample ferry services\"   # the published title", with: written)
      #expect(try #require(ExampleFrameworks.read(text).report).source.header.summaryOf == title)
    }
    #expect(report.authority.slug == "port-sample")
    for (wrong, message) in [
      ("sorce: https://example.org", "unknown key “sorce”"), ("source: javascript:alert(1)", "web address"),
      ("published: 1 July 2019", "“published” must be a date"), ("no colon", "expected “key: value”"),
    ] {
      let reading = ExampleFrameworks.read("---\n\(wrong)\n---\nInspection of Port Sample ferry services\n")
      #expect(reading.report == nil)
      #expect(reading.diagnostics.first?.location?.line == 2)
      #expect(reading.diagnostics.first?.message.contains(message) == true, "\(wrong)")
    }
    #expect(ExampleFrameworks.read("---\nlicence: ogl-3\ntext").diagnostics.first?.code == .invalidHeader)
  }

  @Test(
    "blank lines before front matter do not hide it",
    arguments: ["\n", " \n\t\n", "\u{FEFF}", "\u{FEFF}\n\u{FEFF}", "\u{0C}\n", "\u{A0}\n", "\r\n\r\n", "  "])
  func beforeTheHeader(blank: String) throws {
    let text = blank + "---\nlicence: Non-Commercial\n---\n" + GroupedReportTests.text
    let report = try #require(ExampleFrameworks.read(text).report)
    #expect(report.licence == .nonCommercial)
  }

  @Test(
    "a key that stands in no block is an error",
    arguments: [
      "licence: ogl-3\n", "----\nlicence: ogl-3\n---\n", "+++\nlicence: ogl-3\n+++\n",
      "A title\n---\nlicence: ogl-3\n---\n",
      "—-\nsummary-of: A title\n—-\n", "---\nlicence: ogl-3\n...\n", "---\nlicence-reason: why\n---\n",
    ])
  func keysOutsideABlock(head: String) {
    let reading = ExampleFrameworks.read(head + GroupedReportTests.text)
    #expect(reading.report == nil && reading.diagnostics.map(\.code).allSatisfy { $0 == .invalidHeader })
  }

  @Test func `a licence that is known from elsewhere is not missing`() throws {
    let parser = ReportParser(frameworks: [ExampleFrameworks.grouped], register: ExampleFrameworks.register)
    func licence(known: FrontMatter) throws -> (Licence?, Bool) {
      let text = Array(GroupedReportTests.text.utf8)
      let report = try #require(parser.read(text, path: "a.txt", sha256: "", known: known).report)
      return (report.licence, report.codes.contains("missing-licence"))
    }
    #expect(try licence(known: FrontMatter()) == (nil, true))
    #expect(try licence(known: FrontMatter(licence: .ogl3)) == (.ogl3, false))
  }

  @Test func `what is missing is reported where its title or label is`() throws {
    let text =
      "Inspection of Exampleshire ferry services\n\nInspection dates: 31 February 2019\n\nCrews\nSuperb\n"
    let report = try #require(ExampleFrameworks.read(text).report)
    let places = report.diagnostics.filter { $0.code == .missingDates || $0.code == .missingJudgement }
      .map { "\($0.location?.line ?? 0): \($0.message)" }
    #expect(places.contains("3: no dates of the inspection were found"))
    #expect(places.contains("5: no grade for “Crews” was found"), "\(places)")
  }

  @Test(arguments: [("L-1042", "l-1042"), ("12/34", "12-34"), ("unknown", nil)])
  func `a number tells bodies of one name apart, and is missed`(number: String, slug: String?) throws {
    var framework = ExampleFrameworks.tabled
    framework.bodies = BodyKind(name: "ferry", plural: "ferries", isRegistered: false, identifier: "Reference")
    framework.front.patterns = ["Inspection of {body} ferry services", "| Reference {identifier}"]
    let text =
      "Inspection of Sample ferry services\nReference \(number)\nInspection dates: 4 March 2019\n"
      + "The overall judgement is good\n"
    let parser = ReportParser(frameworks: [framework], register: ExampleFrameworks.register)
    let report = try #require(parser.read(Array(text.utf8), path: "a.txt").report)
    #expect(report.authority.slug == ["sample", slug].compactMap { $0 }.joined(separator: "-"))
    #expect(report.codes.contains("missing-identifier") == (slug == nil))
  }

  @Test("dates that run backwards are not believed", arguments: ["15 March 2019 to 4 March", "29 to 2 December"])
  func backwards(dates: String) throws {
    let text =
      "Inspection of Exampleshire ferry services\nInspection dates: \(dates) 2019\nThe overall judgement is good\n"
    let report = try #require(ExampleFrameworks.read(text).report)
    #expect(report.inspection.start == nil)
    #expect(report.diagnostics.count { $0.code == .invalidDate } == 1)
  }
}
