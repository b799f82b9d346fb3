internal import ContentLoading
internal import Fingerprinting
internal import Inspections

extension SiteGenerator {
  /// Whether any report asks for something to improve, or is thought to.
  public var asksForSomething: Bool { navigation.main.contains { $0.path == ImprovementPages.path } }

  /// An authority with the files that its reports are read from, the newest first.
  public struct Place: Sendable {
    /// The authority's name in addresses.
    public let slug: String
    /// The reports' files.
    public let paths: [String]
    /// The digest of everything that the authority's pages say of the rest of the site.
    public let surroundings: [UInt8]
  }

  /// The authorities that have reports, A to Z, which is the order of the data files.
  public var places: [Place] {
    let site = siteWide
    return kit.bodies.map { body in
      Place(slug: body.slug, paths: body.reports.map(\.source.path), surroundings: surroundings(of: body, site))
    }
  }

  /// What stands on every page: links, and whether there is anything to find.
  private var siteWide: String {
    let links = (navigation.main + navigation.more).map { "\($0.label)\u{0}\($0.path)" }
    return (links + ["\(kit.hasSearch)", "\(kit.bodies.count > 1)"]).joined(separator: "\u{0}")
  }

  private func surroundings(of body: InspectedBody, _ site: String) -> [UInt8] {
    var facts = [site]
    for slug in (body.entry?.predecessors ?? []) + (body.entry?.successors ?? []) {
      facts.append("\(slug)\u{0}\(kit.body(slug)?.name ?? "")")
    }
    for report in body.reports {
      facts += kit.corrections.of(report).map { "\(report.id)\u{0}\($0.anchor)" }
    }
    facts += kit.unread.filter { $0.authority == body.slug }.map { "\($0)" }
    return Fingerprint(of: Array(facts.joined(separator: "\u{1}").utf8)).bytes
  }
}
