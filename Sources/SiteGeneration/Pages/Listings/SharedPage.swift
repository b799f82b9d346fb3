/// A page that needs many reports: where it goes, what it comes from, and how it is made once the site is planned.
struct SharedPage: Sendable {
  let path: String
  let source: String
  let make: @Sendable () -> OutputFile

  /// A page that is made in its own way.
  init(path: String, source: String, make: @escaping @Sendable () -> OutputFile) {
    self.path = path
    self.source = source
    self.make = make
  }

  /// A page that lists things.
  init(
    _ kit: SiteKit, path: String, source: String, kicker: String = "", title: String, lede: String,
    crumbs: [(label: String, path: String)] = [], feed: String? = nil,
    body: @escaping @Sendable (_ root: String) -> [UInt8]
  ) {
    self.path = path
    self.source = source
    make = {
      let listing = ListingContext(
        kicker: kicker, title: title, lede: lede, body: body(SiteAddress.root(from: path)))
      return kit.page(
        path: path, title: kit.windowTitle(kicker.isEmpty ? title : "\(kicker): \(title)"),
        description: "\(title). \(lede)",
        crumbs: [("Home", SiteAddress.home)] + crumbs, here: title, feed: feed, main: kit.templates.filled(listing))
    }
  }

  /// All of them; what needs more reports than there are is not among them.
  static func all(_ kit: SiteKit) -> [SharedPage] {
    guard !kit.bodies.isEmpty else { return [] }
    return ComparePages(kit: kit).pages + ImprovementPages(kit: kit).pages + FrameworkPages(kit: kit).pages
      + BrowsePages(kit: kit).pages + [
        MethodPage(kit: kit).page, WhatsNewPage(kit: kit).page, EmbedGallery(kit: kit).page,
      ]
      + (kit.hasSearch ? [SearchPage(kit: kit).page] : [])
  }
}

extension [UInt8] {
  /// Appends a row of a table: its head, which is markup, and its cells, which are text.
  mutating func append(rowOf head: [UInt8], _ cells: [String]) {
    append("<tr><th scope=\"row\">")
    append(contentsOf: head)
    append("</th>")
    for cell in cells {
      append("<td>")
      append(escaped: cell)
      append("</td>")
    }
    append("</tr>\n")
  }

  /// Appends a row of a table whose head is text, each cell with the title of its column for narrow windows.
  mutating func append(row head: String, _ cells: some Sequence<(String, String)>) {
    append("<tr><th scope=\"row\">")
    append(escaped: head)
    append("</th>")
    append(cells: cells)
    append("</tr>\n")
  }

  /// Appends cells of text, each with the title of its column.
  mutating func append(cells: some Sequence<(String, String)>) {
    for (title, text) in cells {
      append("<td data-title=\"")
      append(escaped: title)
      append("\">")
      append(escaped: text)
      append("</td>")
    }
  }

  /// Appends a row of a table whose head is text too.
  mutating func append(row head: String, _ cells: [String]) {
    var markup: [UInt8] = []
    markup.append(escaped: head)
    append(rowOf: markup, cells)
  }
}

extension SiteKit {
  /// Appends a link, one of a list.
  func append(link label: String, _ address: String, note: String = "", to items: inout [UInt8]) {
    templates.append(LinkItemContext(address: address, label: label, note: note), to: &items)
  }

  /// The heads of a table's columns.
  func head(_ titles: [String]) -> [UInt8] {
    var head: [UInt8] = []
    for title in titles {
      head.append("<th scope=\"col\">")
      head.append(escaped: title)
      head.append("</th>")
    }
    return head
  }
}
