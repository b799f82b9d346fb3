/// A trust or company that runs a council's services, by whose name a report may call them.
public struct ServiceBody: Sendable, Hashable {
  /// The name that reports print.
  public var name: String
  /// The slugs of the authorities that it serves or served.
  public var authorities: [String]

  /// Creates a body from its parts.
  public init(name: String, authorities: [String]) {
    self.name = name
    self.authorities = authorities
  }
}
