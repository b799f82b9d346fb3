import Diagnostics
import Testing

@testable import Preview

@Suite("Events of a preview") struct LiveReloadChannelTests {
  private func next(_ events: inout AsyncStream<[UInt8]>.Iterator) async -> String {
    String(decoding: await events.next() ?? [], as: UTF8.self)
  }

  @Test func `tell every open page, and those opened later what holds by then`() async {
    let channel = LiveReloadChannel(build: "1-0")
    var first = channel.events().makeAsyncIterator()
    #expect(await next(&first) == "event: build\ndata: 1-0\n\nevent: problems\ndata: []\n\n")
    let problem = OverlayDiagnostic(
      Diagnostic(.error, .invalidTemplate, "<b>\nwrong", at: SourceLocation(path: "a/b", line: 2, column: 3)))
    channel.update(build: "1-0", problems: [problem])
    var second = channel.events().makeAsyncIterator()
    for text in [await next(&first), await next(&second)] {
      #expect(text.contains("\"message\":\"<b>\\nwrong [invalid-template]\""))
      #expect(text.contains("data: 1-0\n"))
      #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("event: ") || $0.hasPrefix("data: ") })
    }
    channel.update(build: "1-1", problems: [])
    for text in [await next(&first), await next(&second)] {
      #expect(text == "event: problems\ndata: []\n\nevent: build\ndata: 1-1\n\n")
    }
    channel.ping()
    #expect(await next(&first) == ":\n\n")
  }
}
