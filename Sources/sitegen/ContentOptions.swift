import ArgumentParser
import ContentLoading
import Foundation
import Publishing

/// The options that all commands share: the folder of the content, and the form of diagnostics.
struct ContentOptions: ParsableArguments {
  @Option(name: .long, help: "The folder of reports, frameworks, authorities and pages.")
  var content = "Content"

  @Option(name: .long, help: "The folder for what need not be done twice; it may be deleted at any time.")
  var cache = ".sitegen-cache"

  @Flag(name: .long, help: "Treat warnings, such as a grade conflict, as errors.")
  var strict = false

  @Option(name: .long, help: "How problems are printed: text, or one JSON object a line.")
  var diagnostics = DiagnosticFormat.text

  @Option(name: .long, help: ArgumentHelp("How many reports to work on at once.", valueName: "n"))
  var jobs: Int?

  @Option(name: .long, help: ArgumentHelp("The most megabytes that a report may have.", valueName: "mb"))
  var maxInput = FileReader.reportLimit >> 20

  mutating func validate() throws {
    guard (1...4096).contains(maxInput) else { throw ValidationError("--max-input must be between 1 and 4096.") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be between 1 and 256.") }
  }

  /// The number of jobs: the option, or one for each processor.
  var jobCount: Int { jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// The most bytes that a report may have.
  var inputLimit: Int { maxInput << 20 }

  /// Returns the options for a command that builds nothing.
  func check(keepsGoing: Bool = false) -> SiteBuild.Options {
    SiteBuild.Options(
      content: ContentOptions.folder(content, named: "Content"), defaults: ContentOptions.shipped("Content"),
      templates: ContentOptions.folder("Templates", named: "Templates"),
      shippedTemplates: ContentOptions.shipped("Templates"), output: "", cache: cache, jobs: jobCount,
      maxInput: inputLimit, isStrict: strict, keepsGoing: keepsGoing)
  }

  /// Loads the content; files that the folder lacks come from the shipped content.
  func load() throws -> Content {
    try ContentLoader.load(
      directory: ContentOptions.folder(content, named: "Content"), defaults: ContentOptions.shipped("Content"))
  }

  /// Returns the folder of an option, or the shipped one if the option has the usual name and no such folder is here.
  static func folder(_ given: String, named name: String) -> String {
    given == name && !FileManager.default.fileExists(atPath: given) ? shipped(name) : given
  }

  /// Returns the shipped folder of a name, for files that the given content folder lacks: in the package that this
  /// program was built in, installed beside it in `share/sitegen`, or else in the current folder.
  static func shipped(_ name: String) -> String {
    let files = FileManager.default
    var folder = URL(fileURLWithPath: Bundle.main.executablePath ?? ".").deletingLastPathComponent()
    for _ in 0..<6 {
      let isPackage = files.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
      for candidate in (isPackage ? [name] : []) + ["share/sitegen/\(name)"] {
        let path = folder.appendingPathComponent(candidate).path
        let isHere = URL(filePath: path).resolvingSymlinksInPath() == URL(filePath: name).resolvingSymlinksInPath()
        if files.fileExists(atPath: path) { return isHere ? name : path }
      }
      folder.deleteLastPathComponent()
    }
    return name
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}
