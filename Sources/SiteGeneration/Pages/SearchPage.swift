/// The page for full-text search. It exists only if an index is built; without scripts it shows a note and links to
/// lists that need none.
struct SearchPage: TemplateRoot {
  static let template = "search"
  static let fields: [TemplateField<SearchPage>] = [
    .text("count") { $0.count }, .address("root") { _ in SitePaths.relativeRoot(from: path) },
  ]

  let site: Site

  static let path = "search/index.html"

  /// The script runs Pagefind's WebAssembly, which reads the index from the site's own host only.
  private static let script = PageScript(
    path: "assets/search.js", policy: " 'wasm-unsafe-eval'; connect-src 'self'")

  private var count: String { DisplayText.count(site.reports.count, "report") }

  /// The page.
  var page: Piece {
    Piece([Self.path], source: "the search page", inputs: Piece.inputs(of: site.reports)) {
      let frame = Frame(
        site: site, path: Self.path, title: site.windowTitle("Search"),
        description: "Search the full text of \(count), down to the paragraph.", here: "Search", script: Self.script,
        main: self)
      return [frame.file]
    }
  }
}
