#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What tells whether a file was touched since it was written. Being moved into its place does not change it.
struct WrittenStamp: Sendable, Hashable {
  /// The size in bytes.
  var size: Int
  /// When its bytes were last changed, in nanoseconds since 1970.
  var modified: Int
  /// The number of the file on its disk.
  var number: UInt64
}

extension WrittenStamp {
  /// Takes the stamp from what the system says of a file.
  init(_ status: stat) {
    #if canImport(Darwin)
      let modified = status.st_mtimespec
    #else
      let modified = status.st_mtim
    #endif
    self.init(
      size: Int(status.st_size), modified: modified.tv_sec * 1_000_000_000 + modified.tv_nsec,
      number: UInt64(status.st_ino))
  }
}
