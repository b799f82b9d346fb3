import ContentLoading
import Diagnostics
import Foundation
import Inspections
import TestSupport
import Testing

@testable import ReportReading

/// Real reports, which are not part of this repository. The environment variable `SITEGEN_REPORTS` names the folder
/// that has `seed/` and `corpus/`; without it, the tests that need them are skipped and say so.
enum RealReports {
  static let folder = ProcessInfo.processInfo.environment["SITEGEN_REPORTS"].flatMap { $0.isEmpty ? nil : $0 }
  static let isAvailable = folder != nil
  static let comment: Comment = "needs real reports: set SITEGEN_REPORTS to their folder (README, “Tests”)"

  /// Returns a reader with the shipped frameworks and authorities, loaded as the program loads them.
  static func reader() throws -> ReportParser {
    let content = try shippedContent()
    #expect(content.diagnostics == [])
    return ReportParser(frameworks: content.frameworks, register: content.register)
  }

  /// Returns the content that ships with the program.
  static func shippedContent() throws -> Content {
    try ContentLoader.load(directory: "\(packageFolder)/Content")
  }

  /// Reads one of the real files; the path is below the folder.
  static func read(_ path: String, with reader: ReportParser) throws -> ReportParser.Reading {
    let url = URL(fileURLWithPath: try #require(folder)).appendingPathComponent(path)
    return reader.read(Array(try Data(contentsOf: url)), path: path)
  }

  /// Returns the part of a title or name that all ways of printing it share.
  static func key(_ text: String?) -> String {
    (text ?? "").lowercased().replacing("’", with: "'").split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .joined(separator: " ")
  }
}
