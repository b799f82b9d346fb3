internal import ContentLoading
internal import Inspections

/// What a site with `Content/published.csv` has besides: a feed of what has changed on it, and a page at each address
/// where something was.
struct ChangePages {
  let site: Site

  static let feed = "changes.xml"
  /// What they come from.
  static let source = "the record of what was published"
  private static let longest = 100

  /// Where they are, and the table; none where nothing was recorded.
  var paths: [String] {
    site.history.isKept ? [Self.feed, "data/\(DataTables.changes.name)"] + site.history.redirects.map(\.path) : []
  }

  /// All of them.
  var files: [OutputFile] { site.history.isKept ? [changes] + site.history.redirects.map(file) : [] }

  /// The ways to what has changed, for the page of corrections; nothing where nothing was recorded.
  var section: [UInt8] {
    guard site.history.isKept, let first = site.history.recorded.first?.date else { return [] }
    let root = SitePaths.relativeRoot(from: BuiltInPages.corrections)
    return site.section(
      anchor: "changes", title: "What has changed",
      note: "Every grade and every address that is not what it was, since \(first.words).",
      body: site.list([
        Link("As a table", "\(root)data/\(DataTables.changes.name)"), Link("As a feed", root + Self.feed),
      ]))
  }

  private var changes: OutputFile {
    // What nobody has recorded yet counts for the last day on which anything was: the clock would make builds differ.
    let last = site.history.recorded.compactMap(\.date).max()
    func instant(_ day: CalendarDate?) -> String { "\((day ?? last)?.iso ?? "2000-01-01")T00:00:00Z" }
    let reports = Dictionary(site.authorities.flatMap(\.reports).map { ($0.address, $0) }) { first, _ in first }
    let entries = site.history.changes.prefix(Self.longest).compactMap { changes -> AtomFeed.Entry? in
      guard let first = changes.first else { return nil }
      let report = reports[first.report]
      return AtomFeed.Entry(
        id: "changes/\(first.id)", title: report.map { ReportFeed.title(of: $0, site) } ?? first.report,
        updated: instant(first.date),
        page: ChangeLog.page(first.report), categories: Set(changes.map(\.kind)).sorted(),
        summary: changes.map { words($0, of: report) }.joined(separator: " "))
    }
    return AtomFeed(
      site: site, path: Self.feed, title: "\(site.configuration.title): what has changed", updated: instant(nil),
      page: BuiltInPages.corrections, entries: entries
    ).file
  }

  private func words(_ change: ChangeLog.Change, of report: ReportSummary?) -> String {
    let title = report?.judgements.first { $0.key == change.judgement }?.fullTitle
    let values = [change.was.map { "was \($0)" }, change.now.map { "is \($0)" }].compactMap { $0 }
    let what = change.judgement.isEmpty ? "The report" : title ?? change.judgement
    return "\(what), \(change.kind): \(values.joined(separator: ", "))."
  }

  /// A page that leads to where something is now, or says that it was taken away.
  private func file(_ page: ChangeLog.Redirect) -> OutputFile {
    let root = SitePaths.relativeRoot(from: page.path)
    let title = page.target == nil ? "Taken away" : "Moved"
    let links = page.target.map { [Link("Where it is now", root + $0)] } ?? []
    return Frame(
      site: site, path: page.path, title: site.windowTitle(title),
      description: "What was at this address \(page.target == nil ? "was taken away" : "is elsewhere now").",
      here: title, isListed: page.target != nil, successor: page.target,
      main: Listing(
        kicker: "", title: title,
        lede: page.target == nil
          ? "What was at this address is no longer published on this site."
          : "What was at this address is on this site at another, since its day or its authority was put right.",
        sections: site.list(links + [Link("What has changed", root + BuiltInPages.corrections + "#changes")]))
    ).file
  }
}
