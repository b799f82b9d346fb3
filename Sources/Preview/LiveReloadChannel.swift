internal import Diagnostics
internal import Foundation
internal import Synchronization

/// Sends every open page the name of the newest build, and the problems of the content; a page that is opened later
/// gets the same at once.
final class LiveReloadChannel: Sendable {
  private struct State {
    var build: String
    var problems: [UInt8] = LiveReloadChannel.event("problems", "[]")
    var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var next = 0
  }

  private let state: Mutex<State>

  /// Creates a channel with a name for the existing build.
  init(build: String) { state = Mutex(State(build: build)) }

  /// The name of the newest build.
  var build: String { state.withLock(\.build) }

  /// Sends the name of the newest build and its problems; `problems` is empty if there are none.
  func update(build: String, problems: [OverlayDiagnostic]) {
    let found = LiveReloadChannel.event("problems", OverlayDiagnostic.json(problems))
    send { state in
      state.build = build
      state.problems = found
      return found + LiveReloadChannel.event("build", build)
    }
  }

  /// Sends an empty event, so that closed pages are noticed.
  func ping() { send { _ in Array(":\n\n".utf8) } }

  /// Returns the stream of events for one page, as bytes on the wire.
  func events() -> AsyncStream<[UInt8]> {
    AsyncStream { continuation in
      let number = state.withLock { state in
        continuation.yield(LiveReloadChannel.event("build", state.build) + state.problems)
        state.next += 1
        state.listeners[state.next] = continuation
        return state.next
      }
      continuation.onTermination = { [weak self] _ in
        self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
      }
    }
  }

  private func send(_ change: (inout State) -> [UInt8]) {
    // Ending a listener takes the lock again, so events are sent only after the lock is released.
    let (bytes, listeners) = state.withLock { state in (change(&state), state.listeners.values.map { $0 }) }
    for listener in listeners { listener.yield(bytes) }
  }

  private static func event(_ name: String, _ data: String) -> [UInt8] {
    Array("event: \(name)\ndata: \(data)\n\n".utf8)
  }
}

/// A problem as the overlay shows it.
struct OverlayDiagnostic: Sendable, Hashable, Encodable {
  /// `error`, `warning`.
  var severity: String
  /// The file, line and column.
  var place: String?
  /// The message and the code.
  var message: String
  /// The text of its line.
  var excerpt: String?

  /// Creates the overlay's form of a problem of the content.
  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    place = diagnostic.location.map { "\($0)" }
    message = "\(diagnostic.message) [\(diagnostic.code.rawValue)]"
    excerpt = diagnostic.excerpt.map { String($0.prefix(300)) }
  }

  /// Creates the overlay's form of a failure of the disk or of a tool.
  init(_ failure: EnvironmentError) {
    severity = "error"
    message = failure.message
  }

  /// Returns the problems as JSON on one line.
  static func json(_ problems: [OverlayDiagnostic]) -> String {
    (try? JSONEncoder().encode(problems)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }
}
