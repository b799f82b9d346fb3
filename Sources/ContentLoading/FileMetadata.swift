/// The metadata of a file, known without reading it: as long as they stay the same, so do the bytes.
public struct FileMetadata: Sendable, Hashable {
  /// The size in bytes.
  public var size: Int
  /// The time of the last change of the bytes, in nanoseconds since 1970.
  public var modified: Int
  /// The time of the last change of the bytes or the metadata, in nanoseconds since 1970; no program can set it.
  public var changed: Int
  /// The inode number.
  public var number: Int

  /// Creates the metadata from its parts.
  public init(size: Int, modified: Int, changed: Int, number: Int) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.number = number
  }

  /// The time that a file must have been unchanged for its metadata to be trusted, in nanoseconds: clocks of disks tick
  /// in steps, and a file that changes twice within one step has the same metadata both times.
  private static let rest = 50_000_000

  /// Whether a change after `moment` (in nanoseconds since 1970) is sure to change these metadata.
  public func isStable(before moment: Int) -> Bool { max(modified, changed) + FileMetadata.rest < moment }
}

/// A file and its metadata.
public struct InputFile: Sendable, Hashable {
  /// The path, as the user would type it.
  public var path: String
  /// The metadata of the file.
  public var stamp: FileMetadata

  /// Creates the pair.
  public init(path: String, stamp: FileMetadata) {
    self.path = path
    self.stamp = stamp
  }
}
