import ArgumentParser
import Publishing

/// Reads everything, writes nothing, and reports every problem.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read everything and report every problem, without writing anything.")

  @OptionGroup var options: ContentOptions

  @OptionGroup var site: SiteOptions

  @Flag(
    name: .long, help: "Print the lines of Content/reports.csv that would say where and when reports were published.")
  var metadata = false

  func run() async throws {
    try await CommandRun.perform(options) { printer in
      let summary = try await SiteBuild(site.build(options)).check()
      if metadata {
        printer.write(
          (["file,source,published,licence,note"] + summary.missingMetadata).joined(separator: "\n") + "\n")
      }
      CommandRun.report(summary, printer, output: "", showsNotes: true)
      return summary.diagnostics
    }
  }
}
