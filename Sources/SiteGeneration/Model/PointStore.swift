public import Diagnostics

/// Where the points of many reports lie while no page needs them, so that they take no memory.
public protocol PointStore: AnyObject, Sendable {
  /// Keeps bytes, and tells where they lie.
  ///
  /// - Throws: if there is no room for them.
  func keep(_ bytes: [UInt8]) throws(EnvironmentFailure) -> Range<Int>

  /// What lies there. Where that can't be read it is nothing; the store then says so to whoever publishes what was made.
  func bytes(in range: Range<Int>) -> [UInt8]
}
