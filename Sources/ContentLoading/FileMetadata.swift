/// What the file system tells of a file without its being read: as long as it stays the same, so do the bytes.
public struct FileMetadata: Sendable, Hashable {
  /// The size in bytes.
  public var size: Int
  /// When the bytes were last changed, in nanoseconds since 1970.
  public var modified: Int
  /// When the file or what is said of it was last changed, in nanoseconds since 1970; nobody can set it.
  public var changed: Int
  /// The number of the file on its disk.
  public var number: UInt64

  /// Creates the metadata from its parts.
  public init(size: Int, modified: Int, changed: Int, number: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.number = number
  }

  /// How long before a moment a file must have come to rest for its stamp to be trusted: clocks of disks tick in steps,
  /// and a file that changes twice within one step has the same stamp both times.
  private static let rest = 50_000_000

  /// Whether a change after `moment` (in nanoseconds since 1970) would surely show in the stamp.
  public func isStable(before moment: Int) -> Bool { max(modified, changed) + FileMetadata.rest < moment }
}

/// A file and its stamp.
public struct InputFile: Sendable, Hashable {
  /// The path, as the user would type it.
  public var path: String
  /// What the file system tells of it.
  public var stamp: FileMetadata

  /// Creates the pair.
  public init(path: String, stamp: FileMetadata) {
    self.path = path
    self.stamp = stamp
  }
}
