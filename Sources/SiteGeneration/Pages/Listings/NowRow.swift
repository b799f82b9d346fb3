internal import ContentLoading
internal import Inspections

/// The current report of an authority's service, as a row of the service's page.
struct NowRow: TemplateContext {
  static let fields: [TemplateField<NowRow>] = [
    .text("name") { $0.body.name }, .address("url") { $0.root + SitePaths.authority($0.body.slug) },
    .text("region") { $0.body.region }, .text("framework") { $0.site.frameworks.shortName($0.report.framework) },
    .text("year") { $0.report.date.map { String($0.year) } }, .text("graded") { $0.report.gradeList },
    .list("overall") { $0.titled($0.overalls, of: $0.report) }, .flag("hasNoOverall") { $0.overalls.isEmpty },
    .list("grades") { row in row.site.highlights(of: row.report, among: row.report.judgements.filter { !$0.isOverall })
    },
    .address("report") { $0.root + SitePaths.page(of: $0.report) },
    .text("since") { $0.report.date?.words ?? "undated" }, .text("sinceDate") { $0.report.date?.iso },
    .text("months") { $0.months.map(String.init) },
    .address("previous") { row in row.previous.map { row.root + SitePaths.page(of: $0) } },
    .text("previousFramework") { row in row.previous.map { row.site.frameworks.shortName($0.framework) } },
    .text("previousDate") { $0.previous.map { $0.date?.words ?? "undated" } },
    .list("previousOverall") { row in
      row.previous.map { row.titled($0.judgements.filter(\.isOverall), of: $0) } ?? []
    },
    .text("change") { $0.current.change($0.site.frameworks) },
  ]

  let site: Site
  let body: AuthoritySummary
  let current: CurrentReport
  /// The relative path to the site root.
  var root = ""

  var report: ReportSummary { current.report }
  private var previous: ReportSummary? { current.previous }

  /// Returns all reports that some rows show.
  static func reports(of rows: [NowRow]) -> [ReportSummary] {
    rows.map(\.report) + rows.compactMap(\.current.previous)
  }

  /// The rows of the file, one for each judgement.
  var judged: [Judged] { report.judgements.map { Judged(row: self, judgement: $0) } }

  private var overalls: [Judgement] { report.judgements.filter(\.isOverall) }

  /// The full months from the first day on site to the date that the publisher configured as today.
  private var months: Int? {
    guard let since = report.date, let today = site.configuration.asOf, today >= since else { return nil }
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day ? 1 : 0)
  }

  /// Returns overall judgements, with their titles if there are several.
  private func titled(_ judgements: [Judgement], of report: ReportSummary) -> [GradedTitle] {
    judgements.map { judgement in
      GradedTitle(
        title: judgements.count == 1 ? "" : judgement.group ?? judgement.title,
        badge: site.badges.badge(judgement, framework: report.framework))
    }
  }

  /// Whether any of its judgements has a grade.
  func has(_ grade: String) -> Bool { report.judgements.contains { $0.grade == grade } }

  // MARK: As a table

  /// One judgement of a row.
  struct Judged: Sendable {
    let row: NowRow
    let judgement: Judgement

    /// The same judgement of the report before, if that report has the same framework.
    var previous: Judgement? {
      guard let previous = row.previous, previous.framework == row.report.framework else { return nil }
      return previous.judgements.first { $0.key == judgement.key }
    }

    var change: String? {
      guard let before = previous?.grade, let now = judgement.grade else { return nil }
      return row.site.frameworks[row.report.framework]?.scale.change(from: before, to: now)
    }
  }

  static let table = CSVExport<Judged>(
    name: "now.csv", row: "one judgement of what a service of an authority was judged last",
    columns: [
      .init("service", "What is inspected") { $0.row.current.service.id },
      .init("authority_slug", "The authority’s name in addresses") { $0.row.body.slug },
      .init("authority_name", "The authority’s short name") { $0.row.body.name },
      .init("gss_code", "The statistics office’s code for its present boundary") { $0.row.body.gss },
      .init("region", "The authority’s region") { $0.row.body.region },
      .init("framework", "The framework’s identifier") { $0.row.report.framework },
      .init("report_id", "The report’s identifier, as in reports.csv") { $0.row.report.id },
      .init("since", "The first day on site", .date) { $0.row.report.date?.iso },
      .init("judgement_id", "The judgement’s identifier in its framework") { $0.judgement.id },
      .init("title", "Its title, with that of its group") { $0.judgement.fullTitle },
      .init("is_overall", "Whether it is an overall judgement", .boolean) {
        $0.judgement.isOverall ? "true" : "false"
      },
      .init("grade", "The grade in the scale’s lower-case words; empty where there is none") { $0.judgement.grade },
      .init("status", "Why there is no grade, or reviewed if a person read it; judgements.csv says how sure it is") {
        // Lists don't show the number of statements: with it, one more statement would change all lists.
        $0.judgement.grade == nil || $0.judgement.status == .reviewed ? $0.judgement.status.rawValue : nil
      },
      .init("previous_report_id", "The report before, of any framework of the service") { $0.row.previous?.id },
      .init("previous_grade", "Its grade, where the report before is of the same framework") { $0.previous?.grade },
      .init("change", "What became of the grade, where both are of one framework") { $0.change },
    ],
    key: ["report_id", "judgement_id"])
}

extension GradeScale {
  /// Returns the change between two grades, `one grade higher`; nil if a grade is not on the scale.
  func change(from before: String, to now: String) -> String? {
    guard grade(before)?.scale == grade(now)?.scale, let before = steps(of: before), let now = steps(of: now)
    else { return nil }
    if before == now { return "same grade" }
    return "\(DisplayText.count(abs(now - before), "grade")) \(now > before ? "higher" : "lower")"
  }
}

extension ReportSummary {
  /// All judgements with their grades, for scripts: `leaders=good help=inadequate`.
  var gradeList: String {
    judgements.compactMap { judgement -> String? in
      guard let id = judgement.id, let grade = judgement.grade else { return nil }
      return "\(id)=\(SitePaths.pathComponent(for: grade))"
    }
    .joined(separator: " ")
  }
}
