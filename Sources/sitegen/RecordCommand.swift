import ArgumentParser
import Diagnostics
import Foundation
import Inspections
import Publishing

/// Records the reports as the site shows them, so that later builds can find changes and keep old addresses.
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Note in Content/published.csv what the site shows today; nothing is built.")

  @OptionGroup var options: ContentOptions

  @Option(name: .long, help: "The day to record it under, YYYY-MM-DD; if not said, today.")
  var on: String?

  @Flag(name: .long, help: "Record what is right although something is wrong; the exit code still says so.")
  var keepGoing = false

  func run() async throws {
    guard let day = CalendarDate(iso: on ?? Date.now.formatted(.iso8601.year().month().day())) else {
      throw ValidationError("--on must be a date YYYY-MM-DD.")
    }
    try await CommandRun.perform(options) { printer in
      let (summary, lines) = try await SiteBuild(options.check(keepsGoing: keepGoing)).record(on: day)
      printer.print(summary.diagnostics.filter { $0.severity != .note })
      let words =
        lines.map { "\($0) line\($0 == 1 ? "" : "s") added to" } ?? "there are errors, and nothing was added to"
      printer.write("\(words) \(options.content)/published.csv\n")
      return summary.diagnostics
    }
  }
}
