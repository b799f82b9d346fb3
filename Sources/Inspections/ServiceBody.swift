/// A trust or company that runs a council's services; a report may print its name instead of the council's.
public struct ServiceBody: Sendable, Hashable {
  /// The name that reports print.
  public var name: String
  /// The slugs of the authorities that it serves or served.
  public var authorities: [String]

  /// Creates a service body.
  public init(name: String, authorities: [String]) {
    self.name = name
    self.authorities = authorities
  }
}
