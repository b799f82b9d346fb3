#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

internal import Records

/// What tells whether a file was touched since it was put in its place.
struct WrittenStamp: Sendable, Hashable {
  /// The size in bytes.
  var size: Int
  /// When its bytes were last changed, in nanoseconds since 1970.
  var modified: Int
  /// When the file or what is said of it was last changed, in nanoseconds since 1970; nobody can set it.
  var changed: Int
  /// The number of the file on its disk.
  var number: UInt64
}

extension WrittenStamp {
  /// Takes the stamp from what the system says of a file.
  init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.init(
      size: Int(status.st_size), modified: modified.tv_sec * 1_000_000_000 + modified.tv_nsec,
      changed: changed.tv_sec * 1_000_000_000 + changed.tv_nsec, number: UInt64(status.st_ino))
  }

  /// Whether a change after `moment` (in nanoseconds since 1970) would surely show in the stamp: disks' clocks tick in
  /// steps of a few milliseconds.
  func isAtRest(before moment: Int) -> Bool { max(modified, changed) + 20_000_000 < moment }
}

extension WrittenStamp: Recordable {
  func write(to record: inout RecordWriter) { record.put(size, modified, changed, number) }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      size: try record.read(), modified: try record.read(), changed: try record.read(), number: try record.read())
  }
}
