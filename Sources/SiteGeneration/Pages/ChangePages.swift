internal import ContentLoading
internal import Inspections
internal import Records

/// The extra files of a site with `Content/published.csv`: a feed of changes to the site, and a page at each address
/// that is no longer used.
struct ChangePages {
  let site: Site

  static let feed = "changes.xml"
  private static let source = "the record of what was published"
  private static let longest = 100

  /// The feed and the redirect pages; none without recorded lines.
  var pieces: [Piece] {
    guard site.history.isKept else { return [] }
    let shown = Piece.inputs(of: site.reports)
    let inputs = Fingerprint(of: "changes", site.history.digest, shown)
    return [
      Piece([Self.feed] + site.history.redirects.map(\.path), source: Self.source, inputs: inputs) {
        [changes] + site.history.redirects.map(file)
      }
    ]
  }

  /// The links to the changes, for the page of corrections; empty without recorded lines.
  var section: [UInt8] {
    guard site.history.isKept, let first = site.history.recorded.first?.date else { return [] }
    let root = SitePaths.relativeRoot(from: BuiltInPages.corrections)
    return site.section(
      anchor: "changes", title: "What has changed",
      note: "Every grade and every address that is not what it was, since \(first.words).",
      links: [
        Link("As a table", "\(root)data/\(DataTables.changes.name)"), Link("As a feed", root + Self.feed),
      ])
  }

  private var changes: OutputFile {
    // A change not yet recorded gets the last recorded day: with the clock, every build would differ.
    let last = site.history.recorded.compactMap(\.date).max()
    let reports = Dictionary(site.reports.map { ($0.address, $0) }) { first, _ in first }
    let entries = site.history.changes.prefix(Self.longest).compactMap { changes -> AtomFeed.Entry? in
      guard let first = changes.first else { return nil }
      let report = reports[first.report]
      return AtomFeed.Entry(
        id: "changes/\(first.id)", title: report.map { ReportFeed.title(of: $0, site) } ?? first.report,
        updated: AtomFeed.instant(first.date ?? last),
        page: ChangeLog.page(first.report), categories: Set(changes.map(\.kind)).sorted(),
        summary: changes.map { words($0, of: report) }.joined(separator: " "))
    }
    return AtomFeed(
      site: site, path: Self.feed, title: "\(site.configuration.title): what has changed",
      updated: AtomFeed.instant(last),
      page: BuiltInPages.corrections, entries: entries
    ).file
  }

  private func words(_ change: ChangeLog.Change, of report: ReportSummary?) -> String {
    let title = report?.judgements.first { $0.key == change.judgement }?.fullTitle
    let values = [change.was.map { "was \($0)" }, change.now.map { "is \($0)" }].compactMap { $0 }
    let what = change.judgement.isEmpty ? "The report" : title ?? change.judgement
    return "\(what), \(change.kind): \(values.joined(separator: ", "))."
  }

  /// Returns a page that redirects to a report's present address, or says that the report was removed.
  private func file(_ page: ChangeLog.Redirect) -> OutputFile {
    let root = SitePaths.relativeRoot(from: page.path)
    let title = page.target == nil ? "Removed" : "Moved"
    let links = page.target.map { [Link("Where it is now", root + $0)] } ?? []
    return Frame(
      site: site, path: page.path, title: site.windowTitle(title),
      description: "What was at this address \(page.target == nil ? "was removed" : "is elsewhere now").",
      here: title, isListed: page.target != nil, successor: page.target,
      main: Listing(
        eyebrow: "", title: title,
        introduction: page.target == nil
          ? "What was at this address is no longer published on this site."
          : "What was at this address is on this site at another, since its day or its authority was put right.",
        sections: site.list(links + [Link("What has changed", root + BuiltInPages.corrections + "#changes")]))
    ).file
  }
}
