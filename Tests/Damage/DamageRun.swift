import Diagnostics
import Inspections
package import ReportReading

/// Reads damaged copies and counts the results.
package struct DamageRun: Sendable {
  /// The results of the copies of one kind.
  package struct Tally: Sendable {
    package var copies = 0
    /// The number of the original's grades, in all copies.
    package var grades = 0
    package var published = 0
    /// The number of judgements that were published under their printed title.
    package var asPrinted = 0
    package var wrong = 0
    /// The number of copies that are no report, or whose authority is not known.
    package var errors = 0
    /// The number of copies whose lists have other lengths than the original's.
    package var otherLists = 0

    package init() {}

    package mutating func add(_ other: Tally) {
      copies += other.copies
      grades += other.grades
      published += other.published
      asPrinted += other.asPrinted
      wrong += other.wrong
      errors += other.errors
      otherLists += other.otherLists
    }

    package var withheld: Int { grades - published - asPrinted }
  }

  /// A copy from which a false fact was published.
  package struct Failure: Sendable {
    package var kind: String
    package var sample: String
    package var lies: [String]
    package var bytes: [UInt8]
  }

  package let reader: ReportParser
  package let kinds: [DamageKind]
  package let samples: [Sample]
  /// The number of times that each kind is applied to each text.
  package var times = 1
  /// Whether harmless copies that lost grades count as failures too.
  package var keepsRefused = false

  package init(reader: ReportParser, kinds: [DamageKind], samples: [Sample], times: Int = 1) {
    self.reader = reader
    self.kinds = kinds
    self.samples = samples
    self.times = times
  }

  /// Runs every kind over every text; the tallies are in the order of the kinds.
  package func run() async -> (tallies: [Tally], failures: [Failure]) {
    await withTaskGroup(of: (Int, [Tally], [Failure]).self) { group in
      for place in samples.indices {
        group.addTask {
          let (tallies, failures) = self.run(place)
          return (place, tallies, failures)
        }
      }
      var tallies = [Tally](repeating: Tally(), count: kinds.count)
      var failures: [(Int, [Failure])] = []
      for await (place, some, wrong) in group {
        for index in kinds.indices { tallies[index].add(some[index]) }
        failures.append((place, wrong))
      }
      return (tallies, failures.sorted { $0.0 < $1.0 }.flatMap(\.1))
    }
  }

  private func run(_ place: Int) -> ([Tally], [Failure]) {
    let sample = samples[place]
    var tallies: [Tally] = []
    var failures: [Failure] = []
    for kind in kinds {
      var tally = Tally()
      for time in 0..<times {
        var dice = Dice(kind.name, sample.name, "\(time)")
        let others = samples.filter { $0.truth.slug != sample.truth.slug }
        let other = dice.pick(others) ?? sample
        for copy in kind.copies(sample, other, &dice) {
          let before = tally
          var lies = judge(copy, of: sample, kind.expectation, &tally)
          let lost = tally.grades - tally.published - before.grades + before.published
          if keepsRefused, kind.expectation == .harmless || kind.expectation == .harmlessToLists,
            lost > 0 || tally.errors > before.errors || tally.otherLists > before.otherLists
          {
            lies.append("\(lost) grades lost")
          }
          if !lies.isEmpty {
            failures.append(Failure(kind: kind.name, sample: sample.name, lies: lies, bytes: copy.bytes))
          }
        }
      }
      tallies.append(tally)
    }
    return (tallies, failures)
  }

  private func judge(
    _ copy: DamageKind.Copy, of sample: Sample, _ expectation: DamageKind.Expectation, _ tally: inout Tally
  ) -> [String] {
    tally.copies += 1
    tally.grades += sample.truth.grades.count
    guard let report = reader.read(copy.bytes, path: sample.name, sha256: "").report else {
      tally.errors += 1
      return []
    }
    let truths = copy.truths.isEmpty ? [sample.truth] : copy.truths
    var lies =
      truths.map { $0.lies(of: report, titles: sample.titles, contradicted: copy.contradicted, near: copy.place) }
      .min { $0.count < $1.count } ?? []
    let graded = report.judgements.filter { $0.grade != nil }
    if expectation == .unreadable, !report.diagnostics.contains(where: { $0.severity == .error }) || !graded.isEmpty {
      lies.append("it is no report")
    }
    tally.asPrinted += graded.count { $0.id == nil }
    tally.published += min(graded.count { $0.id != nil }, sample.truth.grades.count)
    if !report.authority.isRegistered { tally.errors += 1 }
    if let listed = sample.truth.listed, report.recommendations.count != listed { tally.otherLists += 1 }
    if !lies.isEmpty { tally.wrong += 1 }
    return lies
  }
}

extension DamageRun {
  /// Returns the reason why a kind's results differ from its declaration, or nil.
  package static func complaint(on kind: DamageKind, _ tally: Tally) -> String? {
    if tally.copies == 0 { return "nothing was damaged" }
    if tally.wrong > 0 { return "\(tally.wrong) copies published wrongly" }
    switch kind.expectation {
    case .harmless, .harmlessToLists:
      if tally.published * 100 < tally.grades * 98 { return "only \(tally.published) of \(tally.grades) published" }
      if kind.expectation == .harmlessToLists, tally.otherLists > 0 { return "\(tally.otherLists) lists differ" }
      return nil
    case .ambiguous: return nil
    case .unreadable: return nil
    }
  }

  /// Returns the counts of each kind as a table.
  package static func table(_ kinds: [DamageKind], _ tallies: [Tally]) -> String {
    func cell(_ words: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - words.count)) + words
    }
    func row(_ name: String, _ tally: Tally) -> String {
      let counts = [
        tally.copies, tally.grades, tally.published, tally.asPrinted, tally.withheld, tally.errors, tally.otherLists,
        tally.wrong,
      ]
      return name + counts.map { cell("\($0)", 9) }.joined()
    }
    let width = (kinds.map(\.name.count).max() ?? 0) + 18
    func named(_ name: String) -> String { name + String(repeating: " ", count: max(1, width - name.count)) }
    let heads = ["copies", "grades", "published", "printed", "withheld", "errors", "lists", "wrong"]
    var lines = [named("") + heads.map { cell($0, 9) }.joined()]
    var sum = Tally()
    for (kind, tally) in zip(kinds, tallies) {
      lines.append(row(named("\(kind.name) (\(kind.expectation.rawValue))"), tally))
      sum.add(tally)
    }
    lines.append(row(named("\(kinds.count) kinds"), sum))
    return lines.joined(separator: "\n")
  }
}
