import ArgumentParser

/// The command line: arguments in, diagnostics and a summary out.
@main
struct Sitegen: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sitegen")
}
