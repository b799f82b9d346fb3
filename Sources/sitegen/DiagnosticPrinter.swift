import Diagnostics
import Foundation

/// The formats of printed diagnostics.
enum DiagnosticFormat: String, CaseIterable, Sendable {
  /// The format of compilers: location, message, the line, a caret.
  case text
  /// A JSON object a line.
  case json
}

/// Prints problems to the error stream and results to the output stream; colour only on a terminal.
struct DiagnosticPrinter {
  let format: DiagnosticFormat
  private let isColoured: Bool

  init(format: DiagnosticFormat, isTerminal: Bool) {
    self.format = format
    self.isColoured =
      isTerminal && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Prints diagnostics in the order of file and line.
  func print(_ diagnostics: [Diagnostic]) {
    writeError(diagnostics.sorted().map { rendered($0) + "\n" }.joined())
  }

  /// Writes to the output stream.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes to the output stream; exits if that fails, since the results would be lost.
  func write(_ bytes: [UInt8]) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      writeError("error: could not write to the standard output\n")
      exit(3)
    }
  }

  /// Prints a failure of the environment.
  func print(_ failure: EnvironmentError) { writeError("error: \(Self.escaped(failure.message))\n") }

  /// Writes to the error stream; a failure is ignored, since it can't be reported.
  func writeError(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

  /// Returns a diagnostic as it is printed, without the last line end.
  func rendered(_ diagnostic: Diagnostic) -> String {
    switch format {
    case .text: text(diagnostic)
    case .json: json(diagnostic)
    }
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { "\(Self.escaped("\($0)")): " } ?? ""
    let severity = coloured(diagnostic.severity.rawValue, diagnostic.severity)
    var text = "\(place)\(severity): \(Self.escaped(diagnostic.message)) [\(diagnostic.code.rawValue)]"
    if let excerpt = diagnostic.excerpt, !excerpt.isEmpty {
      let shown = Self.visible(String(excerpt.prefix(160)))
      let column = max(0, min((diagnostic.location?.column ?? 1) - 1, shown.count))
      text += "\n  \(shown)\n  \(String(repeating: " ", count: column))^"
    }
    return text
  }

  /// Replaces control characters, which must not reach the terminal, and marks that turn the direction of text.
  static func visible(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isVisible) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isVisible($0) ? $0 : " " }))
  }

  /// Escapes the control characters of a name as Swift does, so that it can't split a line or turn its text.
  static func escaped(_ name: String) -> String {
    name.unicodeScalars.map { isVisible($0) ? String($0) : $0.escaped(asASCII: true) }.joined()
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }

  private func coloured(_ word: String, _ severity: Diagnostic.Severity) -> String {
    guard isColoured else { return word }
    let code =
      switch severity {
      case .error: 31
      case .warning: 33
      case .note: 36
      }
    return "\u{1B}[1;\(code)m\(word)\u{1B}[0m"
  }

  private func json(_ diagnostic: Diagnostic) -> String {
    var fields: [String] = []
    func add(_ key: String, _ value: String?) {
      guard let value, let data = try? JSONEncoder().encode(value) else { return }
      fields.append("\"\(key)\":\(String(decoding: data, as: UTF8.self))")
    }
    add("severity", diagnostic.severity.rawValue)
    add("code", diagnostic.code.rawValue)
    add("message", diagnostic.message)
    add("path", diagnostic.location?.path)
    fields.append("\"line\":\(diagnostic.location?.line ?? 0)")
    fields.append("\"column\":\(diagnostic.location?.column ?? 0)")
    add("suggestedFile", diagnostic.suggestion?.file)
    add("suggestedPlace", diagnostic.suggestion?.place)
    add("suggestedLine", diagnostic.suggestion?.line)
    return "{\(fields.joined(separator: ","))}"
  }
}
