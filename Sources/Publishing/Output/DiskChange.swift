internal import Synchronization

/// Every change that a build makes to a disk passes here first, so that a test can stop a build at any one of them.
enum DiskChange {
  /// How many changes are left; after the last every one fails, as for a program that is gone.
  final class Allowance: Sendable {
    private let left: Atomic<Int>

    init(_ count: Int) { left = Atomic(count) }

    /// Whether none is left.
    var isSpent: Bool { left.load(ordering: .relaxed) < 0 }

    fileprivate func take() -> Bool { left.subtract(1, ordering: .relaxed).newValue >= 0 }
  }

  /// What a test allows; nil allows everything.
  @TaskLocal static var allowance: Allowance?

  /// Goes on with a change if it is allowed.
  static func allow() throws(PosixError) {
    if let allowance, !allowance.take() { throw PosixError.stopped }
  }
}
