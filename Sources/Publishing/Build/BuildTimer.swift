internal import Synchronization

/// Measures the phases of a build.
final class BuildTimer: Sendable {
  /// The phases, in the order in which they are printed.
  enum Phase: String, CaseIterable {
    case looking = "looking at files"
    case loading = "loading content"
    case reading = "reading reports"
    case assembling = "assembling the site"
    case checking = "checking"
    case rendering = "rendering"
    case unpacking = "reports’ texts"
    case staging = "staging"
    case publishing = "publishing"
    case indexing = "indexing"
    case keeping = "keeping the record"

    /// Whether it is part of the phase before it, measured over concurrent tasks.
    var isPart: Bool { self == .unpacking || self == .staging }
  }

  private let began = ContinuousClock.now
  private let spent = Mutex<[Phase: Duration]>([:])

  /// Runs `body` and adds its time to a phase.
  func measure<Value, Failure: Error>(_ phase: Phase, _ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let start = ContinuousClock.now
    defer { add(ContinuousClock.now - start, to: phase) }
    return try body()
  }

  /// Runs an asynchronous `body` and adds its time to a phase.
  func measure<Value>(_ phase: Phase, _ body: () async throws -> Value) async throws -> Value {
    let start = ContinuousClock.now
    defer { add(ContinuousClock.now - start, to: phase) }
    return try await body()
  }

  private func add(_ duration: Duration, to phase: Phase) {
    spent.withLock { $0[phase, default: .zero] += duration }
  }

  /// The time of each phase, a line a phase; a phase that did not run is left out.
  var text: String {
    let spent = spent.withLock { $0 }
    return Phase.allCases.compactMap { phase in
      guard let duration = spent[phase] else { return nil }
      let milliseconds = String(Int((duration / .milliseconds(1)).rounded()))
      let room = String(repeating: " ", count: max(1, 9 - milliseconds.count))
      return "\(room)\(milliseconds) ms  \(phase.isPart ? "  of which, all jobs together: " : "")\(phase.rawValue)\n"
    }.joined()
  }

  /// Returns the summary with the time so far and that of each phase.
  func noted(in summary: BuildSummary) -> BuildSummary {
    var summary = summary
    summary.seconds = (ContinuousClock.now - began) / .seconds(1)
    summary.timings = text
    return summary
  }
}
