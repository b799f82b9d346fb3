internal import ContentLoading
internal import Inspections

/// The current state of a service: the number of authorities with each grade, and a map of them.
struct ServiceNow: TemplateContext {
  static let fields: [TemplateField<ServiceNow>] = [
    .text("service") { $0.service.name },
    .address("page") { $0.root.isEmpty ? NowPages.address($0.service) : nil },
    .markup("tiles") { TileMap(site: $0.site, service: $0.service, root: $0.root).drawing },
    .list("counts") { now in now.counts.map { CountRow($0, of: now) } },
    .flag("hasOverall") { $0.hasOverall },
    .text("withoutOverall") { now in String(now.rows.count { $0.report.onlyOverall == nil }) },
  ]

  /// The number of authorities with a grade: as their overall grade, and in any judgement.
  typealias Count = (grade: Grade, overall: Int, any: Int)

  /// A count as a row of the table.
  struct CountRow: TemplateContext {
    static let fields: [TemplateField<CountRow>] = [
      .markup("badge") { $0.badge }, .text("overall") { String($0.count.overall) },
      .text("any") { String($0.count.any) }, .address("url") { $0.address },
    ]

    let badge: [UInt8]
    let count: Count
    let address: String

    init(_ count: Count, of now: ServiceNow) {
      let framework = now.service.frameworks.last { $0.scale.grade(count.grade.key) != nil }?.id ?? ""
      badge = now.site.badges.badge(count.grade.key, .agreed, framework: framework)
      self.count = count
      address = now.root + NowPages.address(now.service, grade: count.grade.key)
    }
  }

  let site: Site
  let service: Service
  let rows: [NowRow]
  /// The relative path to the site root; empty on the home page.
  var root = ""

  /// Whether any current report has an overall judgement; without one, the counts need only one column.
  var hasOverall: Bool { rows.contains { $0.report.onlyOverall != nil } }

  /// The counts of all current grades, best first.
  var counts: [Count] {
    NowPages.grades(of: service, rows).map { grade in
      (grade, rows.count { $0.report.headline?.grade == grade.key }, rows.count { $0.has(grade.key) })
    }
  }
}
