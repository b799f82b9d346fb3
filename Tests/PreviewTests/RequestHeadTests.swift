import Testing

@testable import Preview

@Suite("The lines of a request")
struct RequestHeadTests {
  @Test("A request is read once its lines have an end, whatever ends them")
  func read() throws {
    #expect(try PreviewRequest(head: Array("GET /a?b HTTP/1.1\r\nHost: here\r\n".utf8)) == nil)
    for end in ["\r\n", "\n"] {
      let text = ["GET /a?b HTTP/1.1", "host:  here ", "accept: */*", "", "body"].joined(separator: end)
      let question = try #require(try PreviewRequest(head: Array(text.utf8)))
      #expect(question.method == "GET")
      #expect(question.path == "/a")
      #expect(question.host == "here")
    }
  }

  @Test(
    "What is no request of HTTP/1 is refused",
    arguments: ["GET /", "GET / HTTP/2", "GET  / HTTP/1.1", "GET http://elsewhere/ HTTP/1.1", "GET * HTTP/1.1", "é"])
  func refused(line: String) {
    #expect(throws: PreviewResponse.self) { try PreviewRequest(head: Array("\(line)\r\n\r\n".utf8)) }
  }
}
