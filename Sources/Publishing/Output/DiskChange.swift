internal import Synchronization

/// The gate that every change to the disk passes first, so that a test can stop a build at any one of them.
enum DiskChange {
  /// The number of changes that a test allows; every later change fails, as for a process that was killed.
  final class Allowance: Sendable {
    private let left: Atomic<Int>

    init(_ count: Int) { left = Atomic(count) }

    /// Whether a change was refused.
    var isSpent: Bool { left.load(ordering: .relaxed) < 0 }

    fileprivate func take() -> Bool { left.subtract(1, ordering: .relaxed).newValue >= 0 }
  }

  /// The changes that a test allows; nil allows all.
  @TaskLocal static var allowance: Allowance?

  /// Counts a change; throws if it is not allowed.
  static func allow() throws(PosixError) {
    if let allowance, !allowance.take() { throw PosixError.stopped }
  }
}
