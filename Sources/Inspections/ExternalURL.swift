/// An address on the web that somebody gives: only `http` and `https` ones ever become links.
public struct ExternalURL: Sendable, Hashable {
  /// The address.
  public let text: String
  /// The host's name, to be shown.
  public let host: String

  /// Takes an address, or nothing if it isn't one.
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
