internal import ContentLoading
internal import Inspections
public import Records

extension SiteGenerator {
  /// The authorities that have reports, A to Z, which is the order of the data files.
  public var authorities: [AuthoritySummary] { site.authorities }

  /// The parts of every page that depend on the reports: the navigation links, whether there is search, and the
  /// frameworks of the kinds of bodies that have reports, which determine the services and the tables.
  public var siteWide: String {
    let links = (site.navigation.main + site.navigation.more).map { "\($0.label)\u{0}\($0.address)" }
    return
      (links + ["\(site.hasSearch)", "\(site.authorities.count > 1)", site.bodyKind.name]
      + site.frameworks.all.map(\.id)).joined(separator: "\u{0}")
  }

  /// Returns the digest of what an authority's pages show of the rest of the site, besides `siteWide`.
  public func dependencyDigest(of body: AuthoritySummary) -> Fingerprint {
    var facts: [String] = []
    for slug in (body.entry?.predecessors ?? []) + (body.entry?.successors ?? []) {
      facts.append("\(slug)\u{0}\(site.authority(slug: slug)?.name ?? "")")
    }
    for report in body.reports {
      facts += site.corrections.of(report).map { "\(report.id)\u{0}\($0.anchor)" }
    }
    for neighbour in site.neighbours(of: body).flatMap(\.authorities) {
      facts.append("\(neighbour.slug)\u{0}\(neighbour.name)")
      facts += neighbour.currents.map { $0.report.digests.shown.hexadecimal }
    }
    facts += site.unread.filter { $0.authority == body.slug }.map { "\($0)" }
    return Fingerprint(of: "dependencies", facts)
  }
}
