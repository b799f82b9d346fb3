internal import ContentLoading
internal import Inspections
internal import Records

/// A feed of reports: of the whole site, an authority, a service or a framework, as Atom and as JSON Feed.
///
/// An entry's identifier never changes, and its time is the day of publication or of the last correction, so that the
/// same reports always produce the same feed.
struct ReportFeed {
  let site: Site
  /// The folder of the feed, with a trailing slash; empty for the feed of the whole site.
  let folder: String
  let title: String
  /// The page that the feed belongs to.
  let page: String
  /// The reports, newest first.
  private let reports: [ReportSummary]

  /// Returns the feeds of the site, of each service and of each framework.
  static func ofSite(_ site: Site) -> [ReportFeed] {
    let services = site.sharedServices.map { service in
      ReportFeed(
        site, name: service.name, page: NowPages.address(service),
        reports: site.reports.filter { service.inspects($0.framework) })
    }
    let frameworks = Dictionary(grouping: site.reports, by: \.framework).sorted { $0.key < $1.key }
      .compactMap { id, reports -> ReportFeed? in
        site.frameworks[id].map {
          ReportFeed(site, name: $0.shortName, page: FrameworkPages.address($0), reports: reports)
        }
      }
    let all = ReportFeed(site, name: nil, page: SitePaths.home, reports: site.reports)
    return [all] + services + frameworks
  }

  /// Creates the feed of one authority.
  init(_ site: Site, of body: AuthoritySummary) {
    self.init(site, name: body.name, page: SitePaths.authority(body.slug), reports: body.reports)
  }

  /// Creates the feed beside a page; `name` is that of a part of the site.
  private init(_ site: Site, name: String?, page: String, reports: [ReportSummary]) {
    self.site = site
    folder = SitePaths.folder(ofPage: page)
    title = [name, site.configuration.title].compactMap { $0 }.joined(separator: ": ")
    self.page = page
    self.reports = Array(
      reports.map { (report: $0, instant: ReportFeed.instant(of: $0, site)) }
        .sorted { $0.instant != $1.instant ? $0.instant > $1.instant : AuthoritySummary.isNewer($0.report, $1.report) }
        .prefix(ReportFeed.longest).map(\.report))
  }

  /// The digest of the report data that the feed shows.
  var inputs: Fingerprint { Fingerprint(of: "feed", reports.map(\.digests.counted)) }

  /// The paths of the Atom feed and the JSON Feed.
  var paths: [String] { [folder + "feed.xml", folder + "feed.json"] }

  /// The Atom feed and the JSON Feed.
  var files: [OutputFile] { [atom, OutputFile(path: paths[1], bytes: json)] }

  // MARK: Atom

  private var atom: OutputFile {
    AtomFeed(
      site: site, path: paths[0], title: title,
      updated: reports.first.map { ReportFeed.instant(of: $0, site) } ?? AtomFeed.instant(nil), page: page,
      entries: reports.map { report in
        AtomFeed.Entry(
          id: SitePaths.folder(of: report), title: Self.title(of: report, site),
          updated: ReportFeed.instant(of: report, site),
          page: SitePaths.page(of: report), categories: grades(of: report).map { "\($0.title): \($0.grade)" },
          summary: profile(of: report))
      }
    ).file
  }

  // MARK: JSON Feed

  private var json: [UInt8] {
    let json: JSONObject = [
      "version": "https://jsonfeed.org/version/1.1", "title": title, "description": site.configuration.description,
      "language": "en-GB", "home_page_url": site.paths.absolute(page), "feed_url": site.paths.absolute(paths[1]),
      "authors": [["name": site.configuration.publisher] as JSONObject], "items": reports.map(item),
    ]
    return json.withoutNulls().encoded() + [0x0A]
  }

  private func item(_ report: ReportSummary) -> JSONObject {
    let judgements = report.judgements.map { judgement -> JSONObject in
      ["id": judgement.id, "grade": judgement.grade, "status": judgement.status.rawValue]
    }
    return [
      "id": site.feedIdentifier(SitePaths.folder(of: report)),
      "url": site.feedAddress(of: SitePaths.page(of: report), from: paths[1]),
      "title": Self.title(of: report, site), "content_text": profile(of: report),
      "date_modified": ReportFeed.instant(of: report, site),
      "tags": grades(of: report).map { "\($0.title): \($0.grade)" },
      "_grades": ["framework": report.framework, "judgements": judgements] as JSONObject,
    ]
  }

  // MARK: Shared by both formats

  /// Returns the title of a report in a feed.
  static func title(of report: ReportSummary, _ site: Site) -> String {
    "\(site.authorityName(of: report)): \(site.frameworks.name(report.framework)), \(DisplayText.dates(report.inspection))"
  }

  private func grades(of report: ReportSummary) -> [(title: String, grade: String)] {
    report.judgements.compactMap { judgement in
      site.frameworks.label(judgement, in: report.framework).map { (judgement.fullTitle, $0) }
    }
  }

  /// Returns every judgement with its grade, in words.
  private func profile(of report: ReportSummary) -> String {
    let lines = report.judgements.map { judgement in
      let title = judgement.fullTitle
      let grade = site.frameworks.label(judgement, in: report.framework)
      return "\(title): \(grade ?? "no grade (\(DisplayText.status(judgement.status, statements: 0).lowercased()))")"
    }
    return lines.isEmpty ? report.title : lines.joined(separator: ". ") + "."
  }

  private static func instant(of report: ReportSummary, _ site: Site) -> String {
    let day = report.inspection.published ?? report.inspection.end ?? report.inspection.start
    let corrected = site.corrections.of(report).first?.correction.date
    return AtomFeed.instant([day, corrected].compactMap { $0 }.max())
  }

  private static let longest = 100
}
