internal import Diagnostics
internal import Foundation
internal import Synchronization

/// Tells every open page which build the site is of, and what is wrong with the content; a page that is opened later is
/// told the same at once.
final class LiveReloadChannel: Sendable {
  private struct State {
    var build: String
    var problems: [UInt8] = LiveReloadChannel.event("problems", "[]")
    var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var next = 0
  }

  private let state: Mutex<State>

  /// Starts with a name for the build that lies there.
  init(build: String) { state = Mutex(State(build: build)) }

  /// The name of the newest build.
  var build: String { state.withLock(\.build) }

  /// Tells that there is a newer build, or that the one there is right again; with nothing wrong `problems` is empty.
  func tell(build: String, problems: [OverlayDiagnostic]) {
    let found = LiveReloadChannel.event("problems", OverlayDiagnostic.json(problems))
    send { state in
      state.build = build
      state.problems = found
      return found + LiveReloadChannel.event("build", build)
    }
  }

  /// Sends something that means nothing, so that pages that are gone are noticed.
  func tick() { send { _ in Array(":\n\n".utf8) } }

  /// What a page is sent from now on, as it goes over the wire.
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
    // Ending a listener takes the lock again, so nothing is sent while it is held.
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
  /// File, line and column.
  var place: String?
  /// What is wrong.
  var message: String
  /// The line it is on.
  var excerpt: String?

  /// Words a problem of the content.
  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    place = diagnostic.location.map { "\($0)" }
    message = "\(diagnostic.message) [\(diagnostic.code.rawValue)]"
    excerpt = diagnostic.excerpt.map { String($0.prefix(300)) }
  }

  /// Words a failure of the disk or of a tool.
  init(_ failure: EnvironmentError) {
    severity = "error"
    message = failure.message
  }

  /// The problems on one line.
  static func json(_ problems: [OverlayDiagnostic]) -> String {
    (try? JSONEncoder().encode(problems)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }
}
