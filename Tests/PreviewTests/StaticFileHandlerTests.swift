import Foundation
import TestSupport
import Testing

@testable import Preview

@Suite("Files that a preview serves") struct StaticFileHandlerTests {
  private let folder: TemporaryFolder
  private let site: StaticFileHandler

  init() throws {
    folder = try TemporaryFolder()
    for (path, text) in [
      "site/index.html": "<head></head>front", "site/404.html": "<head></head>nowhere",
      "site/authorities/a/index.html": "a", "site/data/report s.json": "{}", "site/empty.csv": "",
      "site/.sitegen-manifest": "own", "secret.txt": "secret", "site/badges/x.svg": "<svg/>",
    ] { try folder.write(path, text) }
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path("site/out.txt"), withDestinationPath: "../secret.txt")
    try files.createSymbolicLink(atPath: folder.path("site/up"), withDestinationPath: "..")
    try files.createSymbolicLink(atPath: folder.path("site/loop"), withDestinationPath: "loop")
    try files.createSymbolicLink(atPath: folder.path("site/in.html"), withDestinationPath: "index.html")
    site = StaticFileHandler(root: folder.path("site"), hosts: ["127.0.0.1", "localhost", "::1"])
  }

  private func answer(
    _ path: String, method: String = "GET", host: String? = "localhost:8080"
  ) -> PreviewResponse {
    let question = PreviewRequest(method: method, path: path, host: host)
    return site.refusal(of: question) ?? site.answer(question) { $0 + Array("!".utf8) }
  }

  private func text(_ answer: PreviewResponse) -> String { String(decoding: answer.body, as: UTF8.self) }

  @Test(arguments: [
    ("/", "<head></head>front!", "text/html; charset=utf-8"),
    ("/index.html", "<head></head>front!", "text/html; charset=utf-8"),
    ("/authorities/a/", "a!", "text/html; charset=utf-8"),
    ("/data/report%20s.json", "{}", "application/json"),
    ("/empty.csv", "", "text/csv; charset=utf-8"),
    ("/badges/x.svg", "<svg/>", "image/svg+xml"),
    ("/in.html", "<head></head>front!", "text/html; charset=utf-8"),
  ])
  func `are sent with their type`(path: String, body: String, type: String) {
    let answer = answer(path)
    #expect(answer.status == 200 && text(answer) == body)
    #expect(answer.headers["Content-Type"] == type)
    #expect(answer.headers["Content-Length"] == String(body.utf8.count))
    #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
  }

  @Test(arguments: [
    "/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2e/secret.txt", "/a/../../secret.txt", "/..%2fsecret.txt",
    "/%2e%2e%2fsecret.txt", "/..%5csecret.txt", "/..\\secret.txt", "/index.html%00.txt", "/%00", "/%0a", "/%7f", "/.",
    "/./index.html", "/authorities//a/", "//index.html", "", "index.html", "http://localhost/index.html", "/%", "/%g0",
    "/%c0%ae%c0%ae/secret.txt", "/%ff", "/.sitegen-manifest", "/%2esitegen-manifest", "/.sitegen/nothing", "*",
    "/%e0%80%ae%e0%80%ae/secret.txt",
  ])
  func `are never those of an address that means something else`(path: String) {
    #expect(answer(path).status == 400)
    #expect(!text(answer(path)).contains("secret"))
  }

  @Test(arguments: [
    "/out.txt", "/up/secret.txt", "/up/site/../secret.txt", "/loop", "/nothing", "/authorities/a/nothing.html",
    "/index.html/", "/%252e%252e/secret.txt", "/..%252fsecret.txt", "/~root", "/secret.txt",
  ])
  func `are never outside the folder, whatever links there are`(path: String) {
    let answer = answer(path)
    #expect(answer.status == 404 || answer.status == 400)
    #expect(!text(answer).contains("secret"))
  }

  @Test func `of a folder are found behind a slash`() {
    #expect(answer("/authorities/a").status == 301)
    #expect(answer("/authorities/a").headers["Location"] == "/authorities/a/")
    #expect(answer("/authorities/").status == 404)
    #expect(text(answer("/authorities/")).contains("nowhere"))
    #expect(answer("/up").status == 404)
  }

  @Test func `are told of without a body when asked so, and nothing else is done`() {
    let head = answer("/badges/x.svg", method: "HEAD")
    #expect(head.status == 200 && head.body.isEmpty && head.headers["Content-Length"] == "6")
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"] {
      #expect(answer("/", method: method).status == 405)
    }
  }

  @Test func `are sent to who asks this server by its own name`() {
    for host in ["localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080", "[::1]"] {
      #expect(answer("/", host: host).status == 200, "\(host)")
    }
    for host in [nil, "", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "[::2]"] {
      #expect(answer("/", host: host).status == 403, "\(host ?? "")")
    }
    let open = StaticFileHandler(root: folder.path("site"), hosts: nil)
    #expect(open.refusal(of: PreviewRequest(path: "/", host: "any.example")) == nil)
  }
}
