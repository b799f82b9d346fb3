internal import Synchronization

/// A part of a report that may be fetched on first use.
final class Stored<Value: Sendable>: Sendable {
  private enum State {
    case known(Value)
    case elsewhere(@Sendable () -> Value)
  }

  private let state: Mutex<State>

  /// Stores a value.
  init(_ value: Value) { state = Mutex(.known(value)) }

  /// Sets a function that returns the value on first use.
  func fetch(_ value: @escaping @Sendable () -> Value) { state.withLock { $0 = .elsewhere(value) } }

  /// The value.
  var value: Value {
    state.withLock { state in
      switch state {
      case .known(let value): return value
      case .elsewhere(let fetch):
        let value = fetch()
        state = .known(value)
        return value
      }
    }
  }
}
