/// What a request is answered with.
struct PreviewResponse: Sendable, Error {
  /// HTTP's number for how it went.
  var status: Int
  /// What is said about the body, by name.
  var headers: [String: String] = [:]
  /// The body; nothing where only the headers were asked for.
  var body: [UInt8] = []

  /// A short text.
  static func text(_ status: Int, _ text: String, _ headers: [String: String] = [:]) -> PreviewResponse {
    PreviewResponse(
      status: status, headers: headers.merging(["Content-Type": "text/plain; charset=utf-8"]) { own, _ in own },
      body: Array("\(text)\n".utf8))
  }
}

/// The part of a request that an answer depends on.
struct PreviewRequest: Sendable {
  /// `GET`, `HEAD`.
  var method = "GET"
  /// The path as it stands in the request, without the query.
  var path: String
  /// What the request calls the server.
  var host: String?
  /// The tags of what the asker has already.
  var known: String?
}
