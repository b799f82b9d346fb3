import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Stops a build of three reports at each change that it makes to the disk, as a kill would: the next build must give
/// what a build into an empty folder gives.
@Suite("Builds stopped at any change to the disk") struct StoppedBuildTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let package = Recording.packageFolder()
    for name in ["Content", "Templates"] {
      try FileManager.default.copyItem(atPath: package.appending(path: name).path, toPath: folder.path(name))
    }
    let reports = try FileManager.default.contentsOfDirectory(atPath: folder.path("Content/reports")).sorted()
    for name in reports.dropFirst(3) {
      try FileManager.default.removeItem(atPath: folder.path("Content/reports/\(name)"))
    }
  }

  @Test func `are made good by the next, whatever was changed`() async throws {
    let report = folder.path("Content/reports/bexley-2014-03-11.txt")
    let versions = [try text(report), try text(report).replacing("inadequate", with: "good")]
    var clean: [[String: [UInt8]]] = []
    for (index, text) in versions.enumerated() {
      try text.write(toFile: report, atomically: false, encoding: .utf8)
      _ = try await build("Clean\(index)", cache: "clean\(index)")
      clean.append(try tree("Clean\(index)"))
    }
    _ = try await build()
    var stop = 0
    while true {
      let version = stop % 2
      try versions[version].write(toFile: report, atomically: false, encoding: .utf8)
      let before = try tree("Public")
      let isStopped = await build(stoppingAt: stop)
      // No half file: each is the old one or the new one. Names that begin with .sitegen- are the program's own.
      for (path, bytes) in try tree("Public") where !path.contains(".sitegen-") {
        #expect(bytes == before[path] || bytes == clean[version][path], "\(path), stopped at change \(stop)")
      }
      _ = try await build()
      #expect(try tree("Public") == clean[version], "stopped at change \(stop)")
      if !isStopped { break }
      stop += 1
    }
    #expect(stop > 50)
    print("changes to the disk refused: \(stop)")
  }

  @Test func `are made good by the next where there was nothing`() async throws {
    _ = try await build("Clean", cache: "clean")
    let clean = try tree("Clean")
    var stop = 0
    // Try every change at the beginning, and some of the many similar ones later.
    while true {
      try? FileManager.default.removeItem(atPath: folder.path("Public"))
      try? FileManager.default.removeItem(atPath: folder.path("cache"))
      let isStopped = await build(stoppingAt: stop)
      _ = try await build()
      #expect(try tree("Public") == clean, "stopped at change \(stop)")
      if !isStopped { break }
      stop += stop < 20 ? 1 : 7
    }
    #expect(stop > 200)
  }

  /// Builds with so many changes to the disk; returns whether that stopped the build. The stop is reported as a failure
  /// of the environment, unless only the cache could not be written.
  private func build(stoppingAt count: Int) async -> Bool {
    let allowance = DiskChange.Allowance(count)
    do {
      _ = try await DiskChange.$allowance.withValue(allowance) { try await build() }
    } catch {
      #expect(error is EnvironmentError, "\(error), stopped at change \(count)")
      #expect(allowance.isSpent)
    }
    return allowance.isSpent
  }

  private func build(_ output: String = "Public", cache: String = "cache") async throws -> BuildSummary {
    try await SiteBuild(
      SiteBuild.Options(
        content: folder.path("Content"), defaults: folder.path("Content"), templates: folder.path("Templates"),
        output: folder.path(output), cache: folder.path(cache), jobs: 2, keepsGoing: true)
    ).run()
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func tree(_ name: String) throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path(name)) where path != ".sitegen-lock" {
      let place = URL(fileURLWithPath: folder.path("\(name)/\(path)"))
      if let bytes = try? Data(contentsOf: place) { tree[path] = Array(bytes) }
    }
    return tree
  }
}
