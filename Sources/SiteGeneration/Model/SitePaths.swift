internal import Inspections

/// Where things are on the site: paths in the output folder, and the links from one to another.
///
/// Links between pages are relative and name `index.html`, so that the site works on any host, under any path, and
/// from a folder on disk. Only what leaves the site (canonical links, the feed, the site map) has whole addresses.
struct SitePaths: Sendable {
  /// The address of the site's front page, with a slash at its end; nil where none is configured.
  let base: String?

  /// Takes the configured address.
  init(base: String?) {
    self.base = base.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  /// The whole address of a file of the site; a folder's for its `index.html`. Nil without a base.
  func absolute(_ path: String) -> String? {
    base.map { base in
      base + (path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path)
    }
  }

  /// The path part of the site's own address: `/` for a site on a host of its own.
  var basePath: String {
    guard let base, let scheme = base.firstRange(of: "://") else { return "/" }
    return base[scheme.upperBound...].firstIndex(of: "/").map { String(base[$0...]) } ?? "/"
  }

  /// The name of the host, for identifiers that never change.
  var host: String {
    guard let base, let scheme = base.firstRange(of: "://") else { return "localhost" }
    return String(base[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" })
  }

  /// The way from a file of the site up to the site's front: `../../`.
  static func relativeRoot(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A part of an address that stands for a name: the name itself if it may stand there.
  static func pathComponent(for name: String) -> String { Slug.isWellFormed(name) ? name : Slug.make(from: name) }

  /// The front page.
  static let home = "index.html"

  /// The page about the data files.
  static let data = "data/index.html"

  /// The page of an authority.
  static func authority(_ slug: String) -> String { "authorities/\(SitePaths.pathComponent(for: slug))/index.html" }

  /// The badge of an authority.
  static func badge(_ slug: String) -> String { "badges/\(SitePaths.pathComponent(for: slug)).svg" }

  /// The folder of a report: `authorities/exampleshire/2010-11-29-ofsted-slac/`.
  static func folder(of report: ReportSummary) -> String { report.folder }

  /// The page of a report.
  static func page(of report: ReportSummary) -> String { folder(of: report) + "index.html" }
}
