import Dispatch
import Foundation
import Publishing

/// The signals that stop a build, which then leaves the site unchanged.
struct StopSignals {
  private let sources: [any DispatchSourceSignal]

  /// Makes the signals stop builds instead of the program, from now on.
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
