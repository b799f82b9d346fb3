import ArgumentParser
import ContentLoading
import ReportReading

/// Drafts a framework from a few reports of a kind that no file knows.
struct FrameworkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framework", abstract: "Draft a framework’s file from a few reports of a kind that no file knows.",
    discussion: """
      Prints YAML: the titles, labels, rows and headings that the reports share, each with how many have it and where.
      Save it as frameworks/NAME.yaml in your content folder, settle what is marked TODO, and run “sitegen check”.
      """)

  @Argument(help: "Report files of one kind; about five are best.")
  var files: [String]

  @OptionGroup var options: ContentOptions

  func run() async throws {
    try await CommandRun.perform(options) { printer in
      let content = try options.load()
      let extractor = PDFTextExtractor(cache: options.cache, limit: options.inputLimit)
      var texts: [(path: String, bytes: [UInt8])] = []
      for file in files {
        switch try ReportFile.read(file, extractor) {
        case .problem(let diagnostic):
          printer.print([diagnostic])
          return [diagnostic]
        case .report(let report): texts.append((file, report.bytes))
        }
      }
      printer.write(FrameworkDraft(of: texts, like: content.frameworks).yaml)
      return []
    }
  }
}
