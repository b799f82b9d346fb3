import Diagnostics
import TestSupport
import Testing

@testable import ContentLoading

@Suite struct FileReaderTests {
  @Test func readsUpToTheLimit() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "12345")
    let path = folder.path("a.txt")
    #expect(try FileReader.read(path, limit: 5) == .bytes(Array("12345".utf8)))
    guard case .problem(let problem) = try FileReader.read(path, limit: 4) else { throw Unexpected() }
    #expect(problem.code == .fileTooLarge && problem.location?.path == path)
  }

  @Test func anEmptyFileIsAProblem() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "")
    let place = SourceLocation(path: folder.path("a.txt"))
    #expect(
      try FileReader.read(place.path) == .problem(Diagnostic(.error, .emptyFile, "the file is empty", at: place)))
  }

  @Test func whatIsNoFileStopsTheWork() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path("a.txt")
    #expect(throws: EnvironmentError("could not read \(missing): No such file or directory")) {
      try FileReader.read(missing)
    }
    #expect(throws: EnvironmentError("could not read \(folder.path): it is not a file")) {
      try FileReader.read(folder.path)
    }
  }

  private struct Unexpected: Error {}

  @Test("a folder that can't be listed is told with the reason")
  func listing() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "x")
    #expect(
      FileReader.failure(listing: folder.path("gone")).message
        == "could not list the folder \(folder.path("gone")): No such file or directory")
    #expect(FileReader.failure(listing: folder.path("file")).message.hasSuffix(": Not a directory"))
    #expect(FileReader.failure(listing: folder.path).message.hasSuffix("it changed meanwhile; try again"))
  }
}
