internal import Inspections

/// A page that lists things of many reports.
struct ListingContext: TemplateContext {
  static let template = "listing"
  static let fields: [TemplateField<ListingContext>] = [
    .text("kicker") { $0.kicker }, .text("title") { $0.title }, .text("lede") { $0.lede }, .markup("body") { $0.body },
  ]

  let kicker: String
  let title: String
  let lede: String
  let body: [UInt8]
}

/// A part of a page under a heading.
struct SectionContext: TemplateContext {
  static let template = "parts/section"
  static let fields: [TemplateField<SectionContext>] = [
    .text("anchor") { $0.anchor }, .text("title") { $0.title }, .text("note") { $0.note }, .markup("body") { $0.body },
  ]

  let anchor: String
  let title: String
  let note: String
  let body: [UInt8]
}

/// A table.
struct TableContext: TemplateContext {
  static let template = "parts/table"
  static let fields: [TemplateField<TableContext>] = [
    .text("kind") { $0.kind }, .text("caption") { $0.caption }, .markup("head") { $0.head },
    .markup("rows") { $0.rows },
  ]

  /// The name that the style sheet knows it by.
  let kind: String
  let caption: String
  let head: [UInt8]
  let rows: [UInt8]
}

/// Links below one another.
struct LinkListContext: TemplateContext {
  static let template = "parts/link-list"
  static let fields: [TemplateField<LinkListContext>] = [.markup("items") { $0.items }]

  let items: [UInt8]
}

/// One of them.
struct LinkItemContext: TemplateContext {
  static let template = "parts/link-item"
  static let fields: [TemplateField<LinkItemContext>] = [
    .text("address") { $0.address }, .text("label") { $0.label }, .text("note") { $0.note },
  ]

  let address: String
  let label: String
  let note: String
}

/// Things that must improve, from many reports.
struct PointsContext: TemplateContext {
  static let template = "parts/points"
  static let fields: [TemplateField<PointsContext>] = [.markup("items") { $0.items }]

  let items: [UInt8]
}

/// One of them, with the report that asks for it.
struct PointContext: TemplateContext {
  static let template = "parts/point"
  static let fields: [TemplateField<PointContext>] = [
    .markup("body") { $0.body }, .text("address") { $0.address }, .text("authority") { $0.authority },
    .text("report") { $0.report }, .text("date") { $0.date }, .text("due") { $0.due }, .text("mark") { $0.mark },
    .markup("echoes") { $0.echoes },
  ]

  let body: [UInt8]
  let address: String
  let authority: String
  let report: String
  let date: String
  let due: String
  let mark: String
  /// Passages of later reports that come back to it.
  let echoes: [UInt8]

  /// Shows a point; `body` are its words, `authority` and `date` what stands beside it there.
  init(
    _ point: Recommendation, body: [UInt8], address: String, authority: String, report: String, date: String,
    echoes: [UInt8] = []
  ) {
    self.body = body
    self.address = address
    self.authority = authority
    self.report = report
    self.date = date
    due = point.due.map { "due \($0.words), computed" } ?? ""
    mark = Wording.mark(of: point)
    self.echoes = echoes
  }
}

/// One way to narrow a list, to be opened.
struct FacetContext: TemplateContext {
  static let template = "parts/facet"
  static let fields: [TemplateField<FacetContext>] = [.text("title") { $0.title }, .markup("links") { $0.links }]

  let title: String
  let links: [UInt8]
}

/// What the latest report of an authority says must improve, to be opened.
struct ImprovementsSummaryContext: TemplateContext {
  static let template = "parts/open-points"
  static let fields: [TemplateField<ImprovementsSummaryContext>] = [
    .text("count") { $0.count }, .markup("points") { $0.points },
  ]

  let count: String
  let points: [UInt8]
}

/// The page that searches the full text.
struct SearchContext: TemplateContext {
  static let template = "search"
  static let fields: [TemplateField<SearchContext>] = [.text("count") { $0.count }, .text("root") { $0.root }]

  /// How many reports there are to search.
  let count: String
  let root: String
}

/// A passage of a later report that comes back to a point.
struct EchoContext: TemplateContext {
  static let template = "parts/echo"
  static let fields: [TemplateField<EchoContext>] = [
    .markup("quote") { $0.quote }, .text("address") { $0.address }, .text("label") { $0.label },
  ]

  /// The passage, the shared words marked.
  let quote: [UInt8]
  let address: String
  /// Which report and paragraph it is from.
  let label: String
}
