/// The document around every page.
struct FrameContext: TemplateContext {
  static let template = "base"
  static let fields: [TemplateField<FrameContext>] = [
    .text("title") { $0.title }, .text("description") { $0.description }, .text("root") { $0.root },
    .markup("policy") { $0.policy }, .markup("head") { $0.head }, .markup("breadcrumbs") { $0.breadcrumbs },
    .markup("main") { $0.main },
  ]

  /// What the window is called.
  let title: String
  /// What search engines show under it.
  let description: String
  /// The way from the page up to the site's front: `../../`.
  let root: String
  /// What the page's scripts may do beyond any page's, as the end of a content security policy's `script-src`.
  var policy: [UInt8] = []
  /// What machines read: canonical address, structured data.
  let head: [UInt8]
  let breadcrumbs: [UInt8]
  let main: [UInt8]
}

/// The way from the front page to this one.
struct BreadcrumbsContext: TemplateContext {
  static let template = "parts/breadcrumbs"
  static let fields: [TemplateField<BreadcrumbsContext>] = [.markup("links") { $0.links }, .text("here") { $0.here }]

  let links: [UInt8]
  let here: String
}

/// One page on that way.
struct BreadcrumbContext: TemplateContext {
  static let template = "parts/breadcrumb"
  static let fields: [TemplateField<BreadcrumbContext>] = [
    .text("address") { $0.address }, .text("label") { $0.label },
  ]

  let address: String
  let label: String
}

/// A heading with an address of its own.
struct HeadingContext: TemplateContext {
  static let template = "parts/heading"
  static let fields: [TemplateField<HeadingContext>] = [
    .text("level") { String($0.level) }, .text("anchor") { $0.anchor }, .text("title") { $0.title },
  ]

  let level: Int
  let anchor: String
  let title: String
}

/// One term of a list of facts and what it stands for.
struct FactContext: TemplateContext {
  static let template = "parts/fact"
  static let fields: [TemplateField<FactContext>] = [.text("term") { $0.term }, .markup("value") { $0.value }]

  let term: String
  let value: [UInt8]
}

/// Something the reader must know before reading on.
struct NoticeContext: TemplateContext {
  static let template = "parts/notice"
  static let fields: [TemplateField<NoticeContext>] = [.text("title") { $0.title }, .markup("text") { $0.text }]

  let title: String
  let text: [UInt8]
}
