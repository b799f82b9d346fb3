internal import Synchronization

/// Where the time of a build went, phase by phase.
public struct BuildPhase: Sendable, Hashable {
  /// The phase, as it is printed.
  public var name: String
  /// Its time in seconds. Of phases that run many at once it is the sum over all of them.
  public var seconds: Double
  /// Whether it is part of the phase before it, and runs many at once.
  public var isPart: Bool
}

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
  }

  private let spent = Mutex<[Phase: Duration]>([:])

  /// Does something and counts its time.
  func measure<Value, Failure: Error>(_ phase: Phase, _ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let start = ContinuousClock.now
    defer { add(ContinuousClock.now - start, to: phase) }
    return try body()
  }

  /// Does something that waits, and counts its time.
  func measure<Value>(_ phase: Phase, _ body: () async throws -> Value) async throws -> Value {
    let start = ContinuousClock.now
    defer { add(ContinuousClock.now - start, to: phase) }
    return try await body()
  }

  private func add(_ duration: Duration, to phase: Phase) {
    spent.withLock { $0[phase, default: .zero] += duration }
  }

  /// What was measured; a phase that did not come is left out.
  var phases: [BuildPhase] {
    let spent = spent.withLock { $0 }
    return Phase.allCases.compactMap { phase in
      spent[phase].map { duration in
        BuildPhase(
          name: phase.rawValue, seconds: duration / .seconds(1), isPart: [.unpacking, .staging].contains(phase))
      }
    }
  }

  /// A summary with what was measured.
  func noted(in summary: BuildSummary) -> BuildSummary {
    var summary = summary
    summary.phases = phases
    return summary
  }
}
