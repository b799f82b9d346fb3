internal import ContentLoading
internal import Inspections

/// An Atom feed: the format shared by all feeds of the site.
struct AtomFeed {
  /// An entry of the feed.
  struct Entry {
    /// The permanent identifier, in the form of a file's path.
    let id: String
    let title: String
    /// The date and time of the entry.
    let updated: String
    /// The path of the linked page.
    let page: String
    var categories: [String] = []
    let summary: String
  }

  let site: Site
  /// The path of the feed, with `.xml` at its end.
  let path: String
  let title: String
  let updated: String
  /// The page that the feed belongs to.
  let page: String
  let entries: [Entry]

  /// Returns the time of a day, or of no day: Atom requires a time, and the clock would make every build differ.
  static func instant(_ day: CalendarDate?) -> String { "\(day?.iso ?? "2000-01-01")T00:00:00Z" }

  /// The feed.
  var file: OutputFile {
    var xml: [UInt8] = []
    xml.append(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n")
    element("id", site.feedIdentifier(String(path.dropLast(".xml".count))), to: &xml)
    element("title", title, to: &xml)
    element("subtitle", site.configuration.description, to: &xml)
    element("updated", updated, to: &xml)
    xml.append(markup: "<author><name>\(site.configuration.publisher)</name></author>\n")
    if let address = site.paths.absolute(path) { link("self", address, to: &xml) }
    link("alternate", site.feedAddress(of: page, from: path), to: &xml)
    for entry in entries {
      xml.append("<entry>\n")
      element("id", site.feedIdentifier(entry.id), to: &xml)
      element("title", entry.title, to: &xml)
      element("updated", entry.updated, to: &xml)
      link("alternate", site.feedAddress(of: entry.page, from: path), to: &xml)
      for category in entry.categories { xml.append(markup: "<category term=\"\(category)\"/>\n") }
      element("summary", entry.summary, to: &xml)
      xml.append("</entry>\n")
    }
    xml.append("</feed>\n")
    return OutputFile(path: path, bytes: xml)
  }

  private func element(_ name: StaticString, _ text: String, to xml: inout [UInt8]) {
    xml.append(markup: "<\(name)>\(text)</\(name)>\n")
  }

  private func link(_ relation: StaticString, _ address: String, to xml: inout [UInt8]) {
    xml.append(markup: "<link rel=\"\(relation)\" href=\"\(address)\"/>\n")
  }
}

extension Site {
  /// Returns the permanent identifier of a feed or an entry (a tag URI).
  func feedIdentifier(_ path: String) -> String { "tag:\(paths.host),2026:\(paths.basePath.dropFirst())\(path)" }

  /// Returns the URL of a page, or without a base URL the relative path from the feed.
  func feedAddress(of page: String, from feed: String) -> String {
    paths.absolute(page) ?? SitePaths.relativeRoot(from: feed) + page
  }
}
