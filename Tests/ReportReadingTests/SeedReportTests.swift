import Diagnostics
import Foundation
import Inspections
import Testing

@testable import ReportReading

/// The first user's own report, and the same report through three other extractions, held field by field against what
/// a careful reader found in each.
@Suite("The first report", .enabled(if: RealReports.isAvailable, RealReports.comment))
struct SeedReportTests {
  static let golds = [
    "seed/gloucestershire-2010.gold.json", "seed/variants/01-pdftotext-plain.gold.json",
    "seed/variants/06-grade-on-heading-line.gold.json", "seed/variants/09-record-conflict.gold.json",
  ]

  struct Gold: Decodable {
    struct List: Decodable {
      let count: Int
      let first_words: [String]
    }
    struct Paragraphs: Decodable {
      let first: Int
      let last: Int
      let numbers_not_printed: [Int]
      let numbers_displaced: [Int]
    }
    struct Doubt: Decodable {
      let kind: String
      let group: String?
      let title: String?
    }
    struct Section: Decodable {
      let title: String
      let group: String?
      let first: Int
      let last: Int
    }
    let file: String
    let title: String
    let authority: String
    let inspection_start: String
    let inspection_end: String
    let published: String
    let reporting_inspector: String
    let judgements: [[String]]
    let paragraphs: Paragraphs
    let sections: [Section]
    let recommendations: [String: [String: List]]
    let expected_diagnostics: [Doubt]

    /// The judgements that must come out as conflicts.
    var conflicts: Set<[String]> {
      Set(expected_diagnostics.filter { $0.kind == "grade_conflict" }.map { [$0.group ?? "", $0.title ?? ""] })
    }
  }

  @Test("every field is as printed", arguments: golds)
  func fields(_ path: String) throws {
    let gold = try JSONDecoder().decode(
      Gold.self,
      from: Data(contentsOf: URL(fileURLWithPath: #require(RealReports.folder)).appendingPathComponent(path)))
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let report = try #require(
      RealReports.read("\(folder)/\(gold.file)", with: RealReports.reader()).report)

    #expect(report.framework == "ofsted-slac")
    #expect(report.title == gold.title)
    #expect(report.authority.printed == gold.authority)
    #expect(report.authority.gss == "E10000013")
    #expect(report.inspection.start?.iso == gold.inspection_start)
    #expect(report.inspection.end?.iso == gold.inspection_end)
    #expect(report.inspection.published?.iso == gold.published)
    #expect(report.inspection.lead == gold.reporting_inspector.replacing(" HMI", with: ""))
    checkJudgements(report, gold)
    checkParagraphs(report, gold)
    checkRecommendations(report, gold)
  }

  private func checkJudgements(_ report: Report, _ gold: Gold) {
    #expect(report.judgements.map { [$0.group ?? "", $0.title] } == gold.judgements.map { Array($0.prefix(2)) })
    for (judgement, row) in zip(report.judgements, gold.judgements) {
      let isConflict = gold.conflicts.contains(Array(row.prefix(2)))
      #expect(judgement.grade == (isConflict ? nil : row[2].lowercased()), "\(row)")
      #expect((judgement.status == .conflict) == isConflict, "\(row)")
      let isRecordOnly = judgement.title == "Equality and diversity"
      if !isConflict { #expect(judgement.status == (isRecordOnly ? .single : .agreed), "\(row)") }
      #expect(judgement.evidence.contains { $0.kind == .record })
    }
    #expect(report.overall == nil)
  }

  private func checkParagraphs(_ report: Report, _ gold: Gold) {
    let numbered = report.findings.filter { $0.number != nil }
    #expect(numbered.compactMap(\.number) == Array(gold.paragraphs.first...gold.paragraphs.last))
    #expect(numbered.filter { $0.numbering == .inferred }.compactMap(\.number) == gold.paragraphs.numbers_not_printed)
    #expect(numbered.filter { $0.numbering == .displaced }.compactMap(\.number) == gold.paragraphs.numbers_displaced)
    for section in gold.sections {
      let path = [section.group, section.title].compactMap { $0 }
      let numbers = numbered.filter { $0.section == path }.compactMap(\.number)
      #expect(numbers == Array(section.first...section.last), "\(path)")
    }
    // A paragraph cut by a page break continues to its end.
    for finding in numbered { #expect(".:".contains(finding.text.last ?? " "), "\(finding.number ?? 0)") }
  }

  private func checkRecommendations(_ report: Report, _ gold: Gold) {
    let months = ["Immediately": 0, "Within three months": 3, "Within six months": 6]
    #expect(report.recommendations.count == gold.recommendations.values.flatMap(\.values).map(\.count).reduce(0, +))
    for (group, lists) in gold.recommendations {
      for (timescale, list) in lists {
        let own = report.recommendations.filter { $0.group == group && $0.timescale == timescale }
        #expect(own.count == list.count, "\(group), \(timescale)")
        for (recommendation, first) in zip(own, list.first_words) { #expect(recommendation.text.hasPrefix(first)) }
        let due = report.inspection.published?.adding(months: months[timescale] ?? -1)
        #expect(own.allSatisfy { $0.due == due })
      }
    }
  }

  @Test("what must not be doubted is not doubted")
  func quiet() throws {
    let reading = try RealReports.read("seed/gloucestershire-2010.txt", with: RealReports.reader())
    #expect(reading.diagnostics.allSatisfy { $0.severity == .note })
  }
}
