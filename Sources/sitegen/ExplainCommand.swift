import ArgumentParser
import Diagnostics

/// Says what a kind of problem means and what to do about it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a diagnostic by its code, or list all codes.")

  @Argument(help: "The code, as printed in square brackets behind a message; without one all are listed.")
  var code: String?

  func run() throws {
    guard let code else {
      for code in DiagnosticCode.allCases { print(code.rawValue) }
      return
    }
    guard let known = DiagnosticCode(rawValue: code) else {
      throw ValidationError("There is no diagnostic “\(code)”. “sitegen explain” lists them all.")
    }
    print("\(known.rawValue)\n\n\(known.explanation)")
  }
}
