/// The response to a request.
struct PreviewResponse: Sendable, Error {
  /// The HTTP status code.
  var status: Int
  /// The headers by their names.
  var headers: [String: String] = [:]
  /// The body; empty if only the headers were requested.
  var body: [UInt8] = []

  /// Returns a response with a short text.
  static func text(_ status: Int, _ text: String, _ headers: [String: String] = [:]) -> PreviewResponse {
    PreviewResponse(
      status: status, headers: headers.merging(["Content-Type": "text/plain; charset=utf-8"]) { own, _ in own },
      body: Array("\(text)\n".utf8))
  }
}

/// The parts of a request that the response depends on.
struct PreviewRequest: Sendable {
  /// The method: `GET`, `HEAD`.
  var method = "GET"
  /// The path as it is in the request, without the query.
  var path: String
  /// The `Host` header.
  var host: String?
}
