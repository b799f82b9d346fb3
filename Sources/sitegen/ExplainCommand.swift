import ArgumentParser
import Diagnostics
import SiteGeneration

/// Explains a diagnostic code, or lists the names that a template may use.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a diagnostic means, or what a template may use.",
    discussion:
      "“sitegen explain grade-conflict” explains a code; “sitegen explain template report” lists the names that "
      + "Templates/report.mustache may use. Without anything the codes are listed, with “template” the templates.")

  @Argument(help: "The code in brackets after a diagnostic, or “template”.")
  var code: String?

  @Argument(help: "With “template”: the template’s path under Templates, without its ending.")
  var template: String?

  func run() throws {
    guard let code else {
      return print(DiagnosticCode.allCases.map(\.rawValue).sorted().joined(separator: "\n"))
    }
    if code == "template" { return try explainTemplate() }
    guard let known = DiagnosticCode(rawValue: code) else {
      let codes = DiagnosticCode.allCases.map(\.rawValue)
      let hint = codes.nearest(to: code).map { "; did you mean “\($0)”?" } ?? ""
      throw ValidationError(
        "there is no diagnostic “\(DiagnosticPrinter.escaped(code))”\(hint); “sitegen explain” lists them all")
    }
    print("\(known.rawValue)\n\n\(known.explanation)")
  }

  private func explainTemplate() throws {
    guard let template else { return print(TemplateReference.templates.joined(separator: "\n")) }
    guard let description = TemplateReference.description(of: template) else {
      let hint = TemplateReference.templates.nearest(to: template).map { "; did you mean “\($0)”?" } ?? ""
      throw ValidationError(
        "there is no template “\(DiagnosticPrinter.escaped(template))”\(hint); “sitegen explain template” lists them all"
      )
    }
    print(description)
  }
}
