import ContentLoading
import Damage
import Inspections
import TestSupport
import Testing

@testable import ReportReading

/// Drafts from reports whose framework is known: the unedited draft reads most of their grades, and none wrongly.
@Suite("Drafts of frameworks")
struct FrameworkDraftTests {
  private var samples: [Fixture] { Fixture.all.filter { $0.truth.framework == "ofsted-ilacs" } }

  private func draft() throws -> String {
    let shipped = try RealReports.shippedContent()
    let files = samples.map { (path: $0.name, bytes: Array($0.text.utf8)) }
    return FrameworkDraft(of: files, like: shipped.frameworks).yaml
  }

  @Test("most grades are read with a draft, and none wrong")
  func reads() throws {
    let folder = try TemporaryFolder()
    try folder.write("frameworks/draft.yaml", try draft())
    try folder.write("site.yaml", try #require(TemporaryFolder.text(of: "\(packageFolder)/Content/site.yaml")))
    try folder.write(
      "authorities.csv", try #require(TemporaryFolder.text(of: "\(packageFolder)/Content/authorities.csv")))
    let content = try ContentLoader.load(directory: folder.path)
    #expect(content.diagnostics == [])
    let reader = ReportParser(
      frameworks: content.frameworks, register: AuthorityRegister(authorities: Fixture.authorities))
    let shipped = try #require(try RealReports.shippedContent().frameworks.first { $0.id == "ofsted-ilacs" })
    var (right, all) = (0, 0)
    for sample in samples {
      let report = try #require(reader.read(Array(sample.text.utf8), path: sample.name).report, "\(sample.name)")
      #expect(report.inspection.start == sample.truth.start)
      for (id, grade) in sample.truth.grades {
        all += 1
        let title = try #require(shipped.judgement(id)?.title)
        guard let read = report.judgements.first(where: { $0.printed == title })?.grade else { continue }
        #expect(read == grade, "\(sample.name): \(title)")
        right += 1
      }
    }
    #expect(right * 5 >= all * 4, "\(right) of \(all)")
  }

  @Test("what was found is said with its place, and what was not is marked")
  func comments() throws {
    let draft = try draft()
    #expect(draft.contains("# in \(samples.count) of \(samples.count), "))
    #expect(draft.contains("id: new-framework # TODO"))
  }
}
