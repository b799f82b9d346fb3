import Testing

@testable import Preview

@Suite("What a page is given in a preview") struct LiveReloadInjectorTests {
  @Test(arguments: [
    ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
    (
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
      "default-src 'none'; script-src 'self' 'self' 'wasm-unsafe-eval'; connect-src 'self' 'none'"
    ),
    ("script-src 'none'", "script-src 'self' 'none'; connect-src 'self'"),
  ])
  func `is leave for its script and no more`(policy: String, expected: String) {
    #expect(LiveReloadInjector.allowingSelfSources(policy) == expected)
  }

  @Test func `is one script at the end of its head`() {
    let page = """
      <head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'"></head>
      <body>content="default-src"</body>
      """
    #expect(
      String(decoding: LiveReloadInjector.injectingLiveReload(Array(page.utf8), build: "7"), as: UTF8.self) == """
        <head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; \
        script-src 'self'; connect-src 'self'"><script src="/.sitegen/preview.js" data-build="7" defer></script>
        </head>
        <body>content="default-src"</body>
        """)
    #expect(LiveReloadInjector.injectingLiveReload(Array("no page".utf8), build: "7") == Array("no page".utf8))
  }
}
