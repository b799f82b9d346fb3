internal import Synchronization

/// A phase of a build and its time.
public struct BuildPhase: Sendable, Hashable {
  /// The name of the phase, as it is printed.
  public var name: String
  /// The time in seconds; for work that runs concurrently, the sum over all tasks.
  public var seconds: Double
  /// Whether it is part of the phase before it, measured over concurrent tasks.
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

  /// The measured phases; a phase that did not run is left out.
  var phases: [BuildPhase] {
    let spent = spent.withLock { $0 }
    return Phase.allCases.compactMap { phase in
      spent[phase].map { duration in
        BuildPhase(
          name: phase.rawValue, seconds: duration / .seconds(1), isPart: [.unpacking, .staging].contains(phase))
      }
    }
  }

  /// Returns the summary with the time so far and the measured phases.
  func noted(in summary: BuildSummary) -> BuildSummary {
    var summary = summary
    summary.seconds = (ContinuousClock.now - began) / .seconds(1)
    summary.phases = phases
    return summary
  }
}
