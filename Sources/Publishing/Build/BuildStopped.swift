internal import Synchronization

/// The error that ends a build that was asked to stop. The site is unchanged.
public struct BuildStopped: Error {
  /// The signal that stopped the build.
  public let signal: Int32

  private static let asked = Atomic<Int32>(0)

  /// Asks every build of this process to stop as soon as the site is consistent: a build that is moving files into
  /// place moves the rest first.
  public static func ask(signal: Int32) { asked.store(signal, ordering: .relaxed) }

  /// Throws if builds were asked to stop.
  static func check() throws(BuildStopped) {
    let signal = asked.load(ordering: .relaxed)
    if signal != 0 { throw BuildStopped(signal: signal) }
  }
}
