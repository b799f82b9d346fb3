import ArgumentParser
import ContentLoading
import Diagnostics
import Inspections
import Publishing
import ReportReading
import SiteGeneration

/// Prints the parts read from reports, without building a site.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show what is read from reports, and from which lines.",
    discussion:
      "JSON is one object a line and a report each, in a schema with a version; Documentation/reading.md describes it.")

  /// The output formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, outline, markdown
  }

  @Argument(help: "Report files.")
  var files: [String]

  @Option(name: .long, help: "What to print: outline (for people), json or markdown.")
  var format = Format.outline

  @OptionGroup var options: ContentOptions

  func run() async throws {
    try await CommandRun.perform(options) { printer in
      let content = try options.load()
      let reader = ReportParser(
        frameworks: content.frameworks, flawed: content.flawedFrameworks, register: content.register)
      let extractor = PDFTextExtractor(cache: options.cache, limit: options.inputLimit)
      var problems = content.diagnostics.filter { $0.severity == .error }
      for file in files {
        switch try ReportFile.read(file, extractor) {
        case .problem(let diagnostic):
          if format == .json {
            showUnread(Report.Source(path: file, sha256: "", encoding: "", lines: 0), [diagnostic], printer)
          }
          problems.append(diagnostic)
        case .report(let report):
          let reading = reader.read(report.bytes, path: file, sha256: report.sha256, isTraced: format == .outline)
          show(reading, frameworks: content.frameworks, printer)
          problems += reading.diagnostics.filter { $0.severity != .note }
        }
      }
      printer.print(problems)
      return problems
    }
  }

  private func show(_ reading: ReportParser.Reading, frameworks: [Framework], _ printer: DiagnosticPrinter) {
    let report = reading.report
    switch format {
    case .json:
      if let report { return printer.write(ReportJSON.bytes(of: report) + [0x0A]) }
      let source = Report.Source(
        path: reading.source.path, sha256: reading.sha256, encoding: reading.source.encoding.rawValue,
        lines: reading.source.lineCount)
      showUnread(source, reading.diagnostics, printer)
    case .markdown:
      if let report {
        printer.write(ReportMarkdown(report, framework: frameworks.first { $0.id == report.framework }).bytes)
      }
    case .outline:
      if let report { printer.write(OutlineFormatter.text(report, trace: reading.trace, frameworks: frameworks)) }
    }
  }

  private func showUnread(_ source: Report.Source, _ diagnostics: [Diagnostic], _ printer: DiagnosticPrinter) {
    printer.write(ReportJSON.bytes(ofUnread: source, diagnostics: diagnostics) + [0x0A])
  }
}
