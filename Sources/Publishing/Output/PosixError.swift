#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A failed system call.
struct PosixError: Error {
  /// The value of `errno` after it.
  var code: Int32

  /// A file that has just been made is not there.
  static let gone = PosixError(code: ENOENT)

  /// A test lets the program change no more.
  static let stopped = PosixError(code: EIO)

  /// Whether the call failed only because nothing is there.
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// Whether it failed only because something is there already.
  var isExisting: Bool { code == EEXIST || code == ENOTEMPTY }
  /// Whether it failed only because another process holds the lock.
  var isLocked: Bool { code == EWOULDBLOCK }
}

/// Makes a system call until it is no longer interrupted by a signal.
@discardableResult
func retrying(_ call: () -> Int32) throws(PosixError) -> Int32 {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw PosixError(code: errno) }
  }
}
