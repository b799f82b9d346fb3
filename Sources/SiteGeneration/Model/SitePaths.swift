internal import Inspections

/// The paths of output files, and the links between them.
///
/// Links between pages are relative and name `index.html`, so that the site works on any host, under any path, and
/// from a folder on disk. Only links used outside the site (canonical links, the feed, the site map) are absolute.
struct SitePaths: Sendable {
  /// The URL of the home page, with a trailing slash; nil if it is not configured.
  let base: String?

  /// Returns the URL of a file of the site; for an `index.html`, that of its folder. Nil without a base URL.
  func absolute(_ path: String) -> String? {
    base.map { $0 + (path.hasSuffix("index.html") ? Self.folder(ofPage: path) : path) }
  }

  /// Returns the folder of an `index.html`, with a trailing slash; empty for the home page.
  static func folder(ofPage path: String) -> String { String(path.dropLast("index.html".count)) }

  /// The path of the base URL: `/` for a site on a host of its own.
  var basePath: String {
    guard let base, let scheme = base.firstRange(of: "://") else { return "/" }
    return base[scheme.upperBound...].firstIndex(of: "/").map { String(base[$0...]) } ?? "/"
  }

  /// The name of the host, for permanent identifiers.
  var host: String {
    guard let base, let scheme = base.firstRange(of: "://") else { return "localhost" }
    return String(base[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" })
  }

  /// Returns the relative path from a file to the site root: `../../`.
  static func relativeRoot(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// Returns a path component for a name: the name itself if it is a well-formed slug.
  static func pathComponent(for name: String) -> String { Slug.isWellFormed(name) ? name : Slug.make(from: name) }

  /// The path of the home page.
  static let home = "index.html"

  /// The path of the page about the data files.
  static let data = "data/index.html"

  /// Returns the path of an authority's page.
  static func authority(_ slug: String) -> String { "authorities/\(SitePaths.pathComponent(for: slug))/index.html" }

  /// Returns the path of an authority's badge.
  static func badge(_ slug: String) -> String { "badges/\(SitePaths.pathComponent(for: slug)).svg" }

  /// Returns the folder of a report: `authorities/exampleshire/2010-11-29-ofsted-slac/`.
  static func folder(of report: ReportSummary) -> String { report.folder }

  /// Returns the path of a report's page.
  static func page(of report: ReportSummary) -> String { folder(of: report) + "index.html" }
}
