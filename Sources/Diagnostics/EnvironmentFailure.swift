#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Something about the machine that stops the build: a full disk, a folder without permission, a missing tool.
///
/// Nothing in the content can cause it, so it is thrown where a `Diagnostic` would be collected; the program prints
/// it and exits with code 3.
public struct EnvironmentFailure: Error, Sendable, Hashable {
  /// What could not be done and why, in one sentence without a full stop.
  public var message: String
  /// The file or folder concerned, as the user would type it, if there is one.
  public var path: String?

  /// Makes a failure from its parts.
  public init(_ message: String, path: String? = nil) {
    self.message = message
    self.path = path
  }

  /// Words a failed system call: `could not write Public/index.html: No space left on device`.
  ///
  /// `action` is the verb alone ("write", "remove"); `code` is the value of `errno` after the call.
  public static func couldNot(_ action: String, _ path: String, errno code: Int32) -> EnvironmentFailure {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return EnvironmentFailure("could not \(action) \(path): \(reason)", path: path)
  }
}

extension EnvironmentFailure: CustomStringConvertible {
  /// The message, so that a failure that is merely printed is still readable.
  public var description: String { message }
}
