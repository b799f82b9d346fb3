/// What is inspected, whatever the framework of the day is called.
public struct ServiceName: Sendable, Hashable {
  /// The identifier in data files and addresses: `children`.
  public var id: String
  /// The name that readers see: `Children’s services`.
  public var name: String

  /// Creates a name from its parts.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
