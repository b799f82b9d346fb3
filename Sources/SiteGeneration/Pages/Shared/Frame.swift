internal import Inspections

/// The document around every page.
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
  /// What the window is called.
  let title: String
  /// What search engines show under it.
  let description: String
  /// The pages between the front page and this one.
  var crumbs: [Link] = []
  /// What the page is called behind those; nil for one without a way to it.
  var here: String?
  /// What machines read of the page, as JSON.
  var structuredData: [UInt8]?
  /// Whether search engines may list it.
  var isListed = true
  /// Whether it is found at its path and nowhere else.
  var hasAddress = true
  /// The page that readers are led on to, for a page that has moved.
  var successor: String?
  var script: PageScript?
  /// Where programs find what belongs to it.
  var signposts: [Signpost] = []
  /// What the feeds beside it are called.
  var feed: String?
  /// What other sites show of a link to it.
  var image: LinkImage?
  var published: CalendarDate?
  /// About how many bytes it has.
  var room = 16 << 10
  /// What is in it.
  let main: any TemplateRoot

  /// The page.
  var file: OutputFile { OutputFile(path: path, bytes: site.templates.filled(self, room: room)) }

  /// The way from the page up to the site's front: `../../`. A page that may be shown anywhere begins at the host.
  private var root: String { hasAddress ? SitePaths.relativeRoot(from: path) : site.paths.basePath }
  private var canonical: String? { hasAddress ? site.paths.absolute(successor ?? path) : nil }

  private var absoluteImage: LinkImage? {
    image.flatMap { image in site.paths.absolute(image.path).map { LinkImage(path: $0, words: image.words) } }
  }

  private var linkedData: [UInt8] {
    structuredData.map { [UInt8](markup: "<script type=\"application/ld+json\">\($0)</script>\n") } ?? []
  }
}

/// Where programs find something that belongs to a page.
struct Signpost: TemplateContext {
  static let fields: [TemplateField<Signpost>] = [
    .text("relation") { $0.relation }, .address("url") { $0.address },
  ]

  let relation: String
  let address: String

  /// Takes the relation, of those that IANA registers, and the address.
  init(_ relation: String, _ address: String) {
    self.relation = relation
    self.address = address
  }
}

/// A picture that other sites show of a link.
struct LinkImage: TemplateContext {
  static let fields: [TemplateField<LinkImage>] = [.address("url") { $0.path }, .text("words") { $0.words }]

  /// Where it is.
  let path: String
  /// What it shows, in words.
  let words: String
}

/// A script that only some pages need.
struct PageScript: Sendable {
  /// Where it is.
  let path: String
  /// What it may do beyond any page's script, as the end of a content security policy's `script-src`.
  let policy: String
}
