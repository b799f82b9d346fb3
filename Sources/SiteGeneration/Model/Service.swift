internal import Inspections

/// A subject of inspection, under frameworks that follow each other. “Latest” and “now” mean something only within a
/// service: grades of two services are never counted together.
final class Service: Sendable {
  /// The name in data files and URLs.
  let id: String
  /// The display name.
  let name: String
  /// The service's frameworks, oldest first.
  let frameworks: [Framework]
  private let ids: Set<String>

  private init(_ frameworks: [Framework]) {
    self.frameworks = frameworks
    ids = Set(frameworks.map(\.id))
    let named = frameworks.compactMap(\.service).last
    id = SitePaths.pathComponent(for: named?.id ?? frameworks.last?.id ?? "")
    name = named?.name ?? frameworks.last?.shortName ?? ""
  }

  /// Whether a framework belongs to the service.
  func inspects(_ framework: String) -> Bool { ids.contains(framework) }

  /// Whether one of its frameworks gives grades.
  var hasGrades: Bool { frameworks.contains { !$0.judgements.isEmpty } }

  /// The grades of all frameworks, best first; those of the newest framework before others.
  var grades: [Grade] {
    frameworks.reversed().flatMap(\.scale.words).uniqued(by: \.key)
  }

  /// Returns the services of the frameworks, oldest first, with those still inspected before those that have ended.
  static func all(of frameworks: FrameworkIndex) -> [Service] {
    var rest = frameworks.byAge
    var services: [Service] = []
    while !rest.isEmpty {
      var own = [rest.removeFirst()]
      while let next = rest.firstIndex(where: { framework in own.contains { isOne($0, framework) } }) {
        own.append(rest.remove(at: next))
      }
      let ids = Set(own.map(\.id))
      services.append(Service(frameworks.byAge.filter { ids.contains($0.id) }))
    }
    let isOver = { (service: Service) in service.frameworks.allSatisfy { $0.ended != nil } }
    return services.filter { !isOver($0) } + services.filter(isOver)
  }

  /// Whether two frameworks inspect the same service: one succeeded the other, or both name the same service.
  private static func isOne(_ first: Framework, _ second: Framework) -> Bool {
    first.succeeds.contains(second.id) || second.succeeds.contains(first.id)
      || first.service != nil && first.service == second.service
  }
}

/// The latest and the previous judgement of an authority's service.
struct CurrentReport: Sendable {
  let service: Service
  /// The latest report that gives grades, or else the latest of any kind.
  let report: ReportSummary
  /// The report of the same kind before it.
  let previous: ReportSummary?

  /// Whether the report is one that the service is judged by, not a visit in between.
  var isInspection: Bool { report.hasJudgements || !service.hasGrades }

  /// Returns how the overall grade changed, if both reports have the same framework; others are different measures.
  func change(_ frameworks: FrameworkIndex) -> String? {
    guard let previous, previous.framework == report.framework, let scale = frameworks[report.framework]?.scale,
      let now = report.onlyOverall?.grade, let before = previous.onlyOverall?.grade
    else { return nil }
    return scale.change(from: before, to: now)
  }

  /// Returns the current report of each service that an authority has reports of, in the order of the site's services.
  static func all(_ reports: [ReportSummary], _ services: [Service]) -> [CurrentReport] {
    services.compactMap { service in
      let own = reports.filter { service.inspects($0.framework) }
      let graded = own.filter(\.hasJudgements)
      let counted = graded.isEmpty ? own : graded
      return counted.first.map { CurrentReport(service: service, report: $0, previous: counted.dropFirst().first) }
    }
  }
}
