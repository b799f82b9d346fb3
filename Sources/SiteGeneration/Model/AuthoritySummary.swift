internal import Inspections

/// An authority as the site knows it: the register's entry, if it has one, and its reports, newest first.
public final class AuthoritySummary: Sendable {
  /// The name in URLs.
  public let slug: String
  /// The short name.
  let name: String
  /// The GSS code of its present boundary.
  let gss: String?
  /// The register's entry; nil if the register does not know the name.
  let entry: Authority?
  /// The region in the register, or else the area printed in its latest report.
  let region: String?
  /// The identifier that its latest report prints for it.
  let identifier: String?
  /// The authority's reports, newest first.
  public let reports: [ReportSummary]
  /// The current report of each of its services, in the order of the site's services.
  let currents: [CurrentReport]
  /// The report that represents the authority if only one can be shown: the current report of its first service.
  let current: ReportSummary

  private init(slug: String, entry: Authority?, reports: [ReportSummary], latest: ReportSummary, services: [Service]) {
    self.slug = slug
    name = entry?.name ?? latest.authority.name
    gss = entry?.gss ?? latest.authority.gss
    self.entry = entry
    region = entry?.region ?? latest.authority.area
    identifier = latest.authority.identifier
    self.reports = reports
    currents = CurrentReport.all(reports, services)
    current = currents.first?.report ?? latest
  }

  /// The current reports of its services, without services that were only visited.
  var judged: [CurrentReport] { currents.filter(\.isInspection) }

  /// Returns the current report of a service; nil if it was only visited.
  func current(in service: Service?) -> CurrentReport? { judged.first { $0.service === service } }

  /// Returns the authorities that have reports, A to Z.
  static func all(
    of summaries: [ReportSummary], register: AuthorityRegister, services: [Service]
  ) -> [AuthoritySummary] {
    Dictionary(grouping: summaries) { SitePaths.pathComponent(for: $0.authority.slug) }
      .compactMap { slug, reports in
        let reports = reports.sorted(by: isNewer)
        guard let latest = reports.first else { return nil }
        let entry = register.authority(slug: slug)
        // Its latest report describes a body that the register doesn't, also in lists of its older reports.
        let described = entry?.region == nil ? reports.map { $0.described(as: latest.authority) } : reports
        return AuthoritySummary(slug: slug, entry: entry, reports: described, latest: latest, services: services)
      }
      .sorted { ($0.name.lowercased(), $0.slug) < ($1.name.lowercased(), $1.slug) }
  }

  /// Whether `first` is newer; undated reports are last, and the order of reading never matters.
  static func isNewer(_ first: ReportSummary, _ second: ReportSummary) -> Bool {
    let (left, right) = (first.date?.iso ?? "", second.date?.iso ?? "")
    if left != right { return left > right }
    return (first.folderName, first.source.path) < (second.folderName, second.source.path)
  }
}
