/// All templates of the site, compiled.
struct SiteTemplates: Sendable {
  /// The contexts of all templates, for `TemplateSet` to compile.
  static let roots: [any TemplateRoot.Type] = [
    Frame.self, HomePage.self, AuthorityPage.self, ReportPage.self, SourcePage.self, Listing.self, MarkdownPage.self,
    NowPage.self, DataPage.self, SearchPage.self, NotFoundPage.self, EmbedCard.self, Badge.self, Section.self,
    Table.self, LinkList.self, RecommendationListPage.self, ListedAuthority.self,
  ]

  /// The files under `Templates/` that pages link to.
  static let assets = [
    "assets/site.css", "assets/site.js", "assets/search.js", "assets/points.js",
  ]

  let compiled: [String: Template]
  let constants: SiteConstants

  /// Appends a context's template, rendered.
  func append<Root: TemplateRoot>(_ root: Root, to page: inout [UInt8]) {
    compiled[Root.template]?.append([constants, root], to: &page)
  }

  /// Returns a context's template, rendered.
  ///
  /// - Parameter room: the approximate size in bytes.
  func filled(_ root: some TemplateRoot, room: Int = 0) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(room)
    append(root, to: &page)
    return page
  }
}
