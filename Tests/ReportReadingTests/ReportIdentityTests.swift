import ContentLoading
import Diagnostics
import Foundation
import Inspections
import ReportReading
import TestSupport
import Testing

@Suite("What tells a report from others") struct ReportIdentityTests {
  @Test(
    "is on the front page what it is in the whole report", .enabled(if: RealReports.isAvailable, RealReports.comment))
  func agreesOnRealReports() throws {
    let reader = try RealReports.reader()
    let folder = URL(fileURLWithPath: try #require(RealReports.folder)).appendingPathComponent("corpus/text")
    let paths = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { folder.path + "/" + $0 }
    let (told, all) = try compare(paths, reader)
    print("front pages that tell the report: \(told) of \(all)")
    #expect(told * 10 > all * 8)
  }

  @Test func `is on the front page of the shipped reports what it is in the whole`() throws {
    let content = try ContentLoader.load(directory: "\(packageFolder)/Content")
    let reader = ReportReader(frameworks: content.frameworks, register: content.register)
    let (told, all) = try compare(content.reports, reader)
    #expect(told > 0 && all == content.reports.count)
  }

  @Test func `is not told by the front of anything else`() throws {
    let content = try ContentLoader.load(directory: "\(packageFolder)/Content")
    let reader = ReportReader(frameworks: content.frameworks, register: content.register)
    for text in ["", "\n", "Dear reader,\nthis is no report.\n", String(repeating: "x", count: 20_000)] {
      #expect(reader.identify(Array(text.utf8), path: "x") == nil)
    }
  }

  /// How many fronts tell the report, of how many; each must tell what the whole does.
  private func compare(_ paths: [String], _ reader: ReportReader) throws -> (told: Int, all: Int) {
    var told = 0
    for path in paths {
      guard case .bytes(let bytes) = try FileReader.read(path) else { continue }
      guard let identity = reader.identify(bytes, path: path) else { continue }
      told += 1
      let whole = reader.read(bytes, path: path, sha256: "").report
      #expect(identity.framework == whole?.framework, "\(path)")
      #expect(identity.authority == whole?.authority, "\(path)")
      #expect(identity.title == whole?.title && identity.kind == whole?.kind, "\(path)")
      #expect(identity.inspection.start == whole?.inspection.start, "\(path)")
      #expect(identity.inspection.published == whole?.inspection.published, "\(path)")
    }
    return (told, paths.count)
  }
}
