internal import Foundation

/// A failure outside the content that stopped the work: a full disk, a folder that can't be written, a missing tool.
///
/// The only kind of error this program throws; it exits with code 3. A problem of the content is a `Diagnostic`
/// instead.
public struct EnvironmentError: Error, Sendable, Hashable {
  /// The message, in one sentence without a full stop.
  public var message: String

  /// Creates an error; the message should name the file or folder, if there is one in particular.
  public init(_ message: String) { self.message = message }

  /// Creates an error from a failed system call: `could not write Public/index.html: No space left on device`.
  ///
  /// - Parameters:
  ///   - action: the attempted action, as it follows “could not”: `write`, `read`, `create the folder`.
  ///   - path: the file or folder, as the user would type it.
  ///   - code: the value of `errno` after the call.
  public init(_ action: String, _ path: String, errno code: Int32) {
    let reason =
      code == EXDEV
      ? "it is on another disk than the folder that it belongs to; both must be on one"
      : String(cString: strerror(code))
    self.init("could not \(action) \(path): \(reason)")
  }
}
