/// The content of a page made of sections.
struct Listing: TemplateRoot {
  static let template = "listing"
  static let fields: [TemplateField<Listing>] = [
    .text("eyebrow") { $0.eyebrow }, .text("title") { $0.title }, .text("introduction") { $0.introduction },
    .markup("sections") { $0.sections },
  ]

  let eyebrow: String
  let title: String
  let introduction: String
  let sections: [UInt8]
}

/// A section with a heading.
struct Section: TemplateRoot {
  static let template = "partials/section"
  static let fields: [TemplateField<Section>] = [
    .text("anchor") { $0.anchor }, .text("title") { $0.title }, .text("note") { $0.note }, .markup("body") { $0.body },
  ]

  let anchor: String
  let title: String
  let note: String
  let body: [UInt8]
}

/// A table whose rows are already markup.
struct Table: TemplateRoot {
  static let template = "partials/table"
  static let fields: [TemplateField<Table>] = [
    .text("kind") { $0.kind }, .text("caption") { $0.caption }, .list("columns") { $0.head.map(Column.init) },
    .markup("rows") { $0.rows },
  ]

  /// The header of a column.
  struct Column: TemplateContext {
    static let fields: [TemplateField<Column>] = [.text("title") { $0.title }]

    let title: String
  }

  let kind: String
  let caption: String
  let head: [String]
  let rows: [UInt8]
}

/// A row of a table.
struct TableRow {
  /// The attributes, each with a space before it.
  var attributes: [UInt8] = []
  let head: [UInt8]
  let cells: [[UInt8]]
}

extension TableRow {
  /// Creates a row whose cells are text.
  init(head: [UInt8], texts: [String]) { self.init(head: head, cells: texts.map { [UInt8](markup: "\($0)") }) }

  /// Creates a row whose header and cells are text.
  init(_ title: String, texts: [String]) { self.init(head: [UInt8](markup: "\(title)"), texts: texts) }
}

/// A link followed by an optional note.
struct Link: TemplateContext {
  static let fields: [TemplateField<Link>] = [
    .address("url") { $0.address }, .text("label") { $0.label }, .text("note") { $0.note },
  ]

  let label: String
  let address: String
  let note: String

  /// Creates a link.
  init(_ label: String, _ address: String, note: String = "") {
    self.label = label
    self.address = address
    self.note = note
  }
}

/// A list of links.
struct LinkList: TemplateRoot {
  static let template = "partials/links"
  static let fields: [TemplateField<LinkList>] = [.list("links") { $0.links }]

  let links: [Link]
}

extension Site {
  /// Renders a table with a header row.
  func table(kind: String, caption: String, head: [String], rows: [UInt8]) -> [UInt8] {
    templates.filled(Table(kind: kind, caption: caption, head: head, rows: rows), room: rows.count + 1024)
  }

  /// Renders a table with a header row; the cells of a matrix have the titles of their columns, for narrow windows.
  func table(kind: String, caption: String, head: [String], rows: [TableRow]) -> [UInt8] {
    let isMatrix = kind.contains("matrix")
    var markup: [UInt8] = []
    for row in rows {
      markup.append(markup: "<tr\(row.attributes)><th scope=\"row\">\(row.head)</th>")
      for (title, cell) in zip(head.dropFirst(), row.cells) {
        markup.append(markup: isMatrix ? "<td data-title=\"\(title)\">\(cell)</td>" : "<td>\(cell)</td>")
      }
      markup.append("</tr>\n")
    }
    return table(kind: kind, caption: caption, head: head, rows: markup)
  }

  /// Renders a section that is a table; empty without rows.
  func section(
    anchor: String, title: String, note: String = "", kind: String, caption: String? = nil, head: [String],
    rows: [TableRow]
  ) -> [UInt8] {
    guard !rows.isEmpty else { return [] }
    let table = table(kind: kind, caption: caption ?? title, head: head, rows: rows)
    return section(anchor: anchor, title: title, note: note, body: table)
  }

  /// Renders a section with a heading.
  func section(anchor: String, title: String, note: String = "", body: [UInt8]) -> [UInt8] {
    templates.filled(Section(anchor: anchor, title: title, note: note, body: body), room: body.count + 512)
  }

  /// Renders a section that is a list of links; empty without links.
  func section(anchor: String, title: String, note: String = "", links: [Link]) -> [UInt8] {
    links.isEmpty ? [] : section(anchor: anchor, title: title, note: note, body: list(links))
  }

  /// Renders a list of links.
  func list(_ links: [Link]) -> [UInt8] { templates.filled(LinkList(links: links)) }
}
