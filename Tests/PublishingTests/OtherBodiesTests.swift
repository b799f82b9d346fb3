import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Facts that pages show of reports other than their own: each change once left a page as it was, or a table broken.
extension IncrementalBuildTests {
  @Test func `has the services and tables of a second kind of body from its first report on, and not after its last`()
    async throws
  {
    let report = try text("Content/reports/leicester-2024-09-23.txt")
    try schools()
    try await change { try folder.write("Content/reports/leicester-2024-09-23.txt", report) }
    #expect(try tree("Public").keys.contains { $0.hasPrefix("authorities/leicester/") })
    try await change {
      try FileManager.default.removeItem(atPath: folder.path("Content/reports/leicester-2024-09-23.txt"))
    }
  }

  @Test func `links a correction to its report as soon as that is there`() async throws {
    let report = try text("Content/reports/leicester-2024-09-23.txt")
    try FileManager.default.removeItem(atPath: folder.path("Content/reports/leicester-2024-09-23.txt"))
    try folder.write(
      "Content/corrections.csv",
      "date,report,what,was,is,reason,reported_by\n2025-01-01,leicester-2024-09-23.txt,A word,this,that,Misread,\n")
    try await change { try folder.write("Content/reports/leicester-2024-09-23.txt", report) }
    #expect(try text("Public/corrections/index.html").contains("leicester/2024-09-23-ofsted-ilacs"))
  }

  @Test func `names a report in the feed of changes by its dates of now`() async throws {
    try await record(on: 1)
    _ = try edit("Content/reports/leicester-2024-09-23.txt", "Requires improvement to be good", "Inadequate")
    try await record(on: 2)
    try await change {
      _ = try edit("Content/reports/leicester-2024-09-23.txt", "27 September 2024", "28 September 2024")
    }
    #expect(try text("Public/changes.xml").contains("23 to 28 September 2024"))
  }

  @Test func `describes a body that is not in the register as its latest report does, in every list`() async throws {
    try schools()
    try await change {
      _ = try edit(
        "Content/reports/millbrook-2022.txt", "Local authority                                   West Anglia",
        "Local authority         Elsewhere")
    }
    #expect(try text("Public/browse/year-of-inspection/2017/index.html").contains("Elsewhere"))
  }

  @Test func `leaves out an editor's backup among the assets`() async throws {
    try folder.write("Templates/assets/site.css~", "old")
    _ = try await build()
    #expect(try tree("Public")["assets/site.css~"] == nil)
  }

  /// Makes the content a site about schools, with the frameworks of both kinds of bodies.
  private func schools() throws {
    let example = package.appending(path: "Documentation/examples/schools").path
    try FileManager.default.removeItem(atPath: folder.path("Content/reports"))
    for path in try FileManager.default.subpathsOfDirectory(atPath: example) where path.contains(".") {
      try folder.write("Content/\(path)", String(decoding: try read("\(example)/\(path)"), as: UTF8.self))
    }
  }

  /// Builds until the record of unchanged files is trusted, changes something, builds, and compares with a clean build.
  private func change(_ change: () throws -> Void) async throws {
    for _ in 0..<3 {
      _ = try await build()
      try await rest()
    }
    try change()
    let built = try await build()
    let clean = try await build(output: "Clean", cache: nil)
    #expect(try tree("Public") == tree("Clean"))
    #expect(built.diagnostics.sorted() == clean.diagnostics.sorted())
    try FileManager.default.removeItem(atPath: folder.path("Clean"))
  }
}
