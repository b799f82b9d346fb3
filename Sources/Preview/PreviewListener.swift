internal import Diagnostics
internal import FlyingSocks
internal import Foundation

/// The server's port. Sockets are FlyingSocks's; what a request is answered with is `PreviewConnection`'s to say.
struct PreviewListener: Sendable {
  /// Where it listens.
  let host: String
  /// The port it listens on.
  let port: UInt16
  private let socket: Socket

  /// How many ports are tried.
  private static let attempts: UInt16 = 50
  /// How many requests are answered at a time: more than a browser asks for, and fewer than there may be open files.
  private static let most = 128

  /// Takes a free port, beginning with the one asked for.
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

  /// The address of the front page.
  var address: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }

  /// The names that requests may use: those of this machine itself where nobody else can reach it.
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

  /// The next connection; nil once the task is cancelled. Skips connections that fail.
  private func next(_ listener: AsyncSocket) async -> AsyncSocket? {
    while !Task.isCancelled {
      if let socket = try? await listener.accept() { return socket }
      // There may be too many open files for the moment.
      try? await Task.sleep(for: .milliseconds(100))
    }
    return nil
  }

  /// A socket that listens on a port; nil where that is taken.
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
