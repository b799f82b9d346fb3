import Diagnostics
import Foundation

/// How much memory the system lets this program have.
enum MemoryLimit {
  /// Less address space than this ends in a crash or in threads that wait for each other, before any error can be told.
  private static let least = 400 << 20

  /// Throws where a limit of this shell's would stop a build half way.
  static func check() throws(EnvironmentError) {
    var limit = rlimit()
    #if canImport(Glibc)
      let outcome = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      let outcome = getrlimit(RLIMIT_AS, &limit)
    #endif
    guard outcome == 0, limit.rlim_cur < least else { return }
    throw EnvironmentError(
      "\(limit.rlim_cur >> 20) MB of memory are too little: this shell's limit must be at least \(least >> 20) MB "
        + "(ulimit -v \(least >> 10))")
  }
}
