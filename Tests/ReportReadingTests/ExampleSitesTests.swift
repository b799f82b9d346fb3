import ContentLoading
import Foundation
import Inspections
import TestSupport
import Testing

@testable import ReportReading

/// The example sites of `Documentation/examples`, read with their own frameworks: `Tests/Fixtures/examples` has all the
/// facts of each report.
@Suite("Example sites")
struct ExampleSitesTests {
  @Test("every fact and every grade of an example's reports is read", arguments: ["schools", "cookbook"])
  func facts(of example: String) throws {
    let folder = "\(packageFolder)/Documentation/examples/\(example)"
    let content = try ContentLoader.load(directory: folder, defaults: "\(packageFolder)/Content")
    #expect(content.diagnostics == [])
    let reader = ReportParser(frameworks: content.frameworks, register: content.register)
    var lines = ["file,fact,value"]
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/reports").sorted() {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/reports/\(file)")))
      let report = try #require(reader.read(bytes, path: file).report, "\(file) is not read")
      lines += Self.facts(of: report).map { "\(file),\($0.name),\($0.value)" }
    }
    let expected = "\(packageFolder)/Tests/Fixtures/examples/\(example).csv"
    #expect(lines.joined(separator: "\n") + "\n" == TemporaryFolder.text(of: expected))
  }

  private static func facts(of report: Report) -> [(name: String, value: String)] {
    let facts: [(String, String?)] = [
      ("framework", report.framework), ("body", report.authority.name), ("slug", report.authority.slug),
      ("area", report.authority.area), ("start", report.inspection.start?.iso), ("end", report.inspection.end?.iso),
      ("published", report.inspection.published?.iso), ("lead", report.inspection.lead),
      ("points", "\(report.recommendations.count)"),
    ]
    return facts.compactMap { name, value in value.map { (name, $0) } }
      + report.judgements.map { ($0.key, $0.grade ?? $0.status.rawValue) }
  }
}
