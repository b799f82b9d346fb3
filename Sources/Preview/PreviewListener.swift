internal import Diagnostics
internal import FlyingSocks
internal import Foundation

/// The server's port. FlyingSocks provides the sockets; `PreviewConnection` answers the requests.
struct PreviewListener: Sendable {
  /// The address it listens on.
  let host: String
  /// The port it listens on.
  let port: UInt16
  private let socket: Socket

  /// The number of ports to try.
  private static let attempts: UInt16 = 50
  /// The most requests that are answered at once: more than a browser sends, and fewer than the limit of open files.
  private static let most = 128

  /// Listens on the first free port from `port` on.
  ///
  /// - Throws: if none is free, or the address is not one of this machine's.
  init(host: String, port: UInt16) throws(EnvironmentError) {
    self.host = host == "localhost" ? "127.0.0.1" : host
    let last = UInt16(clamping: Int(port) + Int(PreviewListener.attempts) - 1)
    for candidate in port...last {
      guard let socket = try PreviewListener.listening(self.host, candidate) else { continue }
      self.port = candidate
      self.socket = socket
      return
    }
    throw EnvironmentError("no port from \(port) to \(last) is free on \(host)")
  }

  /// The URL of the home page.
  var address: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }

  /// The host names that requests may use: this machine's if only it can connect, or nil for any name.
  var hosts: Set<String>? {
    host.hasPrefix("127.") || host == "::1" ? ["127.0.0.1", "localhost", "::1", host] : nil
  }

  /// Serves a folder until the task is cancelled.
  func serve(_ folder: StaticFileHandler, _ channel: LiveReloadChannel) async throws {
    let pool: any AsyncSocketPool = .make()
    try await pool.prepare()
    let listener = try AsyncSocket(socket: socket, pool: pool)
    defer { try? socket.close() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { await accept(listener, folder, channel) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func accept(_ listener: AsyncSocket, _ folder: StaticFileHandler, _ channel: LiveReloadChannel) async {
    await withTaskGroup(of: Void.self) { group in
      var count = 0
      while let socket = await next(listener) {
        count += 1
        if count > Self.most { await group.next() }
        group.addTask { await PreviewConnection(socket: socket, folder: folder, channel: channel).serve() }
      }
      group.cancelAll()
    }
  }

  /// Returns the next connection; nil once the task is cancelled. Skips connections that fail.
  private func next(_ listener: AsyncSocket) async -> AsyncSocket? {
    while !Task.isCancelled {
      if let socket = try? await listener.accept() { return socket }
      // There may be too many open files for a moment.
      try? await Task.sleep(for: .milliseconds(100))
    }
    return nil
  }

  /// Returns a socket that listens on a port; nil if the port is taken.
  private static func listening(_ host: String, _ port: UInt16) throws(EnvironmentError) -> Socket? {
    do {
      return try host.contains(":")
        ? listening(.inet6(ip6: host, port: port), AF_INET6) : listening(.inet(ip4: host, port: port), AF_INET)
    } catch SocketError.failed(_, let number, _) where number == EADDRINUSE {
      return nil
    } catch SocketError.failed(_, let number, _) {
      throw EnvironmentError("could not listen on \(host), port \(port): \(String(cString: strerror(number)))")
    } catch {
      throw EnvironmentError("could not listen on \(host): this is no address of a machine, such as 127.0.0.1")
    }
  }

  private static func listening(_ address: some SocketAddress, _ domain: Int32) throws -> Socket {
    let socket = try Socket(domain: domain)
    do {
      try socket.setValue(true, for: .localAddressReuse)
      #if canImport(Darwin)
        try socket.setValue(true, for: .noSIGPIPE)
      #endif
      try socket.bind(to: address)
      try socket.listen()
      return socket
    } catch {
      try? socket.close()
      throw error
    }
  }
}
