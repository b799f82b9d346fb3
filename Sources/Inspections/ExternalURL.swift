/// An absolute URL from the content; only `http` and `https` URLs ever become links.
public struct ExternalURL: Sendable, Hashable {
  /// The URL.
  public let text: String
  /// The host name, for display.
  public let host: String

  /// Creates a URL; nil if the text is not a valid `http` or `https` URL.
  public init?(_ text: String?) {
    guard let text else { return nil }
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else { return nil }
    let allowed = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
    let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard allowed, !host.isEmpty, !host.contains("@") else { return nil }
    self.text = text
    self.host = String(host)
  }
}
