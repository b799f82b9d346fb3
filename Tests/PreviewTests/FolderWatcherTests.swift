import Foundation
import TestSupport
import Testing

@testable import Preview

@Suite("Watching folders", .timeLimit(.minutes(5))) struct FolderWatcherTests {
  private let folder: TemporaryFolder
  private let watcher: FolderWatcher

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Content/reports/2010/report.txt", "text")
    try folder.write("Content/.cache/x", "text")
    try folder.write("Content/Public/index.html", "text")
    try folder.write("Shared/about.md", "text")
    try folder.link("Content/about.md", to: folder.path("Shared/about.md"))
    watcher = try FolderWatcher(
      [folder.path("Content"), folder.path("Templates")], besides: [folder.path("Content/Public")])
  }

  /// Whether a change is noticed within half a minute, or within the given time.
  private func isNoticed(
    within time: Duration = .seconds(30), _ change: () throws -> Void
  ) async throws -> Bool {
    let changes = watcher.changes()
    try change()
    return await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        for await _ in changes { return true }
        return false
      }
      group.addTask {
        try? await Task.sleep(for: time)
        return false
      }
      defer { group.cancelAll() }
      return await group.next() ?? false
    }
  }

  @Test func `notices a file that is saved in place`() async throws {
    #expect(try await isNoticed { try folder.write("Content/reports/2010/report.txt", "other") })
  }

  @Test func `notices a file that another is put in the place of`() async throws {
    try folder.write("elsewhere.txt", "new")
    #expect(
      try await isNoticed {
        try #require(
          rename(folder.path("elsewhere.txt"), folder.path("Content/reports/2010/report.txt")) == 0)
      })
  }

  @Test func `notices what happens where a link leads`() async throws {
    #expect(try await isNoticed { try folder.write("Shared/about.md", "other") })
  }

  @Test func `notices a file that is removed`() async throws {
    #expect(
      try await isNoticed {
        try FileManager.default.removeItem(atPath: folder.path("Content/reports/2010/report.txt"))
      })
  }

  @Test func `notices what comes into folders that are new`() async throws {
    #expect(try await isNoticed { try folder.write("Content/reports/2011/report.txt", "new") })
    try watcher.refresh()
    #expect(try await isNoticed { try folder.write("Content/reports/2011/report.txt", "newer") })
  }

  @Test func `notices a folder that was not there`() async throws {
    #expect(try await isNoticed { try folder.write("Templates/page.mustache", "new") })
    try watcher.refresh()
    #expect(try await isNoticed { try folder.write("Templates/page.mustache", "newer") })
  }

  @Test func `passes over what is hidden, and what the program writes`() async throws {
    #expect(
      try await isNoticed(within: .milliseconds(300)) {
        try folder.write("Content/.cache/x", "other")
        try folder.write("Content/Public/index.html", "other")
      } == false)
  }
}
