internal import ContentLoading
public import Diagnostics
internal import Foundation
public import Publishing

/// Builds the site, serves it on this machine, and rebuilds it whenever the content or the templates change.
///
/// The server always shows the last good site: a build with errors writes nothing, and open pages show the problems.
public struct PreviewServer: Sendable {
  /// The events of a preview.
  public enum Event: Sendable {
    /// The site was built, or the build found errors.
    case built(BuildSummary)
    /// The build failed: the disk or a tool failed.
    case failed(EnvironmentError)
    /// The server is listening.
    case listening(address: String, isOtherPort: Bool)
  }

  private let build: SiteBuild.Options
  private let host: String
  private let port: UInt16
  private let channel: LiveReloadChannel
  private let began = String(Int(Date().timeIntervalSince1970 * 1000))

  /// Creates a preview; nothing runs before `run`.
  ///
  /// - Parameters:
  ///   - build: the options of the build.
  ///   - host: the address to listen on.
  ///   - port: the port to listen on; if it is taken, the next free one.
  public init(build: SiteBuild.Options, host: String, port: UInt16) {
    self.build = build
    self.host = host
    self.port = port
    channel = LiveReloadChannel(build: "\(began)-0")
  }

  /// Builds, serves and watches until the task is cancelled; `report` is called with every event.
  ///
  /// - Throws: `EnvironmentError` if no port is free or the folders can't be read.
  public func run(_ report: @escaping @Sendable (Event) -> Void) async throws {
    let first = try ContentInventory(build)
    await rebuild(0, report)

    let listener = try PreviewListener(host: host, port: port)
    let folder = StaticFileHandler(root: build.output, hosts: listener.hosts)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await listener.serve(folder, channel) }
      group.addTask {
        while !Task.isCancelled {
          try await Task.sleep(for: .seconds(15))
          channel.ping()
        }
      }
      group.addTask {
        var (last, count): (ContentInventory?, Int) = (first, 0)
        while !Task.isCancelled {
          try await Task.sleep(for: .milliseconds(250))
          // A folder that can't be read is reported by the build, and may come back.
          let now = try? ContentInventory(build)
          guard now != last else { continue }
          (last, count) = (now, count + 1)
          await rebuild(count, report)
        }
      }
      report(.listening(address: listener.address, isOtherPort: listener.port != port))
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func rebuild(_ count: Int, _ report: @Sendable (Event) -> Void) async {
    do {
      let summary = try await SiteBuild(build).run()
      report(.built(summary))
      let hasChanged = summary.tally.written + summary.tally.removed > 0
      let problems =
        summary.isPublished
        ? []
        : summary.diagnostics.sorted().filter { $0.stopsBuild(isStrict: build.isStrict) }.map {
          OverlayDiagnostic($0)
        }
      channel.update(build: hasChanged ? "\(began)-\(count)" : channel.build, problems: problems)
    } catch {
      let failure = error as? EnvironmentError ?? EnvironmentError("the build was stopped")
      report(.failed(failure))
      channel.update(build: channel.build, problems: [OverlayDiagnostic(failure)])
    }
  }
}
