public import Inspections

/// The configuration of a site: `Content/site.yaml`.
public struct SiteConfiguration: Sendable, Hashable {
  /// The name of the site.
  public var title: String
  /// The description of the site in a sentence, for search engines and feeds.
  public var description: String
  /// The publisher of the site.
  public var publisher: String
  /// The publisher's contact: an e-mail address or the address of a page.
  public var contact: String?
  /// The site's own URL, which ends with a slash; nil if it is not known, and then no page states one.
  public var baseURL: String?
  /// The colour of links and rules as `#rrggbb`; nil for the templates' own.
  public var accent: String?
  /// The sentence on every page that says that the site is independent of the inspectorates.
  public var independence: String
  /// The lines, in Markdown, that name the sources and their licences.
  public var attribution: [String]

  /// Whether the text of reports under an older licence, which allows the unaltered report only, is put into the bulk
  /// data too: the publisher has cleared that.
  public var publishesAllText = false

  /// Whether PDFs among the reports are published beside their pages, where their licence allows it.
  public var publishesOriginals = false

  /// The day up to which months are counted; nil lets readers' browsers count them up to their own day. A build never
  /// asks the clock.
  public var asOf: CalendarDate?

  /// The reason why a URL can't be that of a site.
  public struct BaseURLProblem: Error, Hashable {
    /// The message after the name of the key or option: `must be a web address that begins with https:// or http://`.
    public let message: String
  }

  /// Checks an absolute `http` or `https` URL, and gives it a slash at its end: `https://example.org/a` becomes
  /// `https://example.org/a/`. Paths are appended to it.
  public static func baseURL(from text: String) throws(BaseURLProblem) -> String {
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else {
      throw BaseURLProblem(message: "must be a web address that begins with https:// or http://")
    }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let folders = rest.dropFirst(host.count).split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let reason: String? =
      if !host.utf8.allSatisfy({ $0 < 0x80 }) {
        "names a host beyond ASCII; write it as registrars do, with xn--"
      } else if !rest.utf8.allSatisfy({ $0 < 0x80 }) {
        "has letters beyond ASCII; write them in percent signs, as browsers copy them"
      } else if let mark = rest.first(where: { "?#@".contains($0) }) {
        "has a “\(mark)”: paths are added to it, so it ends with a host or a folder"
      } else if rest.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || "\"'<>\\^`{|}".utf8.contains($0) }) {
        "has a blank or a mark that no address may have"
      } else if host.first?.isLetter != true, host.first?.isNumber != true {
        "names no host"
      } else if folders.dropLast().contains("") || folders.contains(where: { [".", ".."].contains($0) }) {
        "has “//”, “/./” or “/../” in its path; give the folder itself"
      } else {
        nil
      }
    if let reason { throw BaseURLProblem(message: reason) }
    return scheme + rest + (rest.hasSuffix("/") ? "" : "/")
  }
}
