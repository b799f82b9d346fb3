public import Inspections

/// What a site says of itself: `Content/site.yaml`.
public struct SiteConfiguration: Sendable, Hashable {
  /// The name of the site.
  public var title: String
  /// What the site is, in a sentence, for search engines and feeds.
  public var description: String
  /// Who publishes the site.
  public var publisher: String
  /// Where to write to them: an e-mail address or the address of a page.
  public var contact: String?
  /// The site's own address, which ends with a slash; nil if it is not known, and then no page states one.
  public var baseURL: String?
  /// The colour of links and rules as `#rrggbb`; nil for the templates' own.
  public var accent: String?
  /// The sentence on every page that says whose site this is not.
  public var independence: String
  /// The lines, in Markdown, that name the sources and their licences.
  public var attribution: [String]

  /// Whether the text of reports under an older licence, which allows the unaltered report only, is put into the bulk
  /// data too: the publisher has cleared that.
  public var publishesAllText = false

  /// Whether PDFs among the reports are published beside their pages, where their licence allows it.
  public var publishesOriginals = false

  /// The day to which months are counted; nil where readers' browsers count them to their own day. A build never asks
  /// the clock.
  public var asOf: CalendarDate?

  /// An absolute `http` or `https` address with a slash at its end, or nil if the text is none: `https://example.org/a`
  /// gives `https://example.org/a/`. Query and fragment are refused, since paths are put behind it.
  public static func baseURL(from text: String) -> String? {
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let isPlain = rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{|}?#@".utf8.contains($0) }
    guard isPlain, host.first?.isLetter == true || host.first?.isNumber == true else { return nil }
    return scheme + rest + (rest.hasSuffix("/") ? "" : "/")
  }
}
