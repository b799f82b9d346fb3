import ArgumentParser
import Diagnostics
import Foundation

/// Creates a small site in a new folder.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a small site of your own in a new folder.",
    discussion: """
      The folder gets settings, pages and one report to replace by your own, and a workflow that publishes the site on
      GitHub Pages. Frameworks, authorities and templates stay those that ship; a file of yours with the same name
      replaces one of them.
      """)

  @Argument(help: "The folder, which must not be there yet.")
  var folder: String

  func run() throws {
    do {
      try make()
    } catch {
      DiagnosticPrinter(format: .text, isTerminal: isatty(2) == 1).print(error)
      throw ExitCode(3)
    }
    let program = Bundle.main.executablePath ?? "sitegen"
    print(
      """
      \(folder) holds a site of one report. To see it:

        cd \(folder)
        \(program) serve

      Then put your own reports into Content/reports, and your name and address into Content/site.yaml.
      """)
  }

  private func make() throws(EnvironmentError) {
    let shipped = ContentOptions.shipped("Content")
    let files = FileManager.default
    guard !files.fileExists(atPath: folder) else {
      throw EnvironmentError("\(folder) is there already; name a folder that is not")
    }
    guard files.fileExists(atPath: "\(shipped)/site.yaml") else {
      throw EnvironmentError(
        "could not find the content and templates that ship; put them into share/sitegen beside the program’s folder")
    }
    do {
      try files.createDirectory(atPath: "\(folder)/Content/reports", withIntermediateDirectories: true)
      try files.createDirectory(atPath: "\(folder)/.github/workflows", withIntermediateDirectories: true)
      let report = try files.contentsOfDirectory(atPath: "\(shipped)/reports").sorted().first
      for name in ["pages"] + [report].compactMap({ $0.map { "reports/\($0)" } }) {
        try files.copyItem(atPath: "\(shipped)/\(name)", toPath: "\(folder)/Content/\(name)")
      }
      let settings = try String(contentsOfFile: "\(shipped)/site.yaml", encoding: .utf8)
      // The shipped address is only an example: links to it would lead nowhere.
      try Data(settings.replacing("\nbase-url:", with: "\n# base-url:").utf8)
        .write(to: URL(filePath: "\(folder)/Content/site.yaml"))
      try Data(PackageResources.workflow_yml).write(to: URL(filePath: "\(folder)/.github/workflows/pages.yml"))
      try Data("/Public/\n/.sitegen-cache/\n".utf8).write(to: URL(filePath: "\(folder)/.gitignore"))
    } catch {
      try? files.removeItem(atPath: folder)
      throw EnvironmentError("could not make \(folder): \(error.localizedDescription)")
    }
  }
}
