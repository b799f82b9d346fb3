internal import Inspections
internal import Records
internal import Synchronization

/// A value that is decoded from bytes, or fetched, on first use.
final class Stored<Value: Recordable & Sendable>: Sendable {
  private enum State {
    case decoded(Value)
    case encoded(ArraySlice<UInt8>)
    case elsewhere(@Sendable () -> Value)
  }

  private let state: Mutex<State>

  /// Stores a value.
  init(_ value: Value) { state = Mutex(.decoded(value)) }

  /// Stores the bytes of a recorded value; the cache verifies them by a digest before it returns them.
  init(encoded bytes: ArraySlice<UInt8>) { state = Mutex(.encoded(bytes)) }

  /// Sets a function that returns the value on first use.
  func fetch(_ value: @escaping @Sendable () -> Value) { state.withLock { $0 = .elsewhere(value) } }

  /// The value.
  var value: Value {
    state.withLock { state in
      let value: Value
      switch state {
      case .decoded(let known): return known
      case .encoded(let bytes):
        var record = RecordReader(bytes)
        guard let read = try? record.read() as Value else { preconditionFailure("a verified record is damaged") }
        value = read
      case .elsewhere(let fetch): value = fetch()
      }
      state = .decoded(value)
      return value
    }
  }
}

/// The recommendations of a report, recorded compactly.
struct RecommendationList: Sendable {
  var points: [Recommendation]
}
