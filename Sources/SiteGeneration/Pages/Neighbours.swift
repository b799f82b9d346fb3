internal import ContentLoading
internal import Inspections

/// A set of authorities shown beside an authority, such as its statistical neighbours, with their current grades.
struct Neighbours: TemplateContext {
  static let fields: [TemplateField<Neighbours>] = [
    .text("kind") { $0.kind }, .text("anchor") { Anchor.name("set", [$0.kind]) }, .text("service") { $0.service.name },
    .list("authorities") { neighbours in
      neighbours.authorities.map { body in
        ListedAuthority(
          site: neighbours.site, root: SitePaths.relativeRoot(from: SitePaths.authority(body.slug)),
          report: body.current(in: neighbours.service)?.report, body: body, anchor: "near-\(body.slug)")
      }
    },
  ]

  let site: Site
  let kind: String
  let service: Service
  let authorities: [AuthoritySummary]
}

extension Site {
  /// Returns the sets of an authority, without members that have no reports; the service is that of its first card.
  func neighbours(of body: AuthoritySummary) -> [Neighbours] {
    guard let service = body.currents.first?.service else { return [] }
    return (sets[body.slug] ?? []).compactMap { set in
      let authorities = set.members.compactMap { self.authority(slug: $0) }
      return authorities.isEmpty
        ? nil : Neighbours(site: self, kind: set.kind, service: service, authorities: authorities)
    }
  }
}
