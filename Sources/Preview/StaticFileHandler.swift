internal import ContentLoading
internal import Foundation
internal import Records

/// Answers requests with the files of one folder, and never with a file outside it.
struct StaticFileHandler: Sendable {
  /// The site's folder.
  let root: String
  /// The host names that a request may use; nil allows any. Without them, a page of another host could point its own
  /// name here and read the site.
  let hosts: Set<String>?

  /// The most bytes of a file that is served.
  private static let limit = 1 << 30

  /// Answers a request; `transform` changes every page before it is sent.
  func answer(_ question: PreviewRequest, transform: ([UInt8]) -> [UInt8]) -> PreviewResponse {
    guard isAddressed(by: question) else { return refusal(of: question) }
    guard let path = RequestPath(question.path) else { return .text(400, "This is no address of a page.") }
    var answer = find(path, transform)
    if let tag = answer.headers["ETag"], let known = question.ifNoneMatch,
      known == "*" || StaticFileHandler.tags(known).contains(tag)
    {
      answer.status = 304
      answer.body = []
      answer.headers["Content-Type"] = nil
    } else {
      answer.headers["Content-Length"] = String(answer.body.count)
    }
    if question.method == "HEAD" { answer.body = [] }
    answer.headers["Accept-Ranges"] = "none"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
  }

  /// Whether a request only reads, and uses a name of this server.
  func isAddressed(by question: PreviewRequest) -> Bool {
    (question.method == "GET" || question.method == "HEAD") && isKnown(question.host)
  }

  /// Returns the response to a request that would write, or uses the name of another server.
  func refusal(of question: PreviewRequest) -> PreviewResponse {
    isKnown(question.host)
      ? .text(405, "Only GET and HEAD are answered.", ["Allow": "GET, HEAD"])
      : .text(403, "This preview answers to its own address only.")
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
    guard let path = path(of: name), let stamp = FileReader.stamp(of: path) else { return nil }
    // An empty file is still a file, although `FileReader` returns no bytes for it.
    guard stamp.size != 0 else { return served([], name, status) }
    guard case .bytes(let bytes)? = try? FileReader.read(path, limit: StaticFileHandler.limit) else { return nil }
    return served(ContentType.isPage(name) ? transform(bytes) : bytes, name, status)
  }

  private func served(_ bytes: [UInt8], _ name: String, _ status: Int) -> PreviewResponse {
    var headers = ["Content-Type": ContentType.type(of: name), "Cache-Control": "no-cache"]
    if status == 200 { headers["ETag"] = "\"\(Fingerprint(of: bytes).hexadecimal.prefix(32))\"" }
    return PreviewResponse(status: status, headers: headers, body: bytes)
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

  private static func tags(_ list: String) -> Set<String> {
    Set(
      list.split(separator: ",").map { tag in
        let tag = tag.trimmingCharacters(in: .whitespaces)
        return tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
      })
  }
}
