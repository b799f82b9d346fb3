import Diagnostics
import Inspections
import Testing

@testable import ReportReading

@Suite("Telling what a text is, and whose")
struct RecognitionTests {
  private static let rows = "\nCrews\nGood\n\nPiers and landing places\nInadequate\n"

  private func read(
    _ title: String, dates: String = "Inspection dates: 4 to 15 March 2019", lead: String = "", rows: String = rows
  ) -> ReportParser.Reading {
    ExampleFrameworks.read("\(title)\n\(dates)\n\(lead)\n\(rows)")
  }

  @Test(
    "a title in other words is read by what follows, and said",
    arguments: [
      "Inspection of the ferry service of Port Sample", "Port Sample City Council\nInspection of services of the ferry",
      "Ferry services inspection: Port Sample", "Inspection of ferry and river services in Port Sample",
    ])
  func unfamiliar(_ title: String) throws {
    let report = try #require(read(title).report)
    #expect(report.framework == "example-tabled")
    #expect(report.authority.slug == "port-sample")
    let note = try #require(report.diagnostics.first { $0.code == .unfamiliarTitle })
    #expect(note.severity == .note)
    #expect(note.suggestion?.file == "frameworks/example-tabled.yaml")
    #expect(note.suggestion?.line.contains("Port Sample") == false)
  }

  @Test("a known title is not said", arguments: ["Inspection of Port Sample ferry services"])
  func familiar(_ title: String) throws {
    let report = try #require(read(title).report)
    #expect(report.title == title)
    #expect(!report.codes.contains("unfamiliar-title"))
  }

  @Test("a second title page of the same inspection is the same report")
  func reprintedTitle() throws {
    let cover = "Inspection of Port Sample ferry services\nInspection dates: 4 to 15 March 2019\n\u{0C}"
    let report = try #require(read(cover + "Inspection of Port Sample ferry services").report)
    #expect(!report.codes.contains("several-reports"))
    #expect(report.judgement("crews")?.evidence.map(\.grade) == ["good"])
  }

  @Test(
    "a title with nothing else of the kind is no report, and the nearest framework is named",
    arguments: [
      // A handbook, a committee's paper, a press notice, a cover.
      "Inspection of ferry services\n\nHow we inspect\n\nCrews\nGood\n\nPiers and landing places\nInadequate\n",
      "Committee, 3 May\n\nInspection of Port Sample ferry services\nInspection dates: 4 to 15 March 2019\n\nMembers noted it.",
      "Inspection of Port Sample ferry services: the city answers\n\nThe city is glad of the inspection.\n",
      "Inspection of Port Sample ferry services\nInspection dates: 4 to 15 March 2019\nLead inspector: Ann Example\n",
    ])
  func notAReport(_ text: String) throws {
    let reading = ExampleFrameworks.read(text)
    #expect(reading.report == nil)
    let error = try #require(reading.diagnostics.first { $0.severity == .error })
    #expect(error.code == .notAReport)
    #expect(error.message.contains("Ferry services"))
  }

  @Test("a title of one framework above the judgements of another fits both")
  func otherJudgements() {
    let reading = read("Partnership inspection of Exampleshire Harbour", rows: Self.rows + "\nAreas for improvement\n")
    #expect(reading.report == nil)
    #expect(reading.diagnostics.contains { $0.code == .ambiguousFramework })
  }

  @Test("of a text that is no report, what it would have been is still told")
  func identified() throws {
    let reading = read("Inspection of Port Sample ferry services", rows: "")
    let identified = try #require(reading.identified)
    #expect(identified.authority?.slug == "port-sample")
    #expect(identified.inspection.end?.iso == "2019-03-15")
  }

  @Test(
    "a title that is only quoted is not the report's own",
    arguments: [
      "Partnership inspection of Exampleshire Harbour\n\nInspection of Port Sample ferry services",
      "Inspection of lighthouses and harbours\n\nInspection of Port Sample ferry services",
      "Inspection of Exampleshire ferry services\n12 May 2018\n\n7\n\u{0C}Inspection of Port Sample ferry services",
    ])
  func quotedTitle(_ titles: String) throws {
    let report = try #require(read(titles).report)
    #expect(report.framework == "example-tabled")
    #expect(report.authority.slug == "port-sample")
    #expect(report.title == "Inspection of Port Sample ferry services")
  }

  @Test("no fact of a second report comes under the first")
  func secondReport() throws {
    let second =
      "\u{0C}Exampleshire County Council\nInspection of ferry services\nInspection dates: 3 June 2016\n\nCrews\nInadequate\n"
    let report = try #require(read("Inspection of Port Sample ferry services", rows: "\nCrews\nGood\n" + second).report)
    #expect(report.codes.contains("several-reports"))
    #expect(report.authority.slug == "port-sample")
    #expect(report.judgement("crews")?.evidence.map(\.grade) == ["good"])
  }

  @Test(
    "a re-inspection is one however it is spelt",
    arguments: ["Reinspection of Port Sample ferry services", "Re-inspection of Port Sample ferry services"])
  func again(_ title: String) { #expect(read(title).report?.kind == .reinspection) }

  @Test(
    "a name from an address, a sentence, or part of a longer name is no authority",
    arguments: [
      "Port Sample City Council\nwith inspectors from\nExampleshire County Council\nInspection of ferry services",
      "Written in Port Sample.\nInspection of ferry services", "Inspection of North Port Sample ferry services",
      "Inspection of Port Sample Rowing Trust ferry services", "Inspection of Atlantis ferry services",
    ])
  func noAuthority(_ title: String) throws {
    let reading = read(title)
    #expect(reading.report == nil)
    let codes: Set<DiagnosticCode> = [.ambiguousAuthority, .unknownAuthority, .missingAuthority]
    #expect(reading.diagnostics.contains { $0.severity == .error && codes.contains($0.code) })
  }

  @Test(
    "who led is told of this inspection only",
    arguments: [
      (
        "Lead inspectors: Ann Example, His Majesty’s Inspector, and Ben Sample,\nHis Majesty’s Inspector",
        "Ann Example and Ben Sample"
      ),
      ("Lead inspector (2016): Old Name\nLead inspector: Ann Example, HMI", "Ann Example"),
      ("Lead inspectors have met the crews.\nLead inspector: Ann Example", "Ann Example"),
      ("Lead inspector of the last inspection: Old Name", nil), ("Lead inspector:\nAnn Example", "Ann Example"),
    ])
  func lead(_ example: (String, String?)) throws {
    let report = try #require(read("Inspection of Port Sample ferry services", lead: example.0).report)
    #expect(report.inspection.lead == example.1)
  }

  @Test(
    "days that can't all be read have no end, and that is said",
    arguments: [
      ("4 March 2019 to 1? March 2019", "2019-03-04"), ("4 March 2019 to 15 Xyzzy 2019", "2019-03-04"),
      ("4 March 2019 to", "2019-03-04"), ("4 to 15 March 2019 together with 3 May 2019", "2019-03-04"),
    ])
  func cutShort(_ example: (String, String)) throws {
    let report = try #require(
      read("Inspection of Port Sample ferry services", dates: "Inspection dates: \(example.0)").report)
    #expect(report.inspection.end == nil)
    #expect(report.inspection.start.map { $0.iso == example.1 } ?? true)
    #expect(report.codes.contains("invalid-date") || report.codes.contains("missing-dates"))
  }

  @Test(
    "an inspection after a council ended goes to the successor that the text names",
    arguments: [("", "old-shire"), ("\nThe new council, East Shire Council, runs the ferries.\n", "east-shire")])
  func ended(_ example: (String, String)) throws {
    let register = AuthorityRegister(authorities: [
      Authority(
        slug: "old-shire", name: "Old Shire", officialName: "Old Shire County Council",
        ended: CalendarDate(iso: "2015-04-01"), successors: ["east-shire", "west-shire"]),
      Authority(slug: "east-shire", name: "East Shire", officialName: "East Shire Council"),
      Authority(slug: "west-shire", name: "West Shire", officialName: "West Shire Council"),
    ])
    let reader = ReportParser(frameworks: [ExampleFrameworks.tabled], register: register)
    let text = "Inspection of Old Shire ferry services\nInspection dates: 1 May 2019\n\(Self.rows)\(example.0)"
    let report = try #require(reader.read(Array(text.utf8), path: "x").report)
    #expect(report.codes.contains("ended-authority"))
    #expect(report.authority.slug == example.1)
  }
}
