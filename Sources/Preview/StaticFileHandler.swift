internal import ContentLoading
internal import Foundation

/// Answers requests with the files of one folder, and never with a file outside it.
struct StaticFileHandler: Sendable {
  /// The site's folder.
  let root: String
  /// The host names that a request may use; nil allows any. Without them, a page of another host could point its own
  /// name here and read the site.
  let hosts: Set<String>?

  /// The most bytes of a file that is served.
  private static let limit = 1 << 30

  /// Answers a request that is not refused; `transform` changes every page before it is sent.
  func answer(_ question: PreviewRequest, transform: ([UInt8]) -> [UInt8]) -> PreviewResponse {
    guard let path = RequestPath(question.path) else { return .text(400, "This is no address of a page.") }
    var answer = find(path, transform)
    answer.headers["Content-Length"] = String(answer.body.count)
    if question.method == "HEAD" { answer.body = [] }
    answer.headers["Accept-Ranges"] = "none"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
  }

  /// Returns the response to a request that uses the name of another server or would write; nil for any other.
  func refusal(of question: PreviewRequest) -> PreviewResponse? {
    guard isKnown(question.host) else { return .text(403, "This preview answers to its own address only.") }
    return ["GET", "HEAD"].contains(question.method)
      ? nil : .text(405, "Only GET and HEAD are answered.", ["Allow": "GET, HEAD"])
  }

  private func find(_ path: RequestPath, _ transform: ([UInt8]) -> [UInt8]) -> PreviewResponse {
    if !path.isFolder, isFolder(path.text) {
      let address = path.components.map(StaticFileHandler.escaped).joined(separator: "/")
      return .text(301, "This is a folder.", ["Location": "/\(address)/"])
    }
    let page = path.isFolder || path.components.isEmpty
    let name = page ? (path.components + ["index.html"]).joined(separator: "/") : path.text
    if let found = file(name, 200, transform) { return found }
    return file("404.html", 404, transform) ?? .text(404, "There is no such page.")
  }

  private func file(_ name: String, _ status: Int, _ transform: ([UInt8]) -> [UInt8]) -> PreviewResponse? {
    guard let path = path(of: name),
      case .bytes(let bytes)? = try? FileReader.read(path, limit: StaticFileHandler.limit, allowsEmpty: true)
    else { return nil }
    return PreviewResponse(
      status: status, headers: ["Content-Type": ContentType.type(of: name), "Cache-Control": "no-cache"],
      body: ContentType.isPage(name) ? transform(bytes) : bytes)
  }

  private func isFolder(_ name: String) -> Bool {
    guard !name.isEmpty, let path = path(of: name), case .folder? = FileReader.kind(of: path) else { return false }
    return true
  }

  /// Returns the path of a name with all links followed; nil if that is outside the folder.
  private func path(of name: String) -> String? {
    let root = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
    let place = URL(fileURLWithPath: "\(root)/\(name)").resolvingSymlinksInPath().path
    return place.hasPrefix(root.hasSuffix("/") ? root : "\(root)/") ? place : nil
  }

  private func isKnown(_ host: String?) -> Bool {
    guard let hosts else { return true }
    guard let host else { return false }
    let bare = host.hasPrefix("[") ? host.dropFirst().prefix { $0 != "]" } : host.prefix { $0 != ":" }
    return hosts.contains(bare.lowercased())
  }

  /// Returns a name escaped for a URL.
  private static func escaped(_ name: String) -> String {
    name.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~")))
      ?? name
  }
}
