internal import ContentLoading
public import Diagnostics

/// Finds broken links in what people write: pages and templates. Links that the program renders come from the
/// plan itself.
///
/// Templates are checked through pages rendered with them: one page of each kind.
struct LinkChecker {
  /// All paths of the site.
  let paths: Set<String>
  /// The base path of the site on its host.
  let base: String
  /// The publisher's pages by their output paths, and the templates.
  let pages: [String: SourceText]
  let templates: [SourceText]
  /// The links and anchors of the rendered pages: those to check, and those that they link to.
  let links: [String: PageLinks]

  /// Returns the broken links of some pages, sorted.
  func diagnostics(in checked: [String]) -> [Diagnostic] {
    var diagnostics: Set<Diagnostic> = []
    for page in checked {
      for address in links[page]?.addresses ?? [] {
        guard let target = PageLinks.target(of: address, from: page, base: base) else { continue }
        if !paths.contains(target.path) {
          diagnostics.insert(problem(address, on: page, "“\(target.path)”, and there is no such page"))
        } else if let anchor = target.anchor, target.path.hasSuffix(".html"), isFollowed(target.path, from: page) {
          guard let anchors = links[target.path]?.anchors, !anchors.contains(anchor) else { continue }
          let nowhere = "“#\(anchor)” of “\(target.path)”, where nothing has that name"
          diagnostics.insert(problem(address, on: page, nowhere))
        }
      }
    }
    return diagnostics.sorted()
  }

  /// Whether a link's anchor is checked, not only its page: if the publisher wrote the link, or it is in the same page.
  private func isFollowed(_ target: String, from page: String) -> Bool { target == page || pages[page] != nil }

  /// Returns an error about a link, at the location in the page or template where it was written.
  private func problem(_ address: String, on page: String, _ nowhere: String) -> Diagnostic {
    let texts = [pages[page]].compactMap { $0 } + templates
    let target = PageLinks.target(of: address, from: page, base: base)
    let path = (target?.path ?? address) + (target?.anchor.map { "#\($0)" } ?? "")
    // A link may have been written from the site root, as a folder, or exactly as it is in the page.
    let spellings = [path, path.replacing("index.html", with: ""), address].filter { !$0.isEmpty }
    for text in texts {
      for spelling in spellings {
        for opening in ["(/", "(", "<", "}}", "=\"", ": /"] {
          guard let location = text.bytes.firstIndex(of: opening + spelling, from: 0).map(text.location(ofOffset:))
          else { continue }
          return Diagnostic(
            .error, .deadLink, "this link leads to \(nowhere)", at: location, excerpt: text.line(location.line))
        }
      }
    }
    return Diagnostic(
      .error, .deadLink, "“\(address)” on the page “\(page)” leads to \(nowhere)",
      at: pages[page].map { SourceLocation(path: $0.path) })
  }
}

extension SiteGenerator {
  /// Returns all problems of the site: output paths with two sources, corrections that are wrong or of unknown reports,
  /// PDFs withheld for their licence, left-out markup, and broken links.
  ///
  /// - Parameters:
  ///   - pointPages: the paths of the recommendation pages, if they are already known.
  ///   - reading: returns a report with its text, for the pages that are checked.
  public func problems(
    pointPages: [String]? = nil, reading: (ReportSummary) throws -> ParsedReport
  ) rethrows -> [Diagnostic] {
    let listings = lists + counts
    let plan = plan(lists: listings, points: pointPages ?? self.pointPages)
    let paths = Set(plan.entries.map(\.path))
    return try plan.diagnostics + site.corrections.diagnostics + site.withheldOriginals + leftOutMarkup
      + brokenLinks(paths, listings, reading)
  }

  /// The reports whose texts `problems` depends on: those whose pages are checked; all of them if a publisher's page
  /// links to an anchor in another page, which any change may remove.
  public var checkedReports: [ReportSummary] {
    let hasAnchorLinks = pages.contains { page in
      PageLinks(MarkdownPage.rendered(page)).addresses.contains { $0.contains("#") && !$0.hasPrefix("#") }
    }
    return hasAnchorLinks ? site.reports : site.authorities.first?.reports ?? []
  }

  /// Returns the broken links in what people wrote.
  private func brokenLinks(
    _ paths: Set<String>, _ listings: [Piece], _ reading: (ReportSummary) throws -> ParsedReport
  ) rethrows -> [Diagnostic] {
    let written = pages.map { MarkdownPage(site: site, page: $0).file }
    let rendered = written + [NotFoundPage(site: site).file, HomePage(site: site).file]
    var links: [String: PageLinks] = [:]
    for file in rendered { links[file.path] = PageLinks(file.bytes) }
    // One page of each kind is checked for its template; links with an anchor in the publisher's pages name further pages.
    let body = site.authorities.first
    let report = body?.reports.last
    let samples =
      [SitePaths.data, MethodPage.path, SearchPage.path]
      + [
        body.map { SitePaths.authority($0.slug) }, body.map(EmbedCard.path(of:)), report.map(SitePaths.page(of:)),
        report.map { SitePaths.folder(of: $0) + SourcePage.name }, listings.first?.paths[0],
      ].compactMap { $0 }
    var wanted = Set(samples)
    for file in written {
      let targets = (links[file.path]?.addresses ?? []).compactMap {
        PageLinks.target(of: $0, from: file.path, base: site.paths.basePath)
      }
      wanted.formUnion(targets.filter { $0.anchor != nil }.map(\.path))
    }
    for path in wanted.subtracting(links.keys) {
      links[path] = try page(path, listings, reading).map { PageLinks($0) }
    }
    let check = LinkChecker(
      paths: paths, base: site.paths.basePath,
      pages: Dictionary(pages.map { (MarkdownPage.path(of: $0), $0) }) { first, _ in first }, templates: templates,
      links: links)
    return check.diagnostics(in: rendered.map(\.path) + samples)
  }

  /// Returns the rendered page at a path; nil if there is no such page.
  private func page(
    _ path: String, _ listings: [Piece], _ reading: (ReportSummary) throws -> ParsedReport
  ) rethrows -> [UInt8]? {
    if path == SitePaths.data { return dataFiles(written: []).last?.bytes }
    if let listed = listings.first(where: { $0.paths[0] == path }) { return try? listed.make().first?.bytes }
    if let body = site.authorities.first, path == EmbedCard.path(of: body) {
      return EmbedCard(site: site, body: body).file.bytes
    }
    if path.hasPrefix("recommendations/") {
      return try? RecommendationPages(site: site).pages.first { $0.paths[0] == path }?.make().first?.bytes
    }
    let parts = path.split(separator: "/")
    guard parts.count > 2, parts[0] == "authorities", let body = site.authority(slug: String(parts[1])) else {
      return nil
    }
    if let report = body.reports.first(where: { path.hasPrefix(SitePaths.folder(of: $0)) }) {
      let read = try reading(report)
      return files(for: read, ReportAnchors(read.report), report, of: body, []).first { $0.path == path }?.bytes
    }
    return files(of: body).first { $0.path == path }?.bytes
  }
}
