/// A script that only some pages need.
struct PageScript: Sendable {
  /// Where it is.
  let path: String
  /// What it may do beyond any page's script, as the end of a content security policy's `script-src`.
  let policy: String
}

/// The page that searches the full text. There is one only where an index is made for it; without scripts it says so,
/// and leads to the lists that need none.
struct SearchPage {
  let kit: SiteKit

  static let path = "search/index.html"

  /// The script runs a program of Pagefind's, which reads the index from beside the site's pages and nowhere else.
  private static let script = PageScript(
    path: "assets/search.js", policy: " 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'")

  /// The page as one of those that need many reports.
  var page: SharedPage {
    SharedPage(path: Self.path, source: "the search page", of: kit.bodies.flatMap(\.reports)) {
      let reports = kit.bodies.reduce(0) { $0 + $1.reports.count }
      let context = SearchContext(
        count: Wording.count(reports, "report"), root: SiteAddress.root(from: Self.path))
      return kit.page(
        path: Self.path, title: kit.windowTitle("Search"),
        description: "Search the full text of \(Wording.count(reports, "report")), down to the paragraph.",
        crumbs: [("Home", SiteAddress.home)], here: "Search", script: Self.script, main: kit.templates.filled(context))
    }
  }
}
