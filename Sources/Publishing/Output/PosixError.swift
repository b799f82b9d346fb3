internal import Foundation

/// A failed system call.
struct PosixError: Error {
  /// The value of `errno` after it.
  var code: Int32

  /// The error for a change that a test does not allow.
  static let stopped = PosixError(code: EIO)

  /// Whether the call failed only because there is no such file.
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// Whether it failed only because there is such a file already.
  var isExisting: Bool { code == EEXIST || code == ENOTEMPTY }
  /// Whether it failed only because another process holds the lock.
  var isLocked: Bool { code == EWOULDBLOCK }
}

/// Repeats a system call until no signal interrupts it.
@discardableResult
func retrying(_ call: () -> Int32) throws(PosixError) -> Int32 {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw PosixError(code: errno) }
  }
}
