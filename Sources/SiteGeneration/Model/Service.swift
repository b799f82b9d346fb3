internal import Inspections

/// What is inspected under frameworks that follow each other. “Latest” and “now” mean something only within a service:
/// grades of two services are never counted together.
final class Service: Sendable {
  /// The name in data files and addresses.
  let id: String
  /// The name that readers see.
  let name: String
  /// Its frameworks, the oldest first.
  let frameworks: [Framework]
  private let ids: Set<String>

  private init(_ frameworks: [Framework]) {
    self.frameworks = frameworks
    ids = Set(frameworks.map(\.id))
    let named = frameworks.compactMap(\.service).last
    id = SitePaths.pathComponent(for: named?.id ?? frameworks.last?.id ?? "")
    name = named?.name ?? frameworks.last?.shortName ?? ""
  }

  /// Whether a framework is one of its own.
  func inspects(_ framework: String) -> Bool { ids.contains(framework) }

  /// Whether one of its frameworks gives grades.
  var hasGrades: Bool { frameworks.contains { !$0.judgements.isEmpty } }

  /// The words for its grades, best first, those of the newest framework before others.
  var grades: [Grade] {
    var seen: Set<String> = []
    return frameworks.reversed().flatMap(\.scale.words).filter { seen.insert($0.key).inserted }
  }

  /// The services of some frameworks, the oldest first: those that are inspected today before those that are no more.
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

  /// Whether two frameworks inspect one service: one took the other's place, or both name it.
  private static func isOne(_ first: Framework, _ second: Framework) -> Bool {
    first.succeeds.contains(second.id) || second.succeeds.contains(first.id)
      || first.service != nil && first.service == second.service
  }
}

/// What an authority's service was judged last, and before.
struct CurrentReport: Sendable {
  let service: Service
  /// The latest report that gives grades; the latest of any kind where none does.
  let report: ReportSummary
  /// The one before it.
  let previous: ReportSummary?

  /// Whether the report is one of those that the service is judged by, and no visit between them.
  var isInspection: Bool { report.hasJudgements || !service.hasGrades }

  /// What became of the overall grade, where the report before is of the same framework; grades of two are two measures.
  func change(_ frameworks: FrameworkIndex) -> String? {
    guard let previous, previous.framework == report.framework, let scale = frameworks[report.framework]?.scale,
      let now = report.onlyOverall?.grade, let before = previous.onlyOverall?.grade
    else { return nil }
    return scale.change(from: before, to: now)
  }

  /// The reports of a body by service, the newest first in each; services stand in the order of the site.
  static func all(_ reports: [ReportSummary], _ services: [Service]) -> [CurrentReport] {
    services.compactMap { service in
      let own = reports.filter { service.inspects($0.framework) }
      let graded = own.filter(\.hasJudgements)
      let counted = graded.isEmpty ? own : graded
      return counted.first.map { CurrentReport(service: service, report: $0, previous: counted.dropFirst().first) }
    }
  }
}
