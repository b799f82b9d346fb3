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
