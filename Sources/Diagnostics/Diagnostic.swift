/// A problem found in the content, as a value: its message, severity and location.
///
/// Problems in the publisher's files are never thrown, so that one run reports all of them; only the environment (a
/// full disk, a missing tool) throws.
public struct Diagnostic: Sendable, Hashable {
  /// The weight of a problem.
  public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Worth knowing; nothing need be done.
    case note
    /// Something is doubtful; the site says so, and `--strict` makes the build fail.
    case warning
    /// The content can't be published as it is.
    case error

    /// Orders a note before a warning, and a warning before an error.
    public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
  }

  /// The weight of the problem.
  public var severity: Severity
  /// The kind of problem: stable, documented by `sitegen explain CODE`.
  public var code: DiagnosticCode
  /// The message, in one sentence without a full stop.
  public var message: String
  /// The location, if there is one.
  public var location: SourceLocation?
  /// The text of its line, for the excerpt with a caret.
  public var excerpt: String?
  /// The line of the content's files that would settle the problem, if there is one.
  public var suggestion: Suggestion?

  /// Whether it stops a build; if `isStrict`, warnings do too.
  public func stopsBuild(isStrict: Bool) -> Bool { severity == .error || isStrict && severity == .warning }

  /// A line for a file of the content.
  public struct Suggestion: Sendable, Hashable, Comparable {
    /// The file, in the content folder: `authorities.csv`, `frameworks/ofsted-ilacs.yaml`.
    public var file: String
    /// The position in the file, in words: `judgements, leaders, variants`.
    public var place: String
    /// The line to add.
    public var line: String

    /// Creates a suggestion from its parts.
    public init(file: String, place: String, line: String) {
      self.file = file
      self.place = place
      self.line = line
    }

    /// Creates an entry of a list in a framework's file from a wording, quoted for YAML.
    public init(wording: String, place: String, framework file: String) {
      let quoted = wording.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      self.init(file: "frameworks/\(file)", place: place, line: "- \"\(quoted)\"")
    }

    /// Returns a line of a CSV file, its fields quoted where they must be.
    public static func csvLine(_ fields: [String]) -> String {
      fields.map { field in
        field.contains { ",\"\r\n".contains($0) } ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
      }
      .joined(separator: ",")
    }

    /// Orders by file, then place, then line.
    public static func < (lhs: Suggestion, rhs: Suggestion) -> Bool {
      (lhs.file, lhs.place, lhs.line) < (rhs.file, rhs.place, rhs.line)
    }
  }

  /// Creates a diagnostic from its parts.
  public init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: String, at location: SourceLocation? = nil,
    excerpt: String? = nil, suggestion: Suggestion? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.excerpt = excerpt
    self.suggestion = suggestion
  }
}

extension Diagnostic: Comparable {
  /// Orders by file, line, column, severity (worst first), code and message: the order of every listing.
  public static func < (lhs: Diagnostic, rhs: Diagnostic) -> Bool {
    let left = (lhs.location?.path ?? "", lhs.location?.line ?? 0, lhs.location?.column ?? 0)
    let right = (rhs.location?.path ?? "", rhs.location?.line ?? 0, rhs.location?.column ?? 0)
    if left != right { return left < right }
    if lhs.severity != rhs.severity { return lhs.severity > rhs.severity }
    return (lhs.code.rawValue, lhs.message) < (rhs.code.rawValue, rhs.message)
  }
}
