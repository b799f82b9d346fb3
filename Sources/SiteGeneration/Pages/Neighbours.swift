internal import ContentLoading
internal import Inspections

/// Authorities that are looked at beside one, such as its statistical neighbours, with what they were judged last.
struct Neighbours: TemplateContext {
  static let fields: [TemplateField<Neighbours>] = [
    .text("kind") { $0.kind }, .text("anchor") { Anchor.name("set", [$0.kind]) }, .text("service") { $0.service.name },
    .list("authorities") { neighbours in
      let table = AuthorityTable(kit: neighbours.kit, root: SiteAddress.root(from: SiteAddress.authority("x")))
      return neighbours.bodies.map { body in
        table.row(body.current(in: neighbours.service)?.report, of: body, anchor: "near-\(body.slug)")
      }
    },
  ]

  let kit: SiteKit
  let kind: String
  let service: Service
  let bodies: [AuthoritySummary]
}

extension SiteKit {
  /// The sets of an authority, of those that have reports here; the service is that of the authority's first card.
  func neighbours(of body: AuthoritySummary) -> [Neighbours] {
    guard let service = body.currents.first?.service else { return [] }
    return (sets[body.slug] ?? []).compactMap { set in
      let bodies = set.members.compactMap { self.body($0) }
      return bodies.isEmpty ? nil : Neighbours(kit: self, kind: set.kind, service: service, bodies: bodies)
    }
  }
}
