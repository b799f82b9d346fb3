import ContentLoading
import Damage
import Foundation
import Inspections
import Testing

@testable import ReportReading

/// Thousands of damaged copies of texts in the real layouts: whatever is lost, doubled, swapped, changed or torn, only
/// the original's grades are published.
@Suite("Damaged copies")
struct DamageTests {
  private static let content = Result { try RealReports.shippedContent() }
  private static let reader = content.map {
    ReportParser(
      frameworks: $0.frameworks, register: AuthorityRegister(authorities: $0.register.authorities + Fixture.authorities)
    )
  }

  /// The fixtures, which cover every shipped framework, and the texts that ship with the program.
  private static let samples: Result<[Sample], any Error> = Result {
    let shipped = try content.get()
    let reader = try Self.reader.get()
    let fixtures = Fixture.all.compactMap { Sample($0, reader: reader, frameworks: shipped.frameworks) }
    return fixtures + (try shipped.reports.compactMap { try sample(URL(fileURLWithPath: $0)) })
  }

  private static func sample(_ file: URL) throws -> Sample? {
    let frameworks = try content.get().frameworks
    let bytes = Array(try Data(contentsOf: file))
    let report = try reader.get().read(bytes, path: file.lastPathComponent).report
    guard let report, let framework = frameworks.first(where: { $0.id == report.framework }) else { return nil }
    return Sample(
      name: file.lastPathComponent, text: String(decoding: bytes, as: UTF8.self), report: report, framework: framework)
  }

  @Test("undamaged, the fixtures are read as they are, and cover every shipped framework")
  func undamaged() throws {
    let samples = try Self.samples.get().prefix(Fixture.all.count)
    #expect(samples.map(\.name) == Fixture.all.map(\.name))
    for sample in samples {
      #expect(sample.differences == [], "\(sample.name)")
      let report = try Self.reader.get().read(Array(sample.text.utf8), path: sample.name).report
      #expect(report?.findings.contains { $0.text.contains("copying this letter") } == false, "\(sample.name)")
    }
    #expect(Set(samples.map(\.truth.framework)) == Set(try Self.content.get().frameworks.map(\.id)))
  }

  @Test("there are kinds enough, and each has a name of its own")
  func kinds() {
    let names = DamageKind.groups.flatMap(\.kinds).map(\.name)
    #expect(names.count >= 150)
    #expect(Set(names).count == names.count)
  }

  @Test("every kind of damage comes out as it declares", arguments: DamageKind.groups.indices)
  func damaged(_ place: Int) async throws {
    let group = DamageKind.groups[place]
    try await run(group.name, group.kinds, samples: try Self.samples.get())
  }

  @Test(
    "nothing wrong is published of damaged real reports", .enabled(if: RealReports.isAvailable, RealReports.comment))
  func real() async throws {
    let folder = URL(fileURLWithPath: try #require(RealReports.folder))
    let files = try ["corpus/text", "corpus/newer/text", "seed"].flatMap { name in
      try FileManager.default.contentsOfDirectory(
        at: folder.appendingPathComponent(name), includingPropertiesForKeys: nil
      )
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    }
    let samples = try stride(from: 0, to: files.count, by: 25).compactMap { try Self.sample(files[$0]) }
    let kinds = DamageKind.groups.flatMap(\.kinds)
    let run = DamageRun(reader: try Self.reader.get(), kinds: kinds, samples: samples)
    let (tallies, failures) = await run.run()
    print(DamageRun.table(kinds, tallies))
    for failure in failures {
      Issue.record("\(failure.kind), \(failure.sample): \(failure.lies.joined(separator: "; "))")
    }
  }

  private func run(
    _ name: String, _ kinds: [DamageKind], samples: [Sample]
  ) async throws {
    let run = DamageRun(reader: try Self.reader.get(), kinds: kinds, samples: samples)
    let (tallies, failures) = await run.run()
    print("\n\(name), \(samples.count) texts\n\(DamageRun.table(kinds, tallies))")
    for (kind, tally) in zip(kinds, tallies) {
      let first = failures.first { $0.kind == kind.name }.map { ": \($0.sample): \($0.lies.joined(separator: "; "))" }
      let complaint = DamageRun.complaint(on: kind, tally).map { "\(kind.name): \($0)\(first ?? "")" }
      #expect(complaint == nil)
    }
  }

  @Test("a judgement’s title with a word replaced, dropped or added still names its judgement")
  func paraphrased() throws {
    let (tallies, failures) = Paraphrase.run(try Self.samples.get(), reader: try Self.reader.get())
    var sum = Paraphrase.Tally()
    for (name, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      print(
        "\(name): \(tally.copies) titles, \(tally.placed) under their identifier, \(tally.asPrinted) as printed;",
        "others \(tally.othersPlaced) of \(tally.others); wrong \(tally.wrong)")
      sum.copies += tally.copies
      sum.placed += tally.placed
      sum.others += tally.others
      sum.othersPlaced += tally.othersPlaced
    }
    for (copy, name, lies) in failures {
      Issue.record("\(name), \(copy.place), \(copy.change) “\(copy.title)”: \(lies.joined(separator: "; "))")
    }
    #expect((sum.placed + sum.othersPlaced) * 100 >= (sum.copies + sum.others) * 95)
  }
}
