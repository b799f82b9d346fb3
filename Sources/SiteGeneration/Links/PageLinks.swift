internal import Diagnostics

/// The links and anchors of a rendered page, whose attributes are always in double quotes.
struct PageLinks {
  /// The links as written in the page: `../data/index.html#files`.
  let addresses: Set<String>
  /// The anchors in the page.
  let anchors: Set<String>

  /// Finds the links and anchors of a page.
  init(_ html: [UInt8]) {
    addresses = Set([" href=", " src="].flatMap { PageLinks.values(after: $0, in: html) })
    anchors = Set(PageLinks.values(after: " id=", in: html))
  }

  /// Returns the path and the anchor that a link leads to; nil if it leaves the site.
  ///
  /// - Parameters:
  ///   - address: the link, as written in the page.
  ///   - page: the path of the page.
  ///   - base: the base path of the site, which begins the links of the page for missing addresses.
  static func target(of address: String, from page: String, base: String) -> (path: String, anchor: String?)? {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    let path = (parts.first ?? "").prefix { $0 != "?" }
    guard !path.isEmpty else { return (page, anchor) }
    guard !path.hasPrefix("//"), path.prefix(while: { $0 != "/" }).firstIndex(of: ":") == nil else { return nil }
    if path.hasPrefix("/") {
      guard path.hasPrefix(base) else { return nil }
      return (completed(path.dropFirst(base.count).split(separator: "/", omittingEmptySubsequences: false)), anchor)
    }
    var components = page.split(separator: "/").dropLast().map { $0[...] }
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "..":
        guard !components.isEmpty else { return nil }
        components.removeLast()
      case ".": continue
      default: components.append(part)
      }
    }
    return (completed(components), anchor)
  }

  /// Returns the joined path, with `index.html` added if its last component is empty.
  private static func completed(_ components: [Substring]) -> String {
    guard let last = components.last, !last.isEmpty else {
      return (components.dropLast() + ["index.html"]).joined(separator: "/")
    }
    return components.joined(separator: "/")
  }

  /// Returns the values of an attribute, whose name is given with the space before it: ` href=`.
  private static func values(after name: String, in html: [UInt8]) -> [String] {
    let parts = html.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return zip(parts, parts.dropFirst()).filter { before, _ in before.suffix(name.utf8.count).elementsEqual(name.utf8) }
      .map { _, value in String(decoding: value, as: UTF8.self).replacing("&amp;", with: "&") }
  }
}
