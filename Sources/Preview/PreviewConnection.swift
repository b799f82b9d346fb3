internal import FlyingSocks
internal import Foundation

/// A connection with one request and its response; it is then closed, so that no request waits behind another.
struct PreviewConnection: Sendable {
  let socket: AsyncSocket
  let folder: StaticFileHandler
  let channel: LiveReloadChannel

  /// The most bytes of a request's head.
  private static let longestHead = 16 << 10
  /// The most bytes of an unwanted request body; the response would be lost if the body were not read.
  private static let longestBody = 1 << 20
  private static let patience = Duration.seconds(10)

  // Paths that no site has: `RequestPath` refuses names that begin so.
  /// The path of the script that is added to pages.
  static let scriptPath = "/.sitegen/preview.js"
  /// The path of the event stream that the script listens to.
  private static let eventsPath = "/.sitegen/events"

  /// Answers the request, or closes the connection if it takes too long.
  func serve() async {
    defer { try? socket.socket.close() }
    do {
      guard let question = try await within(Self.patience, { try await question() }) else { return }
      if let refusal = folder.refusal(of: question) { throw refusal }
      if question.path == Self.eventsPath { return try await sendEvents() }
      let answer = answer(to: question)
      try await within(.seconds(60)) { try await send(answer) }
    } catch let refusal as PreviewResponse {
      try? await within(Self.patience) { try await send(refusal) }
    } catch {
      // The client is gone.
    }
  }

  private func answer(to question: PreviewRequest) -> PreviewResponse {
    guard question.path == Self.scriptPath else {
      let build = channel.build
      return folder.answer(question) { LiveReloadInjector.injectingLiveReload($0, build: build) }
    }
    return PreviewResponse(
      status: 200, headers: ["Content-Type": ContentType.type(of: question.path), "Cache-Control": "no-store"],
      body: PackageResources.preview_js)
  }

  private func question() async throws -> PreviewRequest {
    var head: [UInt8] = []
    while true {
      let bytes = try await socket.read(atMost: 4096)
      head += bytes
      if bytes.contains(UInt8(ascii: "\n")), let request = try PreviewRequest(head: head) { return request }
      if head.count > Self.longestHead { throw PreviewResponse.text(431, "The request is too long.") }
    }
  }

  private func send(_ answer: PreviewResponse) async throws {
    var answer = answer
    if answer.headers["Content-Length"] == nil { answer.headers["Content-Length"] = String(answer.body.count) }
    try await socket.write(Data(answer.head + answer.body))
    // If the connection is closed before the client's bytes are read, the client loses the response.
    guard answer.status >= 400 else { return }
    var rest = Self.longestBody
    while rest > 0 { rest -= try await socket.read(atMost: 4096).count }
  }

  private func sendEvents() async throws {
    let head = PreviewResponse(
      status: 200, headers: ["Content-Type": "text/event-stream", "Cache-Control": "no-store"]
    ).head
    try await socket.write(Data(head))
    for await event in channel.events() { try await socket.write(Data(event)) }
  }

  private func within<Value: Sendable>(
    _ time: Duration, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value? {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: time)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }
}

extension PreviewRequest {
  /// Parses the head of a request; nil if its end is missing.
  ///
  /// - Throws: the response to a request that can't be understood.
  init?(head: [UInt8]) throws(PreviewResponse) {
    let text = String(decoding: head, as: UTF8.self).replacing("\r\n", with: "\n")
    guard let end = text.firstRange(of: "\n\n")?.lowerBound else { return nil }
    let lines = text[..<end].split(separator: "\n")
    let words = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard words.count == 3, words[1].hasPrefix("/"), words[2].hasPrefix("HTTP/1.") else {
      throw .text(400, "This is no request of HTTP/1.1.")
    }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    self.init(method: String(words[0]), path: String(words[1].prefix { $0 != "?" }), host: headers["host"])
  }
}

extension PreviewResponse {
  /// The head of the response, as bytes on the wire.
  fileprivate var head: [UInt8] {
    let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }
    return Array(
      "HTTP/1.1 \(status) \(Self.phrases[status] ?? "OK")\r\n\(lines.joined())Connection: close\r\n\r\n".utf8)
  }

  private static let phrases = [
    200: "OK", 301: "Moved Permanently", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 431: "Request Header Fields Too Large",
  ]
}
