/// A reference to a judgement of any framework.
public struct JudgementReference: Sendable, Hashable {
  /// The identifier of the framework.
  public var framework: String
  /// The identifier of the judgement in it.
  public var judgement: String

  /// Creates a reference.
  public init(framework: String, judgement: String) {
    self.framework = framework
    self.judgement = judgement
  }

  /// Parses `framework/judgement`; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(framework: String(parts[0]), judgement: String(parts[1]))
  }
}

extension JudgementReference: CustomStringConvertible {
  /// The form `framework/judgement`, as in content files.
  public var description: String { "\(framework)/\(judgement)" }
}
