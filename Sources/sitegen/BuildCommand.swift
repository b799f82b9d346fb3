import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// Builds the site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site from the content folder (the default).",
    discussion: """
      With errors no page is written and the site that is there stays as it was, unless --keep-going is given. Only
      files whose bytes change are touched, and only files that an earlier build wrote are ever removed.
      """)

  @OptionGroup var options: ContentOptions

  @OptionGroup var site: SiteOptions

  @Flag(name: .long, help: "Publish what is right although something is wrong; the exit code still says so.")
  var keepGoing = false

  @Flag(name: .long, help: "Print nothing but errors and warnings.")
  var quiet = false

  @Flag(name: .long, help: "Print where the time went, phase by phase.")
  var timings = false

  @Flag(name: .customLong("verify-cache"), help: .hidden)
  var verifiesCache = false

  @Argument(help: .hidden)
  var words: [String] = []

  /// Only a word at the beginning is taken for a command here, before the options after it: a word after an unknown
  /// option is that option's value.
  func validate() throws {
    if let word = words.first, CommandLine.arguments.dropFirst().first == word { throw noCommand(word) }
  }

  func run() async throws {
    if let word = words.first { throw noCommand(word) }
    let signals = StopSignals()
    defer { withExtendedLifetime(signals) {} }
    try await CommandRun.perform(options) { printer in
      var build = try site.build(options, keepsGoing: keepGoing)
      build.verifiesCache = verifiesCache
      if !quiet, build.content != options.content {
        printer.writeError(
          "there is no folder Content here, so this is the content that ships; “sitegen new DIR” starts one of your own\n"
        )
      }
      // Without a terminal, the line would only fill a log.
      let line = !quiet && isatty(2) == 1 ? ProgressLine() : nil
      if let line { build.onProgress = { line.show($0, of: $1) } }
      let summary: BuildSummary
      do {
        defer { line?.clear() }
        summary = try await SiteBuild(build).run()
      }
      CommandRun.report(summary, printer, output: site.output, isQuiet: quiet, showsTimings: timings)
      return summary.diagnostics
    }
  }

  private func noCommand(_ word: String) -> ValidationError {
    let commands = Sitegen.configuration.subcommands.compactMap { $0.configuration.commandName }
    return ValidationError("there is no command “\(DiagnosticPrinter.escaped(word))”\(commands.hint(for: word)).")
  }
}
