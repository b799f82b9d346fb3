import Diagnostics
import Inspections
import Testing

@testable import ReportReading

/// Licences are recognised by the words that law and reports share; everything around them is invented.
@Suite("The licence that a report prints") struct LicenceNoticeTests {
  /// Returns the licence of a report with a notice behind it.
  private func licence(after notice: String) throws -> Licence? {
    let text = GroupedReportTests.text + "\n\n" + notice + "\n"
    return try #require(ExampleFrameworks.read(text).report).licence
  }

  @Test func `is open where the notice names the open licence, even over two lines`() throws {
    #expect(try licence(after: "Use it under the Open Government Licence.") == .ogl3)
    #expect(try licence(after: "Use it as you like under the Open Govern-\nment Licence.") == .ogl3)
    #expect(try licence(after: "Use it as you like under the Open Government Licen-\nce.") == .ogl3)
  }

  @Test func `is narrow where the notice allows non-commercial use alone`() throws {
    #expect(try licence(after: "Copy it for non-commercial ends, whole.") == .nonCommercial)
    #expect(try licence(after: "Copy it, whole, for non-commer-\ncial ends.") == .nonCommercial)
    #expect(try licence(after: "Copy it, whole, for non-comm-\nercial ends.") == .nonCommercial)
  }

  @Test func `is told by damaged words where nothing else tells it`() throws {
    #expect(try licence(after: "Copy it, whole, for non-cornmercial ends.") == .nonCommercial)
    #expect(try licence(after: "Copy it under the 0pen Govemment Llcence.") == .ogl3)
    #expect(try licence(after: "Copy it under the 0pen Govemment Licence.") == .ogl3)
    #expect(try licence(after: "For non-cornmercial ends; and under the Open Government Licence.") == .ogl3)
  }

  @Test func `is not told by words like those of a notice`() throws {
    #expect(try licence(after: "Commended keepers commented on the driving licence of the driver.") == nil)
    #expect(try licence(after: "") == nil)
  }

  @Test func `is found on the front page as well, and of two the strictest counts`() throws {
    let front = GroupedReportTests.text.replacing(
      "Published: 24 January 2011", with: "Published: 24 January 2011\n\nFor non-commercial use.")
    #expect(try #require(ExampleFrameworks.read(front).report).licence == .nonCommercial)
    let long = String(repeating: "The lamps are lit.\n", count: 120)
    let both = front + long + "\nUnder the Open Government Licence.\n"
    #expect(try #require(ExampleFrameworks.read(both).report).licence == .nonCommercial)
  }

  @Test func `is not looked for in the middle of a report`() throws {
    let long = String(repeating: "The lamps are lit.\n", count: 120)
    let text = GroupedReportTests.text + long + "A shop for non-commercial lamps.\n" + long
    #expect(try #require(ExampleFrameworks.read(text).report).licence == nil)
  }

  private static let open = "Use it under the Open Government Licence."
  private static let narrow = "Copy it for non-commercial ends, whole."

  @Test(
    "counts before a freer one of the header, which is a warning, unless the header says why",
    arguments: [
      (narrow, "licence: ogl-3", Licence.nonCommercial, 1), (narrow, "licence: OGL v3.0", .nonCommercial, 1),
      (narrow, "licence: ogl-3\nlicence-reason: \"Allowed in 2026\"", .ogl3, 0),
      (narrow, "licence: Non-Commercial", .nonCommercial, 0), (open, "licence: noncommercial", .nonCommercial, 0),
      (open, "licence: non commercial", .nonCommercial, 0), ("", "licence: 'Open Government Licence v3.0'", .ogl3, 0),
      ("", "licence: NON_COMMERCIAL", .nonCommercial, 0),
    ])
  func header(notice: String, lines: String, licence: Licence, warnings: Int) throws {
    let text = "---\n\(lines)\n---\n\(GroupedReportTests.text)\n\n\(notice)\n"
    let report = try #require(ExampleFrameworks.read(text).report)
    #expect(report.licence == licence)
    let found = report.diagnostics.filter { $0.code == .contradictingMetadata }
    #expect(found.map(\.location?.line) == Array(repeating: 2, count: warnings))
  }

  @Test(arguments: [
    ("ogl-2", "did you mean “ogl-3”?"), ("non-comercial", "did you mean “non-commercial”?"),
    ("mine", "known are ogl-3, non-commercial"), ("non-commercial-ish", "did you mean “non-commercial”?"),
  ])
  func `is an error where its name is not known`(name: String, hint: String) {
    let problem = ExampleFrameworks.read("---\npublisher: Us\nlicence: \(name)\n---\n\(GroupedReportTests.text)")
      .diagnostics
    #expect(problem.map(\.code) == [.invalidHeader] && problem[0].location?.line == 3)
    #expect(problem[0].message.contains("“\(name)” is no licence known here; \(hint)"))
  }
}
