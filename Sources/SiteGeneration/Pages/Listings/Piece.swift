public import Records

/// Files that are rendered together from many reports: a list, a feed, a calendar or a workbook. Their paths are known
/// before they are rendered.
public struct Piece: Sendable {
  /// The paths of the files; the first names the piece.
  public let paths: [String]
  /// What the files are made from, as a user would say it.
  let source: String
  /// The digest of the report data that the files show.
  public let inputs: Fingerprint
  /// Renders the files.
  public let make: @Sendable () throws -> [OutputFile]

  /// Creates a piece.
  init(
    _ paths: [String], source: String, inputs: Fingerprint, make: @escaping @Sendable () throws -> [OutputFile]
  ) {
    self.paths = paths
    self.source = source
    self.inputs = inputs
    self.make = make
  }

  /// Returns the digest of everything that pages show of some reports.
  static func inputs(of reports: [ReportSummary]) -> Fingerprint {
    Fingerprint(of: "shown", reports.map(\.digests.shown))
  }

  /// Creates a page that lists things.
  ///
  /// - Parameters:
  ///   - reports: all reports shown on the page; if they are unchanged, so is the page.
  ///   - digest: the part of each report that the page shows.
  init(
    _ site: Site, path: String, source: String, eyebrow: String = "", title: String, introduction: String,
    crumbs: [Link] = [], feed: String? = nil, of reports: [ReportSummary],
    by digest: KeyPath<ReportDigests, Fingerprint> = \.shown, script: PageScript? = nil,
    body: @escaping @Sendable (_ root: String) -> [UInt8]
  ) {
    let inputs = Fingerprint(of: "page", title, introduction, reports.map { $0.digests[keyPath: digest] })
    self.init([path], source: source, inputs: inputs) {
      let frame = Frame(
        site: site, path: path, title: site.windowTitle(eyebrow.isEmpty ? title : "\(eyebrow): \(title)"),
        description: "\(title). \(introduction)", crumbs: crumbs, here: title, script: script, feed: feed,
        main: Listing(
          eyebrow: eyebrow, title: title, introduction: introduction, sections: body(SitePaths.relativeRoot(from: path))
        ))
      return [frame.file]
    }
  }
}

extension [UInt8] {
  /// Appends a table row: its header, which is markup, and its cells, which are text.
  mutating func append(rowOf head: [UInt8], _ cells: [String]) {
    append(markup: "<tr><th scope=\"row\">\(head)</th>")
    for cell in cells { append(markup: "<td>\(cell)</td>") }
    append("</tr>\n")
  }

  /// Appends a table row whose header is text, each cell with the title of its column for narrow windows.
  mutating func append(row head: String, _ cells: some Sequence<(String, String)>) {
    append(markup: "<tr><th scope=\"row\">\(head)</th>")
    append(cells: cells)
    append("</tr>\n")
  }

  /// Appends text cells, each with the title of its column.
  mutating func append(cells: some Sequence<(String, String)>) {
    for (title, text) in cells { append(markup: "<td data-title=\"\(title)\">\(text)</td>") }
  }

  /// Appends a table row whose header and cells are text.
  mutating func append(row head: String, _ cells: [String]) { append(rowOf: [UInt8](markup: "\(head)"), cells) }
}
