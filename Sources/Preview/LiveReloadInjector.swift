/// Changes a page on its way to the browser: adds the script that reloads the page when the site has changed, and
/// permission for that script in the page's security policy.
enum LiveReloadInjector {
  /// Returns the page with the script; `build` is the build that wrote it.
  static func injectingLiveReload(_ page: [UInt8], build: String) -> [UInt8] {
    let script = Array("<script src=\"\(PreviewPaths.script)\" data-build=\"\(build)\" defer></script>\n".utf8)
    guard let head = page.firstRange(of: "</head>".utf8)?.lowerBound else { return page }
    return allowed(page[..<head]) + script + page[head...]
  }

  /// Returns a policy that also lets the page load scripts and events from its own host, and nothing else.
  static func allowingSelfSources(_ policy: String) -> String {
    var directives = policy.split(separator: ";").map { $0.split(separator: " ").map(String.init) }
      .filter { !$0.isEmpty }
    for name in ["script-src", "connect-src"] {
      if let index = directives.firstIndex(where: { $0[0] == name }) {
        directives[index].removeAll { $0 == "'none'" }
        if !directives[index].contains("'self'") { directives[index].append("'self'") }
      } else {
        directives.append([name, "'self'"])
      }
    }
    return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
  }

  private static func allowed(_ head: ArraySlice<UInt8>) -> [UInt8] {
    guard let meta = head.firstRange(of: "http-equiv=\"Content-Security-Policy\"".utf8),
      let start = head[meta.upperBound...].firstRange(of: "content=\"".utf8)?.upperBound,
      let end = head[start...].firstIndex(of: UInt8(ascii: "\""))
    else { return Array(head) }
    let policy = String(decoding: head[start..<end], as: UTF8.self)
    return head[..<start] + Array(allowingSelfSources(policy).utf8) + head[end...]
  }
}
