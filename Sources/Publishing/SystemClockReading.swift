internal import Foundation

/// The moment, by the clock that stamps files.
enum SystemClockReading {
  /// Nanoseconds since 1970.
  static var now: Int { Int(Date().timeIntervalSince1970 * 1e9) }
}
