internal import Diagnostics
internal import Inspections

/// A piece of evidence for a grade, with its report.
struct EvidenceRow: Sendable {
  let report: ReportSummary
  let judgement: Judgement
  let order: Int
  let evidence: Evidence
}

/// A diagnostic about a report.
struct IssueRow: Sendable {
  let report: ReportSummary
  let order: Int
  let diagnostic: Diagnostic
}

/// The tables whose rows need parsed reports. They are written report by report and never held in memory.
enum AggregateTables {
  /// The longest quotation in characters: enough to find the passage, not a replacement for the text.
  static let longestQuote = 160

  static let evidence = CSVExport<EvidenceRow>(
    name: "evidence.csv", row: "one place of a report that states a grade",
    columns: [
      .init("report_id", "The report’s identifier, as in reports.csv") { $0.report.id },
      .init("judgement_id", "The judgement’s identifier, as in judgements.csv") { $0.judgement.id },
      .init("order", "Its place among the statements of that judgement, counted from 1", .integer) { String($0.order) },
      .init("kind", "heading, record, frontTable, headline or prose: what kind of place it is") {
        $0.evidence.kind.rawValue
      },
      .init("grade", "The grade that this place states") { $0.evidence.grade },
      .init("quote", "Its words, shortened to \(longestQuote) characters") { quote($0.evidence.text) },
      .init("repaired", "The damaged words that were read as the grade’s, if any") { $0.evidence.repaired },
      .init("line", "The line of the source file", .integer) { String($0.evidence.line) },
      .init("page", "The line on this site") {
        SitePaths.folder(of: $0.report) + SourcePage.address(ofLine: $0.evidence.line)
      },
      .init("judgement_key", "What names the judgement within its report, as in judgements.csv") { $0.judgement.key },
      .init("source_page", "The page of the source that the line is on; empty where that has no page breaks", .integer)
      { $0.report.source.page(ofLine: $0.evidence.line).map { String($0) } },
    ],
    key: ["report_id", "judgement_key", "order"],
    references: [("report_id", "reports.csv", "report_id")], quotesReports: true)

  static let issues = CSVExport<IssueRow>(
    name: "issues.csv", row: "one doubt about the reading of a report",
    columns: [
      .init("report_id", "The report’s identifier, as in reports.csv") { $0.report.id },
      .init("order", "Its place among the doubts about that report, counted from 1", .integer) { String($0.order) },
      .init("severity", "note, warning or error") { $0.diagnostic.severity.rawValue },
      .init("code", "What kind of doubt it is; the program’s explain command says more") {
        $0.diagnostic.code.rawValue
      },
      .init("message", "The doubt in words") { $0.diagnostic.message },
      .init("line", "The line of the source file, where there is one", .integer) {
        $0.diagnostic.location.flatMap { $0.line > 0 ? String($0.line) : nil }
      },
    ],
    key: ["report_id", "order"],
    references: [("report_id", "reports.csv", "report_id")])

  private static func quote(_ text: String) -> String {
    text.count <= longestQuote ? text : text.prefix(longestQuote - 1) + "…"
  }
}
