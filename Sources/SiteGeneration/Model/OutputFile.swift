/// One file of the site: its path and its content.
public struct OutputFile: Sendable, Hashable {
  /// The path in the output folder, with `/` as the separator: `authorities/exampleshire/index.html`.
  public let path: String
  /// The content.
  public let bytes: [UInt8]
}
