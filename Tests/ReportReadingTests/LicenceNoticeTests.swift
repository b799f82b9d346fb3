import Inspections
import Testing

@testable import ReportReading

/// Licences are told by the words that law and reports share; everything around them is invented.
@Suite("The licence that a report prints") struct LicenceNoticeTests {
  /// What a report with a notice behind it is under.
  private func licence(behind notice: String) throws -> String? {
    let text = GroupedReportTests.text + "\n\n" + notice + "\n"
    return try #require(ExampleFrameworks.read(text).report).licence
  }

  @Test func `is open where the notice names the open licence, even over two lines`() throws {
    #expect(try licence(behind: "Use it under the Open Government Licence.") == "ogl-3")
    #expect(try licence(behind: "Use it as you like under the Open Govern-\nment Licence.") == "ogl-3")
    #expect(try licence(behind: "Use it as you like under the Open Government Licen-\nce.") == "ogl-3")
  }

  @Test func `is narrow where the notice allows non-commercial use alone`() throws {
    #expect(try licence(behind: "Copy it for non-commercial ends, whole.") == "non-commercial")
    #expect(try licence(behind: "Copy it, whole, for non-commer-\ncial ends.") == "non-commercial")
    #expect(try licence(behind: "Copy it, whole, for non-comm-\nercial ends.") == "non-commercial")
  }

  @Test func `is told by damaged words where nothing else tells it`() throws {
    #expect(try licence(behind: "Copy it, whole, for non-cornmercial ends.") == "non-commercial")
    #expect(try licence(behind: "Copy it under the 0pen Govemment Llcence.") == "ogl-3")
    #expect(try licence(behind: "Copy it under the 0pen Govemment Licence.") == "ogl-3")
    #expect(try licence(behind: "For non-cornmercial ends; and under the Open Government Licence.") == "ogl-3")
  }

  @Test func `is not told by words like those of a notice`() throws {
    #expect(try licence(behind: "Commended keepers commented on the driving licence of the driver.") == nil)
    #expect(try licence(behind: "") == nil)
  }

  @Test func `is found on the front page as well, and what stands at the end goes first if it is open`() throws {
    let front = GroupedReportTests.text.replacing(
      "Published: 24 January 2011", with: "Published: 24 January 2011\n\nFor non-commercial use.")
    #expect(try #require(ExampleFrameworks.read(front).report).licence == "non-commercial")
    let long = String(repeating: "The lamps are lit.\n", count: 120)
    let both = front + long + "\nUnder the Open Government Licence.\n"
    #expect(try #require(ExampleFrameworks.read(both).report).licence == "ogl-3")
  }

  @Test func `is not looked for in the middle of a report`() throws {
    let long = String(repeating: "The lamps are lit.\n", count: 120)
    let text = GroupedReportTests.text + long + "A shop for non-commercial lamps.\n" + long
    #expect(try #require(ExampleFrameworks.read(text).report).licence == nil)
  }
}
