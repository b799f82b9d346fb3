internal import Inspections
internal import Records
internal import Synchronization

/// A value, or the bytes that it is decoded from when it is first asked for.
final class Stored<Value: Recordable & Sendable>: Sendable {
  private enum State {
    case decoded(Value)
    case encoded(ArraySlice<UInt8>)
  }

  private let state: Mutex<State>

  /// Keeps a value.
  init(_ value: Value) { state = Mutex(.decoded(value)) }

  /// Keeps the bytes of a value that was recorded; the cache proves them by a digest before it hands them out.
  init(encoded bytes: ArraySlice<UInt8>) { state = Mutex(.encoded(bytes)) }

  /// The value.
  var value: Value {
    state.withLock { state in
      switch state {
      case .decoded(let value): return value
      case .encoded(let bytes):
        var record = RecordReader(bytes)
        guard let value = try? record.read() as Value else { preconditionFailure("a verified record is damaged") }
        state = .decoded(value)
        return value
      }
    }
  }
}

/// The points of a report, one behind the other in few bytes.
struct RecommendationList: Sendable {
  var points: [Recommendation]
}
