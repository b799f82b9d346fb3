/// The name of an inspected service, which stays the same when frameworks change.
public struct ServiceName: Sendable, Hashable {
  /// The identifier in data files and URLs: `children`.
  public var id: String
  /// The name that readers see: `Children’s services`.
  public var name: String

  /// Creates a name.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
