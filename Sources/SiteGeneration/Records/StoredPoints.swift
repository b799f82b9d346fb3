internal import Inspections
internal import Synchronization

/// The recommendations of a report, which may be fetched on first use.
final class StoredPoints: Sendable {
  private enum State {
    case known([Recommendation])
    case elsewhere(@Sendable () -> [Recommendation])
  }

  private let state: Mutex<State>

  /// Stores recommendations.
  init(_ points: [Recommendation]) { state = Mutex(.known(points)) }

  /// Sets a function that returns the recommendations on first use.
  func fetch(_ points: @escaping @Sendable () -> [Recommendation]) { state.withLock { $0 = .elsewhere(points) } }

  /// The recommendations.
  var value: [Recommendation] {
    state.withLock { state in
      switch state {
      case .known(let points): return points
      case .elsewhere(let fetch):
        let points = fetch()
        state = .known(points)
        return points
      }
    }
  }
}
