import ArgumentParser
import ContentLoading
import Diagnostics
import Foundation
import Publishing

/// Builds the site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site from the content folder (the default).",
    discussion: """
      With errors nothing is written and the site that is there stays as it was, unless --keep-going is given. Only
      files whose bytes change are touched, and only files that an earlier build wrote are ever removed.
      """)

  @OptionGroup var options: ContentOptions

  @Option(name: .long, help: "The folder of templates and assets.")
  var templates = "Templates"

  @Option(name: .long, help: "The folder to write the site to.")
  var output = "Public"

  @Option(
    name: .customLong("base-url"),
    help: "The web address the site will have, for feeds, the sitemap and canonical links.")
  var baseURL: String?

  @Flag(inversion: .prefixedNo, help: "Index the full text for searching; if not said, where Pagefind is installed.")
  var search: Bool?

  @Flag(name: .long, help: "Publish what is right although something is wrong; the exit code still says so.")
  var keepGoing = false

  @Flag(name: .long, help: "Print nothing but errors and warnings.")
  var quiet = false

  @Flag(name: .long, help: "Print where the time went, phase by phase.")
  var timings = false

  mutating func validate() throws {
    guard let baseURL else { return }
    guard let address = SiteConfiguration.baseURL(from: baseURL) else {
      throw ValidationError("--base-url must be a web address that begins with https:// or http://.")
    }
    self.baseURL = address
  }

  func run() async throws {
    try await CommandRun.perform(options) { printer in
      var build = SiteBuild.Options(
        content: options.content, defaults: ContentOptions.shipped("Content"),
        templates: templates == "Templates" ? ContentOptions.shipped(templates) : templates, output: output,
        cache: options.cache, baseURL: baseURL, jobs: options.jobCount,
        search: search.map { $0 ? .always : .never } ?? .auto, isStrict: options.strict, keepsGoing: keepGoing)
      // Where nobody looks at a terminal, the line would only fill a log.
      let line = !quiet && isatty(2) == 1 ? ProgressLine() : nil
      if let line { build.onProgress = { line.show($0) } }
      let site = SiteBuild(build)
      return try await CommandRun.report(printer, output: output, isQuiet: quiet, showsTimings: timings) {
        defer { line?.clear() }
        return try await site.run()
      }
    }
  }
}
