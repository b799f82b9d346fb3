import ContentLoading
import Foundation
import Inspections
import Testing

@testable import ReportReading

/// All available real reports: no reading may be silently wrong, and the grades of the older frameworks are all read.
@Suite("Real reports", .enabled(if: RealReports.isAvailable, RealReports.comment))
struct CorpusTests {
  struct Gold: Decodable {
    let file: String
    let framework: String
    let authority: String
    let start: String?
    let end: String?
    let published: String?
    let lead: String?
    let overall: String?
    let judgements: [[String]]
    let improvements: Int?
    let priorityActions: Int?

    enum CodingKeys: String, CodingKey {
      case file, framework, authority, start, end, published, lead, overall, judgements, improvements
      case priorityActions = "priority_actions"
    }
  }

  private func golds() throws -> [Gold] {
    let url = URL(fileURLWithPath: try #require(RealReports.folder)).appendingPathComponent("corpus/gold.jsonl")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Gold.self, from: Data($0.utf8))
    }
  }

  /// Returns a title without numbers, articles and brackets, for comparing.
  private func key(_ title: String) -> String {
    if title.contains("Safeguarding Children Board") { return "board" }
    let words = RealReports.key(title).split(separator: " ").drop { $0.allSatisfy(\.isNumber) || $0 == "the" }
    return words.joined(separator: " ")
  }

  @Test("every grade, date and list is the printed one, and none is missed")
  func nothingWrong() throws {
    let reader = try RealReports.reader()
    var unread: [String] = []
    var checked = 0
    for gold in try golds() {
      guard let report = try RealReports.read("corpus/text/\(gold.file)", with: reader).report else {
        Issue.record("\(gold.file) was not recognised")
        continue
      }
      func hold(_ name: String, _ said: String?, _ printed: String?) {
        guard let printed else { return }
        checked += 1
        if said == nil {
          unread.append("\(gold.file): \(name)")
        } else {
          #expect(said == printed, "\(gold.file): \(name)")
        }
      }
      hold("start", report.inspection.start?.iso, gold.start)
      hold("end", report.inspection.end?.iso, gold.end)
      hold("published", report.inspection.published?.iso, gold.published)
      if let lead = gold.lead { hold("lead", report.inspection.lead.map(RealReports.key), RealReports.key(lead)) }
      hold("overall", report.overall?.grade, gold.overall)
      hold(
        "improvements", "\(report.recommendations.count { $0.kind == .improvement })",
        gold.improvements.map(String.init))
      hold(
        "priority actions", "\(report.recommendations.count { $0.kind == .priorityAction })",
        gold.priorityActions.map(String.init))
      let grades = Dictionary(
        report.judgements.flatMap { [(key($0.title), $0.grade), (key($0.printed), $0.grade)] }
      ) { first, _ in first }
      for row in gold.judgements { hold(row[0], grades[key(row[0])] ?? nil, row[1]) }
    }
    #expect(checked > 1800)
    #expect(unread == [])
  }

  @Test("an original PDF gives the same report as its text")
  func originals() throws {
    let reader = try RealReports.reader()
    let folder = "\(try #require(RealReports.folder))/corpus"
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/pdf").filter { $0.hasSuffix(".pdf") }
    #expect(names.count >= 8)
    for name in names {
      guard case .report(let file) = try ReportFile.read("\(folder)/pdf/\(name)", PDFTextExtractor(cache: nil)) else {
        Issue.record("\(name) was not read")
        continue
      }
      let text = "corpus/text/\(name.dropLast(4)).txt"
      let printed = try #require(try RealReports.read(text, with: reader).report)
      var report = try #require(reader.read(file.bytes, path: text).report)
      report.source = printed.source
      #expect(report == printed, "\(name)")
    }
  }
}
