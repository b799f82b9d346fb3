import Dispatch
import Foundation
import Publishing

/// The signals that stop a build, which then leaves the site as it was.
struct StopSignals {
  private let sources: [any DispatchSourceSignal]

  /// Has them stop builds in place of the program, from now on.
  init() {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { BuildStopped.ask(signal: number) }
      source.resume()
      return source
    }
  }
}
