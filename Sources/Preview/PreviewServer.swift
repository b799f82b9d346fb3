public import Diagnostics
internal import Foundation
public import Publishing

/// Builds the site, serves it on this machine, and rebuilds it whenever the content or the templates change.
///
/// The server always shows the last good site: a build with errors writes nothing, and open pages show the problems.
public struct PreviewServer: Sendable {
  /// The options of the build and of the server.
  public struct Options: Sendable {
    /// The options of the build.
    public var build: SiteBuild.Options
    /// The address to listen on.
    public var host: String
    /// The port to listen on; if it is taken, the next free one.
    public var port: UInt16

    /// Creates options from their parts.
    public init(build: SiteBuild.Options, host: String = "127.0.0.1", port: UInt16 = 8080) {
      self.build = build
      self.host = host
      self.port = port
    }
  }

  /// The events of a preview.
  public enum Event: Sendable {
    /// The site was built, or the build found errors.
    case built(BuildSummary, seconds: Double)
    /// The build failed: the disk or a tool failed.
    case failed(EnvironmentError)
    /// The server is listening.
    case listening(address: String, isOtherPort: Bool)
  }

  private let options: Options
  private let channel: LiveReloadChannel
  private let began = String(Int(Date().timeIntervalSince1970 * 1000))

  /// Creates a preview; nothing runs before `run`.
  public init(_ options: Options) {
    self.options = options
    channel = LiveReloadChannel(build: "\(began)-0")
  }

  /// Builds, serves and watches until the task is cancelled; `report` is called with every event.
  ///
  /// - Throws: `EnvironmentError` if no port is free or the folders can't be watched.
  public func run(_ report: @escaping @Sendable (Event) -> Void) async throws {
    let build = options.build
    let watched = Set([build.content, build.defaults, build.templates, build.shippedTemplates]).sorted()
    let watcher = try FolderWatcher(watched, besides: [build.output] + [build.cache].compactMap { $0 })
    let changes = watcher.changes()
    await rebuild(0, report)

    let listener = try PreviewListener(host: options.host, port: options.port)
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
        var count = 0
        for await _ in changes {
          // Saving a file often causes several changes in succession.
          try await Task.sleep(for: .milliseconds(80))
          count += 1
          await rebuild(count, report) { try watcher.refresh() }
        }
      }
      report(.listening(address: listener.address, isOtherPort: listener.port != options.port))
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func rebuild(
    _ count: Int, _ report: @Sendable (Event) -> Void, after prepare: () throws -> Void = {}
  ) async {
    let start = ContinuousClock.now
    do {
      // A folder that was removed is reported like any other failure, and may come back.
      try prepare()
      let summary = try await SiteBuild(options.build).run()
      report(.built(summary, seconds: (ContinuousClock.now - start) / .seconds(1)))
      let hasChanged = summary.tally.written + summary.tally.removed > 0
      let problems =
        summary.isPublished
        ? []
        : summary.diagnostics.sorted().filter { $0.stopsBuild(isStrict: options.build.isStrict) }.map {
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
