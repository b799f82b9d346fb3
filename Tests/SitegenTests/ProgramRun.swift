import Foundation
import TestSupport

/// One run of the built program: its output and its exit code.
struct ProgramRun {
  let output: String
  let errors: String
  let exitCode: Int32

  /// Runs the program that was built beside these tests. Its streams go to files, so that no pipe can fill up.
  ///
  /// `programs` is the one folder in which it finds other programs.
  init(_ arguments: [String], in folder: String, programs: String? = nil) throws {
    let streams = try TemporaryFolder()
    try streams.write("output", "")
    try streams.write("errors", "")
    let process = Process()
    process.executableURL = try Self.program()
    process.arguments = arguments
    if let programs {
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["PATH": programs], uniquingKeysWith: { $1 })
    }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle(forWritingAtPath: streams.path("output"))
    process.standardError = FileHandle(forWritingAtPath: streams.path("errors"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    output = streams.read("output") ?? ""
    errors = streams.read("errors") ?? ""
    exitCode = process.terminationStatus
  }

  private static func program() throws -> URL {
    let tests = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    let built = URL(fileURLWithPath: packageFolder).appendingPathComponent(".build/debug")
    for folder in [tests, built] {
      let program = folder.appendingPathComponent("sitegen")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    throw CocoaError(.executableNotLoadable)
  }
}
