internal import Synchronization

/// What a build ends with that was told to stop. The site is as it was.
public struct BuildStopped: Error {
  /// The signal that stopped it.
  public let signal: Int32

  private static let asked = Atomic<Int32>(0)

  /// Asks every build of this program to stop as soon as it leaves the site whole: one that is moving files into their
  /// places moves the rest first.
  public static func ask(signal: Int32) { asked.store(signal, ordering: .relaxed) }

  /// Goes on unless builds were asked to stop.
  static func check() throws(BuildStopped) {
    let signal = asked.load(ordering: .relaxed)
    if signal != 0 { throw BuildStopped(signal: signal) }
  }
}
