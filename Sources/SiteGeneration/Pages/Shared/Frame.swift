internal import Inspections

/// The HTML document around the content of every page.
struct Frame: TemplateRoot {
  static let template = "base"
  static let fields: [TemplateField<Frame>] = [
    .text("title") { $0.title }, .text("description") { $0.description }, .address("root") { $0.root },
    .text("policy") { $0.script?.policy }, .flag("hasURL") { $0.hasAddress },
    .address("canonical") { $0.canonical }, .address("successor") { frame in frame.successor.map { frame.root + $0 } },
    .part("image") { $0.absoluteImage },
    .text("published") { $0.published?.iso }, .flag("isListed") { $0.isListed && $0.hasAddress },
    .markup("structuredData") { $0.linkedData }, .list("signposts") { $0.signposts }, .text("feed") { $0.feed },
    .address("script") { $0.script?.path }, .list("crumbs") { $0.crumbs }, .text("here") { $0.here },
    .markup("main") { frame, page in frame.site.templates.append(frame.main, to: &page) },
  ]

  let site: Site
  let path: String
  /// The title of the browser window.
  let title: String
  /// The summary that search engines show under the title.
  let description: String
  /// The pages between the home page and this page.
  var crumbs: [Link] = []
  /// The page's own name at the end of the breadcrumbs; nil for a page without breadcrumbs.
  var here: String?
  /// The structured data of the page, as JSON.
  var structuredData: [UInt8]?
  /// Whether search engines may list the page.
  var isListed = true
  /// Whether the page is served only at its path (the page for missing addresses is served at any).
  var hasAddress = true
  /// The path of the page that replaced this page, if it has moved.
  var successor: String?
  var script: PageScript?
  /// Links in the document's head, for programs.
  var signposts: [Signpost] = []
  /// The title of the page's own feeds, if it has any.
  var feed: String?
  /// The image that other sites show with a link to the page.
  var image: LinkImage?
  var published: CalendarDate?
  /// The approximate size of the document in bytes.
  var room = 16 << 10
  /// The content of the page.
  let main: any TemplateRoot

  /// The page.
  var file: OutputFile { OutputFile(path: path, bytes: site.templates.filled(self, room: room)) }

  /// The relative path to the site root: `../../`. For a page that is served at any address, the site's base path.
  private var root: String { hasAddress ? SitePaths.relativeRoot(from: path) : site.paths.basePath }
  private var canonical: String? { hasAddress ? site.paths.absolute(successor ?? path) : nil }

  private var absoluteImage: LinkImage? {
    image.flatMap { image in site.paths.absolute(image.path).map { LinkImage(path: $0, words: image.words) } }
  }

  private var linkedData: [UInt8] {
    structuredData.map { [UInt8](markup: "<script type=\"application/ld+json\">\($0)</script>\n") } ?? []
  }
}

/// A `<link>` in a page's head, to a file that belongs to the page.
struct Signpost: TemplateContext {
  static let fields: [TemplateField<Signpost>] = [
    .text("relation") { $0.relation }, .address("url") { $0.address },
  ]

  let relation: String
  let address: String

  /// Creates a link with a relation from IANA's registry.
  init(_ relation: String, _ address: String) {
    self.relation = relation
    self.address = address
  }
}

/// An image that other sites show with a link.
struct LinkImage: TemplateContext {
  static let fields: [TemplateField<LinkImage>] = [.address("url") { $0.path }, .text("words") { $0.words }]

  /// The path of the image.
  let path: String
  /// The alternative text.
  let words: String
}

/// A script that only some pages need.
struct PageScript: Sendable {
  /// The path of the script.
  let path: String
  /// The permissions the script needs beyond `'self'`, as the end of a content security policy's `script-src`.
  let policy: String
}
