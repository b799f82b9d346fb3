/// One file of the site: its path and its content.
public struct OutputFile: Sendable, Hashable {
  /// The path in the output folder, with `/` as the separator: `authorities/exampleshire/index.html`.
  public var path: String
  /// The content.
  public var bytes: [UInt8]

  /// Creates a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
