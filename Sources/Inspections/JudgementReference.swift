/// The name of a judgement of any framework.
public struct JudgementReference: Sendable, Hashable {
  /// The identifier of the framework.
  public var framework: String
  /// The identifier of the judgement in it.
  public var judgement: String

  /// Creates a reference from its parts.
  public init(framework: String, judgement: String) {
    self.framework = framework
    self.judgement = judgement
  }

  /// A reference from `framework/judgement`, or nil.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(framework: String(parts[0]), judgement: String(parts[1]))
  }
}

extension JudgementReference: CustomStringConvertible {
  /// `framework/judgement`, as content files write it.
  public var description: String { "\(framework)/\(judgement)" }
}
