import Diagnostics
import Foundation

/// The limit that the system sets for this program's memory.
enum MemoryLimit {
  /// With less address space, the program crashes or its threads wait for each other, before it can report an error.
  private static let least = 400 << 20

  /// Throws if a memory limit of the shell would stop a build half way.
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
