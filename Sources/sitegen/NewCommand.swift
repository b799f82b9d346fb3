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
    print("\(folder) holds a site of one report. To see it:\n\n  cd \(folder)\n  \(program) serve")
  }

  private func make() throws(EnvironmentError) {
    let shipped = ContentOptions.shipped("Content")
    let files = FileManager.default
    guard !files.fileExists(atPath: folder) else {
      throw EnvironmentError("\(folder) is there already; name a folder that is not", path: folder)
    }
    do {
      try files.createDirectory(atPath: "\(folder)/Content/reports", withIntermediateDirectories: true)
      try files.createDirectory(atPath: "\(folder)/.github/workflows", withIntermediateDirectories: true)
      let report = try files.contentsOfDirectory(atPath: "\(shipped)/reports").sorted().first
      for name in ["site.yaml", "pages"] + [report].compactMap({ $0.map { "reports/\($0)" } }) {
        try files.copyItem(atPath: "\(shipped)/\(name)", toPath: "\(folder)/Content/\(name)")
      }
      try Data(PackageResources.workflow_yml).write(to: URL(filePath: "\(folder)/.github/workflows/pages.yml"))
      try Data("/Public/\n/.sitegen-cache/\n".utf8).write(to: URL(filePath: "\(folder)/.gitignore"))
    } catch {
      throw EnvironmentError("could not make \(folder): \(error.localizedDescription)", path: folder)
    }
  }
}
