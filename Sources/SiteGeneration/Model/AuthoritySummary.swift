internal import Inspections

/// An authority as the site knows it: the register's entry, where it has one, and its reports, the newest first.
final class AuthoritySummary: Sendable {
  /// The name in addresses.
  let slug: String
  /// The short name.
  let name: String
  /// The code of its present boundary.
  let gss: String?
  /// The register's entry; nil for a name the register does not know.
  let entry: Authority?
  /// The region of the register, or the area that its reports name.
  let region: String?
  /// The number that its reports print for it.
  let identifier: String?
  /// Its reports, the newest first.
  let reports: [ReportSummary]
  /// What each of its services was judged last, in the order of the site's services.
  let currents: [CurrentReport]
  /// The report that speaks for the authority where there is room for one: its first service's latest.
  let current: ReportSummary

  private init(
    slug: String, name: String, gss: String?, entry: Authority?, reports: [ReportSummary], latest: ReportSummary,
    services: [Service]
  ) {
    self.slug = slug
    self.name = name
    self.gss = gss
    self.entry = entry
    region = entry?.region ?? latest.authority.area
    identifier = latest.authority.identifier
    self.reports = reports
    currents = CurrentReport.all(reports, services)
    current = currents.first?.report ?? latest
  }

  /// What its services were judged last, without those that were only visited.
  var judged: [CurrentReport] { currents.filter(\.isInspection) }

  /// What a service was judged last; nil where it was only visited.
  func current(in service: Service?) -> CurrentReport? { judged.first { $0.service === service } }

  /// The authorities that have reports, A to Z.
  static func all(
    of summaries: [ReportSummary], register: AuthorityRegister, services: [Service]
  ) -> [AuthoritySummary] {
    Dictionary(grouping: summaries) { SitePaths.pathComponent(for: $0.authority.slug) }
      .compactMap { slug, reports -> (key: String, body: AuthoritySummary)? in
        let reports = reports.sorted(by: isNewer)
        guard let latest = reports.first else { return nil }
        let entry = register.authority(slug: slug)
        let body = AuthoritySummary(
          slug: slug, name: entry?.name ?? latest.authority.name, gss: entry?.gss ?? latest.authority.gss,
          entry: entry, reports: reports, latest: latest, services: services)
        return (body.name.lowercased(), body)
      }
      .sorted { ($0.key, $0.body.slug) < ($1.key, $1.body.slug) }
      .map(\.body)
  }

  /// Newest first; undated reports last; never by the order in which they were read.
  static func isNewer(_ first: ReportSummary, _ second: ReportSummary) -> Bool {
    switch (first.date, second.date) {
    case (let left?, let right?) where left != right: return left > right
    case (.some, nil): return true
    case (nil, .some): return false
    default: break
    }
    return (first.folderName, first.source.path) < (second.folderName, second.source.path)
  }
}
