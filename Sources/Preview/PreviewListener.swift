internal import Diagnostics
internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// The server on its port. HTTP itself is FlyingFox's; which file is sent, and whether, is `SiteFolder`'s.
struct PreviewListener: Sendable {
  /// Where it listens.
  let host: String
  /// The port it listens on.
  let port: UInt16

  /// How many ports are tried.
  private static let attempts: UInt16 = 50

  /// Finds a free port, beginning with the one asked for.
  ///
  /// - Throws: if none is free, or the address is not one of this machine's.
  init(host: String, port: UInt16) throws(EnvironmentFailure) {
    self.host = host == "localhost" ? "127.0.0.1" : host
    let last = UInt16(clamping: Int(port) + Int(PreviewListener.attempts) - 1)
    for candidate in port...last where try PreviewListener.isFree(self.host, candidate) {
      self.port = candidate
      return
    }
    throw EnvironmentFailure("no port from \(port) to \(last) is free on \(host)")
  }

  /// The address of the front page.
  var address: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }

  /// The names that requests may use: those of this machine itself where nobody else can reach it.
  var hosts: Set<String>? {
    host.hasPrefix("127.") || host == "::1" ? ["127.0.0.1", "localhost", "::1", host] : nil
  }

  /// Serves a folder until the task is cancelled.
  ///
  /// - Throws: if the port was taken meanwhile.
  func serve(_ folder: SiteFolder, _ channel: EventChannel) async throws {
    let handler = PreviewHandler(folder: folder, channel: channel)
    let configuration =
      host.contains(":")
      ? HTTPServer.Configuration(address: try .inet6(ip6: host, port: port), logger: .disabled)
      : HTTPServer.Configuration(address: try .inet(ip4: host, port: port), logger: .disabled)
    try await HTTPServer(config: configuration, handler: handler).run()
  }

  private static func isFree(_ host: String, _ port: UInt16) throws(EnvironmentFailure) -> Bool {
    do {
      return try host.contains(":")
        ? isFree(.inet6(ip6: host, port: port), AF_INET6) : isFree(.inet(ip4: host, port: port), AF_INET)
    } catch SocketError.failed(_, let number, _) where number == EADDRINUSE {
      return false
    } catch {
      throw EnvironmentFailure("could not listen on \(host), port \(port): \(error)")
    }
  }

  private static func isFree(_ address: some SocketAddress, _ domain: Int32) throws -> Bool {
    let socket = try Socket(domain: domain)
    defer { try? socket.close() }
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: address)
    try socket.listen()
    return true
  }
}

/// Takes requests from the server and gives it answers.
private struct PreviewHandler: HTTPHandler {
  let folder: SiteFolder
  let channel: EventChannel

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let path = request.target.path()
    let question = Question(
      method: request.method.rawValue, path: path, host: request.headers[.host],
      known: request.headers[HTTPHeader("If-None-Match")])
    guard folder.isAddressed(by: question) else { return response(folder.refusal(of: question)) }
    switch path {
    case PreviewPaths.events:
      return HTTPResponse(
        statusCode: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
        body: HTTPBodySequence(from: EventBytes(events: channel.events())))
    case PreviewPaths.script:
      return response(
        Answer(
          status: 200, headers: ["Content-Type": ContentType.type(of: path), "Cache-Control": "no-store"],
          body: PackageResources.preview_js))
    default:
      let build = channel.build
      return response(folder.answer(question) { PageDressing.dressed($0, build: build) })
    }
  }

  private func response(_ answer: Answer) -> HTTPResponse {
    var headers = HTTPHeaders()
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: PreviewHandler.phrases[answer.status] ?? "OK"),
      headers: headers, body: HTTPBodySequence(data: Data(answer.body), suggestedBufferSize: 1 << 16))
  }

  private static let phrases = [
    200: "OK", 301: "Moved Permanently", 304: "Not Modified", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed",
  ]
}

/// The events of a channel as the body of a response that does not end.
private struct EventBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  let events: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var events: AsyncStream<[UInt8]>.Iterator
    private var rest: ArraySlice<UInt8> = []

    init(events: AsyncStream<[UInt8]>.Iterator) { self.events = events }

    mutating func next() async -> UInt8? { await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
      while rest.isEmpty {
        guard let event = await events.next() else { return nil }
        rest = event[...]
      }
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }
}
