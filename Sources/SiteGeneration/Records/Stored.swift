internal import Inspections
internal import Records
internal import Synchronization

/// A value, or the way to it: bytes that it is decoded from, or a place that it is fetched from, when it is first asked for.
final class Stored<Value: Recordable & Sendable>: Sendable {
  private enum State {
    case decoded(Value)
    case encoded(ArraySlice<UInt8>)
    case elsewhere(@Sendable () -> Value)
  }

  private let state: Mutex<State>

  /// Keeps a value.
  init(_ value: Value) { state = Mutex(.decoded(value)) }

  /// Keeps the bytes of a value that was recorded; the cache proves them by a digest before it hands them out.
  init(encoded bytes: ArraySlice<UInt8>) { state = Mutex(.encoded(bytes)) }

  /// Has the value fetched when it is first asked for.
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

/// The points of a report, one behind the other in few bytes.
struct RecommendationList: Sendable {
  var points: [Recommendation]
}
