/// Changes a page on its way to the browser: adds the script that reloads the page when the site has changed, and
/// permission for that script in the page's security policy.
enum LiveReloadInjector {
  /// Returns the page with the script; `build` is the build that wrote it.
  static func injectingLiveReload(_ page: [UInt8], build: String) -> [UInt8] {
    let script = Array("<script src=\"\(PreviewConnection.scriptPath)\" data-build=\"\(build)\" defer></script>\n".utf8)
    guard let head = page.firstRange(of: "</head>".utf8)?.lowerBound else { return page }
    return allowed(page[..<head]) + script + page[head...]
  }

  /// Returns a policy that also lets the page load scripts and events from its own host. Beside it, `'none'` has no
  /// effect.
  static func allowingSelfSources(_ policy: String) -> String {
    ["script-src", "connect-src"].reduce(policy) { policy, name in
      policy.contains("\(name) ")
        ? policy.replacing("\(name) ", with: "\(name) 'self' ") : "\(policy); \(name) 'self'"
    }
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
