/// The page that searches the full text. There is one only where an index is made for it; without scripts it says so,
/// and leads to the lists that need none.
struct SearchPage: TemplateRoot {
  static let template = "search"
  static let fields: [TemplateField<SearchPage>] = [
    .text("count") { $0.count }, .address("root") { _ in SitePaths.relativeRoot(from: path) },
  ]

  let site: Site

  static let path = "search/index.html"

  /// The script runs a program of Pagefind's, which reads the index from beside the site's pages and nowhere else.
  private static let script = PageScript(
    path: "assets/search.js", policy: " 'wasm-unsafe-eval'; connect-src 'self'")

  private var count: String { DisplayText.count(site.authorities.reduce(0) { $0 + $1.reports.count }, "report") }

  /// The page as one of those that need many reports.
  var page: AggregatePage {
    AggregatePage(path: Self.path, source: "the search page", of: site.authorities.flatMap(\.reports)) {
      let frame = Frame(
        site: site, path: Self.path, title: site.windowTitle("Search"),
        description: "Search the full text of \(count), down to the paragraph.", here: "Search", script: Self.script,
        main: self)
      return [frame.file]
    }
  }
}
