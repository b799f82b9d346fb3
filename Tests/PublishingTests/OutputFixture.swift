import Diagnostics
import Foundation
import Publishing
import Testing

/// A separate folder for one test, removed with the value; the site goes to `Public` inside.
final class OutputFixture: Sendable {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "sitegen-writer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  /// The output folder's path.
  var directory: String { url("").path(percentEncoded: false) }

  /// Returns the location of a path in the output folder.
  func url(_ path: String) -> URL {
    let base = root.appending(path: "Public")
    return path.isEmpty ? base : base.appending(path: path)
  }

  /// Writes a file there without the writer.
  func put(_ path: String, _ text: String) throws {
    let place = url(path)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: url(path).path(percentEncoded: false))) != nil
  }

  func attributes(_ path: String) throws -> [FileAttributeKey: Any] {
    try FileManager.default.attributesOfItem(atPath: url(path).path(percentEncoded: false))
  }

  /// Returns everything in the output folder, if it exists: files with their text, folders (ending in a slash) with
  /// none, links with their targets.
  func tree() throws -> [String: String] {
    var tree: [String: String] = [:]
    guard exists("") else { return tree }
    for path in try FileManager.default.subpathsOfDirectory(atPath: directory) {
      switch try attributes(path)[.type] as? FileAttributeType {
      case .typeDirectory: tree["\(path)/"] = ""
      case .typeSymbolicLink:
        let place = url(path).path(percentEncoded: false)
        tree[path] = "-> \(try FileManager.default.destinationOfSymbolicLink(atPath: place))"
      default: tree[path] = try text(path)
      }
    }
    return tree
  }

  /// Returns the tree without the program's own files.
  func pages() throws -> [String: String] {
    try tree().filter { !$0.key.hasPrefix(".sitegen-") }
  }

  func open() throws -> SiteWriter {
    try SiteWriter.open(directory: directory)
  }

  /// Opens the folder and plans pages, expecting no conflicts.
  func prepared(_ paths: [String]) throws -> SiteWriter {
    let writer = try open()
    let problems = try writer.prepare(paths)
    #expect(problems == [])
    return writer
  }

  /// Runs a whole build; returns the number of removed files, and the outcome of each page.
  @discardableResult
  func build(_ pages: [String: String]) throws -> (removed: Int, outcomes: [String: SiteWriter.Outcome]) {
    let writer = try prepared(Array(pages.keys))
    var outcomes: [String: SiteWriter.Outcome] = [:]
    for (path, text) in pages { outcomes[path] = try writer.write(path, Array(text.utf8)) }
    defer { writer.close() }
    return (try writer.finish(), outcomes)
  }

  /// Plans pages with conflicts; returns the problems after checking that nothing was changed.
  func problems(planning paths: [String]) throws -> [Diagnostic] {
    let before = try pages()
    let manifest = try? text(".sitegen-manifest")
    let writer = try open()
    defer { writer.close() }
    let problems = try writer.prepare(paths)
    #expect(try pages() == before)
    #expect((try? text(".sitegen-manifest")) == manifest)
    #expect(problems.allSatisfy { $0.severity == .error && $0.code == .pathCollision })
    if !problems.isEmpty {
      for path in paths { #expect(throws: EnvironmentError.self) { try writer.write(path, [1]) } }
    }
    #expect(try pages() == before)
    return problems
  }
}
