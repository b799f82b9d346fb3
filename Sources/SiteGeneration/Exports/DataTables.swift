internal import ContentLoading
internal import Inspections

/// A report with the frameworks that its row in the data files needs.
struct ReportRow: Sendable {
  let report: ReportSummary
  let frameworks: FrameworkIndex
}

/// A judgement with its report.
struct JudgementRow: Sendable {
  let report: ReportSummary
  let judgement: Judgement
  let frameworks: FrameworkIndex
  let service: String?
  /// Whether the report is the latest judgement of its authority's service.
  let isCurrent: Bool
}

/// A recommendation with its report and its number in it.
struct RecommendationRow: Sendable {
  let report: ReportSummary
  let recommendation: Recommendation
  let order: Int
  let anchor: String
  let service: String?
  /// The titles of the themes that its text matches.
  let themes: [String]
  /// The indices of its topics in the site's topics.
  let topics: [Int]
}

/// The tables of `/data/`. Columns are only added, and only at the end.
enum DataTables {
  static let judgements = CSVExport<JudgementRow>(
    name: "judgements.csv", row: "one judgement of one report",
    columns: [
      .init("service", "What is inspected: frameworks that follow each other inspect one service") { $0.service },
      .init("authority_slug", "The authority’s name in addresses") {
        SitePaths.pathComponent(for: $0.report.authority.slug)
      },
      .init("authority_name", "The authority’s short name") { $0.report.authority.name },
      .init("gss_code", "The statistics office’s code for its present boundary") { $0.report.authority.gss },
      .init("framework", "The framework’s identifier") { $0.report.framework },
      .init("inspection_start", "The first day on site", .date) { $0.report.inspection.start?.iso },
      .init("inspection_end", "The last day on site", .date) { $0.report.inspection.end?.iso },
      .init("published", "The day the report was published", .date) { $0.report.inspection.published?.iso },
      .init("report_id", "The report’s identifier, as in reports.csv") { $0.report.id },
      .init(
        "judgement_id", "The judgement’s identifier in its framework; empty for one that the framework does not know"
      ) {
        $0.judgement.id
      },
      .init("group", "The title of its group, in frameworks that have groups") { $0.judgement.group },
      .init("title", "The framework’s title for it, or the printed one where it does not know it") {
        $0.judgement.title
      },
      .init("grade", "The grade in the scale’s lower-case words; empty where there is none") { $0.judgement.grade },
      .init("grade_number", "The number the report prints for the grade; which end is best differs", .integer) {
        $0.judgement.number.map { String($0) }
      },
      .init("status", "agreed, single, conflict, withheld, notJudged, missing or reviewed: how sure the reading is") {
        $0.judgement.status.rawValue
      },
      .init("title_printed", "The title as this report prints it") { $0.judgement.printed },
      .init("grade_label", "The grade as readers see it") { row in
        row.frameworks.label(row.judgement, in: row.report.framework)
      },
      .init("is_overall", "Whether it is an overall judgement", .boolean) { $0.judgement.isOverall ? "true" : "false" },
      .init("statements", "How many places of the report state a grade for it", .integer) {
        String($0.judgement.statements)
      },
      .init("steps", "How far up the framework’s scale the grade is, from 1 for its worst", .integer) { row in
        row.judgement.grade.flatMap { row.frameworks[row.report.framework]?.scale.steps(of: $0) }.map { String($0) }
      },
      .init("scale_size", "How many steps the framework’s scale has", .integer) { row in
        row.frameworks[row.report.framework].map { String($0.scale.part(with: row.judgement.grade ?? "").grades.count) }
      },
      .init("page", "Its place on this site, with the lines that state the grade") {
        SitePaths.page(of: $0.report) + "#" + Anchor.judgement($0.judgement.key)
      },
      .init("judgement_key", "What names it within its report: its identifier, or “printed.” with its printed title") {
        $0.judgement.key
      },
      .init("reason", "Why the grade is withheld, as a clause; empty for every other status") { $0.judgement.reason },
      .init("is_current", "Whether nothing later was judged of this service of the authority", .boolean) {
        $0.isCurrent ? "true" : "false"
      },
    ],
    key: ["report_id", "judgement_key"],
    references: [("report_id", "reports.csv", "report_id"), ("authority_slug", "authorities.csv", "authority_slug")])

  static let recommendations = CSVExport<RecommendationRow>(
    name: "recommendations.csv", row: "one thing that one report says must improve",
    columns: [
      .init("recommendation_id", "The report’s identifier and a digest of the point’s text") {
        "\($0.report.id)-\($0.anchor)"
      },
      .init("report_id", "The report’s identifier, as in reports.csv") { $0.report.id },
      .init("authority_slug", "The authority’s name in addresses") {
        SitePaths.pathComponent(for: $0.report.authority.slug)
      },
      .init("authority_name", "The authority’s short name") { $0.report.authority.name },
      .init("gss_code", "The statistics office’s code for its present boundary") { $0.report.authority.gss },
      .init("framework", "The framework’s identifier") { $0.report.framework },
      .init("inspection_start", "The first day on site", .date) { $0.report.inspection.start?.iso },
      .init("published", "The day the report was published", .date) { $0.report.inspection.published?.iso },
      .init("order", "Its place in the report, counted from 1", .integer) { String($0.order) },
      .init("kind", "improvement or priorityAction") { $0.recommendation.kind.rawValue },
      .init("group", "The title of its group") { $0.recommendation.group },
      .init("timescale", "The timescale as printed") { $0.recommendation.timescale },
      .init("due", "The day the timescale ends, computed from the publication date", .date) {
        $0.recommendation.due?.iso
      },
      .init("responsible", "Who must act, where the report says so") { $0.recommendation.responsible },
      .init("number", "The number printed before it", .integer) { $0.recommendation.number.map { String($0) } },
      .init("text", "Its text, on one line") { $0.recommendation.text },
      .init("line", "The line of the source file it begins on", .integer) { String($0.recommendation.line) },
      .init("page", "Its place on this site") { SitePaths.page(of: $0.report) + "#\($0.anchor)" },
      .init("service", "What is inspected: frameworks that follow each other inspect one service") { $0.service },
      .init("themes", "The themes that its words belong to, with a semicolon between two") {
        $0.themes.joined(separator: "; ")
      },
      .init("source_page", "The page of the source that it begins on; empty where that has no page breaks", .integer) {
        $0.report.source.page(ofLine: $0.recommendation.line).map { String($0) }
      },
    ],
    key: ["recommendation_id"],
    references: [("report_id", "reports.csv", "report_id"), ("authority_slug", "authorities.csv", "authority_slug")],
    quotesReports: true)

  static let reports = CSVExport<ReportRow>(
    name: "reports.csv", row: "one report",
    columns: [
      .init("report_id", "The report’s identifier in these files") { $0.report.id },
      .init("authority_slug", "The authority’s name in addresses") {
        SitePaths.pathComponent(for: $0.report.authority.slug)
      },
      .init("authority_name", "The authority’s short name") { $0.report.authority.name },
      .init("gss_code", "The statistics office’s code for its present boundary") { $0.report.authority.gss },
      .init("framework", "The framework’s identifier") { $0.report.framework },
      .init("framework_name", "The framework’s name") { $0.frameworks.name($0.report.framework) },
      .init("inspectorate", "Who inspected") { $0.frameworks.inspectorate($0.report.framework) },
      .init("kind", "inspection, reinspection or review") { $0.report.kind.rawValue },
      .init("title", "The title as printed") { $0.report.title },
      .init("inspection_start", "The first day on site", .date) { $0.report.inspection.start?.iso },
      .init("inspection_end", "The last day on site", .date) { $0.report.inspection.end?.iso },
      .init("published", "The day it was published", .date) { $0.report.inspection.published?.iso },
      .init("lead_inspector", "Who led the inspection") { $0.report.inspection.lead },
      .init("licence", "The licence it is under; empty where none is stated") { $0.report.licence?.rawValue },
      .init("source_url", "The address of the official report") { $0.report.source.header.sourceURL },
      .init("source_sha256", "The SHA-256 of the file it was read from") { $0.report.source.sha256 },
      .init("summary_of", "The published report that the text summarises; empty for a report’s own text") {
        $0.report.source.header.summaryOf
      },
      .init("judgements", "How many judgements it has", .integer) { String($0.report.judgements.count) },
      .init("recommendations", "How many things must improve", .integer) { String($0.report.counts.recommendations) },
      .init("paragraphs", "How many paragraphs were read", .integer) { String($0.report.counts.findings) },
      .init("paragraphs_inferred", "How many of their numbers are not printed", .integer) {
        String($0.report.counts[.inferred])
      },
      .init("doubts", "How many doubts there are about the reading", .integer) { String($0.report.counts.doubts) },
      .init("page", "Its place on this site") { SitePaths.page(of: $0.report) },
      .init("theme", "What a joint inspection looked at") { $0.report.inspection.theme },
      .init("reply_due", "The day by which the inspected must send their answer", .date) {
        $0.report.inspection.reply?.iso
      },
    ],
    key: ["report_id"], references: [("authority_slug", "authorities.csv", "authority_slug")])

  static let authorities = CSVExport<AuthoritySummary>(
    name: "authorities.csv", row: "one authority with at least one report here",
    columns: [
      .init("authority_slug", "The authority’s name in addresses") { $0.slug },
      .init("authority_name", "The authority’s short name") { $0.name },
      .init("official_name", "The body’s own name") { $0.entry?.officialName },
      .init("gss_code", "The statistics office’s code for its present boundary") { $0.gss },
      .init("gss_since", "The first day of that code", .date) { $0.entry?.gssSince?.iso },
      .init("former_gss_codes", "Codes of earlier boundaries, separated by spaces") {
        $0.entry?.formerGSS.joined(separator: " ")
      },
      .init("region", "The English region, or else the area that the latest report prints") { $0.region },
      .init("type", "The kind of authority") { $0.entry?.type },
      .init("local_authority_code", "The education department’s code") { $0.entry?.localAuthorityCode },
      .init("inspectorate_reference", "The inspectorate’s reference") { $0.entry?.inspectorateReference },
      .init("started", "The first day it existed, where known", .date) { $0.entry?.started?.iso },
      .init("ended", "The day it was abolished", .date) { $0.entry?.ended?.iso },
      .init("predecessors", "Slugs of the bodies it replaced, separated by spaces") {
        $0.entry?.predecessors.joined(separator: " ")
      },
      .init("successors", "Slugs of the bodies that replaced it, separated by spaces") {
        $0.entry?.successors.joined(separator: " ")
      },
      .init("reports", "How many reports are here", .integer) { String($0.reports.count) },
      .init("latest_report_id", "The identifier of the latest") { $0.reports.first?.id },
      .init("page", "Its place on this site") { SitePaths.authority($0.slug) },
    ],
    key: ["authority_slug"])

  static let echoes = CSVExport<Echo>(
    name: "echoes.csv", row: "one later passage that shares unusual words with a point to improve",
    columns: [
      .init("recommendation_id", "The point, as in recommendations.csv") { $0.pointID },
      .init("later_report_id", "The later report, as in reports.csv") { $0.later.id },
      .init("anchor", "The paragraph on the later report’s page") { $0.anchor },
      .init("place", "What a reader calls the paragraph") { $0.place },
      .init("words", "The shared words, separated by spaces") { $0.words.joined(separator: " ") },
      .init("score", "How many unusual words are shared", .integer) { String($0.words.count) },
    ],
    key: ["recommendation_id", "later_report_id", "anchor"],
    references: [
      ("recommendation_id", "recommendations.csv", "recommendation_id"),
      ("later_report_id", "reports.csv", "report_id"),
    ])

  static let corrections = CSVExport<CorrectionLog.Entry>(
    name: "corrections.csv", row: "one thing that was wrong here and has been put right",
    columns: [
      .init("correction_id", "Its address on the page of corrections") { $0.anchor },
      .init("date", "The day it was put right", .date) { $0.correction.date.iso },
      .init("report_id", "The report it is about, as in reports.csv; empty for one that is not here") { $0.report?.id },
      .init("what", "What was wrong") { $0.correction.what },
      .init("was", "What the site showed") { $0.correction.was },
      .init("is", "What is there now") { $0.correction.now },
      .init("reason", "How it came to be wrong") { $0.correction.reason },
      .init("reported_by", "Who reported it") { $0.correction.reportedBy },
    ],
    key: ["correction_id"], references: [("report_id", "reports.csv", "report_id")])

  static let changes = CSVExport<ChangeLog.Change>(
    name: "changes.csv", row: "one report or judgement that was added, changed or removed",
    columns: [
      .init("change_id", "What it is known by") { $0.id },
      .init("date", "The day it was recorded; empty for what nobody has recorded yet", .date) { $0.date?.iso },
      .init("change", "added, changed, moved or removed") { $0.kind },
      .init("report_id", "The report’s identifier then, as in reports.csv where it is there now") {
        $0.report.replacing("/", with: "-")
      },
      .init("judgement_key", "The judgement, as in judgements.csv; empty for the report itself") { $0.judgement },
      .init("was", "The grade before, or why there was none; of a report its address") { $0.was },
      .init("is", "The grade then, or why there was none; of a report its address") { $0.now },
      .init("page", "Its place on this site, or the page that leads there") { ChangeLog.page($0.report) },
    ],
    key: ["change_id"])

  /// The content file that `sitegen record` writes.
  static let published = CSVExport<[String]>(
    name: "published.csv", row: "what was shown of one report on one day",
    columns: PublishedReport.columns.enumerated().map { index, name in .init(name, "") { $0[index] } }, key: [])
}
