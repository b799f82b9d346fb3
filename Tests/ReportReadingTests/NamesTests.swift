import ContentLoading
import Foundation
import Inspections
import TestSupport
import Testing

@testable import ReportReading

/// Frameworks and authorities are data: no Swift names one, so that a new one needs no new Swift.
@Suite("Names in the code")
struct NamesTests {
  @Test("no framework, inspectorate or authority is named outside comments")
  func none() throws {
    let content = try RealReports.shippedContent()
    let frameworks = content.frameworks.flatMap { [$0.id, $0.shortName, $0.name, $0.inspectorate] }
    // The name of one town is also the English word for what this program does.
    let authorities = content.register.authorities.map(\.name).filter { $0.count > 6 && $0 != "Reading" }
    let names = (frameworks + authorities + ["Ofsted"]).map { $0.lowercased() }
    let sources = try #require(FileManager.default.enumerator(atPath: packageFolder + "/Sources"))
    var checked = 0
    for case let path as String in sources where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: packageFolder + "/Sources/" + path, encoding: .utf8)
      for line in text.split(separator: "\n") {
        let code = (line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line).lowercased()
        for name in names where code.contains(name) {
          // A word that is also plain English is a name only as a word of its own in a text.
          let words = code.split { !$0.isLetter && $0 != "-" }.map(String.init)
          #expect(!words.contains(name) && !name.contains(" "), "\(path): \(line)")
        }
      }
      checked += 1
    }
    #expect(checked > 100)
  }
}
