import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// Runs a command and turns its problems into the exit code: 0 done, 1 problems in the content, 3 the environment.
enum CommandRun {
  static func perform(
    _ options: ContentOptions, _ body: (DiagnosticPrinter) async throws -> [Diagnostic]
  ) async throws {
    let printer = DiagnosticPrinter(format: options.diagnostics, isTerminal: isatty(2) == 1)
    let problems: [Diagnostic]
    do {
      try MemoryLimit.check()
      problems = try await body(printer)
    } catch let failure as EnvironmentError {
      printer.print(failure)
      throw ExitCode(3)
    } catch let stopped as BuildStopped {
      printer.writeError("stopped; the site is as it was\n")
      throw ExitCode(128 + stopped.signal)
    }
    if problems.contains(where: { $0.stopsBuild(isStrict: options.strict) }) { throw ExitCode(1) }
  }

  /// Prints a build's problems and then, unless quiet, its summary.
  static func report(
    _ summary: BuildSummary, _ printer: DiagnosticPrinter, output: String, isQuiet: Bool = false,
    showsNotes: Bool = false, showsTimings: Bool = false
  ) {
    // Notes are on the pages and in the data; `sitegen check` lists them all.
    printer.print(summary.diagnostics.filter { showsNotes || $0.severity != .note })
    if !isQuiet { printer.write(summary.text(output: output)) }
    if showsNotes, printer.format == .text { printer.write(suggestions(in: summary.diagnostics)) }
    if showsTimings { printer.writeError(summary.timings) }
  }

  /// Returns the lines that would settle the assumptions, each once, under its file; empty if there are no assumptions.
  static func suggestions(in diagnostics: [Diagnostic]) -> String {
    let suggestions = Set(diagnostics.compactMap(\.suggestion)).sorted()
    guard !suggestions.isEmpty else { return "" }
    var text = "\nLines that would settle what was assumed, where they are right:\n"
    var last: (file: String, place: String)?
    for suggestion in suggestions {
      if last?.file != suggestion.file { text += "\n\(suggestion.file)\n" }
      if last?.file != suggestion.file || last?.place != suggestion.place { text += "  \(suggestion.place)\n" }
      last = (suggestion.file, suggestion.place)
      text += "    \(DiagnosticPrinter.visible(suggestion.line))\n"
    }
    return text
  }
}
