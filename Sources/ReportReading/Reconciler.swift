import Diagnostics
import Inspections

/// Weighs what the places of a report state against one another. It never chooses: places that disagree are a conflict.
struct Reconciler {
  let text: ReportText
  let framework: Framework
  let start: CalendarDate?
  /// The number of the first line that has a judgement's title.
  let titles: [Int: Int]

  /// The judgements that the framework expects of this report, and what is doubtful about them.
  func judgements(from candidates: [EvidenceCandidate]) -> (judgements: [Judgement], diagnostics: [Diagnostic]) {
    var judgements: [Judgement] = []
    var diagnostics: [Diagnostic] = []
    let certain = confirmingLast(droppingShared(candidates.map(onOwnScale)))
    let statements = Dictionary(grouping: doubtingExchanged(doubtingBodies(certain)), by: \.judgement)
    for (index, definition) in framework.judgements.enumerated() {
      let own = statements[index] ?? []
      guard definition.applies(to: start) || own.contains(where: { $0.weight == .statement }) else { continue }
      if definition.isOptional, own.allSatisfy({ $0.weight == .elsewhere || $0.weight == .remark }) { continue }
      let judgement = reconcile(definition, own)
      judgements.append(judgement)
      if let diagnostic = diagnostic(for: judgement, titled: titles[index]) { diagnostics.append(diagnostic) }
      diagnostics += contradictions(of: judgement, own)
    }
    return (judgements, diagnostics)
  }

  /// A grade of another scale than the judgement's states nothing of it.
  private func onOwnScale(_ candidate: EvidenceCandidate) -> EvidenceCandidate {
    guard case .step(let step) = candidate.grade,
      framework.scale.grades[step].scale != framework.judgements[candidate.judgement].scale
    else { return candidate }
    var candidate = candidate.weighing(.elsewhere)
    candidate.reason = "the words beside it are of another scale"
    return candidate
  }

  /// A grade under a title that several groups share contradicts them only if none of them is known to have it.
  private func droppingShared(_ candidates: [EvidenceCandidate]) -> [EvidenceCandidate] {
    let statements = Dictionary(grouping: candidates.filter { $0.weight == .statement }, by: \.grade)
    return candidates.filter { candidate in
      candidate.shared.count < 2
        || statements[candidate.grade]?.contains { candidate.shared.contains($0.judgement) } != true
    }
  }

  /// In a list of titles beside a list of grades, each other row of which a second place states with the same grade,
  /// the last row's grade is certain too: whatever the order, no other grade is left for it.
  private func confirmingLast(_ candidates: [EvidenceCandidate]) -> [EvidenceCandidate] {
    let statements = Dictionary(grouping: candidates.filter { $0.weight == .statement }, by: \.judgement)
    let lists = Dictionary(grouping: candidates.filter { $0.list != nil }, by: \.list)
    var certain: Set<Int> = []
    for rows in lists.values where rows.count > 2 {
      let open = rows.filter { row in
        guard let stated = statements[row.judgement] else { return true }
        return !stated.allSatisfy { $0.grade == row.grade }
      }
      if open.count == 1, statements[open[0].judgement] == nil { certain.insert(open[0].line) }
    }
    return candidates.map { $0.list != nil && certain.contains($0.line) ? $0.weighing(.statement) : $0 }
  }

  /// If the front table contradicts the body about one judgement, its rows may be swapped: another row with
  /// the very grade that is missed there proves no more than an order does, and after two contradictions none does.
  private func doubtingExchanged(_ candidates: [EvidenceCandidate]) -> [EvidenceCandidate] {
    let statements = candidates.filter { $0.weight == .statement }
    var missed: [StatedGrade] = []
    for row in statements where row.kind == .frontTable {
      let elsewhere = statements.filter { $0.judgement == row.judgement && $0.kind != .frontTable }
      if let other = elsewhere.first, !elsewhere.contains(where: { $0.grade == row.grade }) {
        missed.append(other.grade)
      }
    }
    guard !missed.isEmpty else { return candidates }
    return candidates.map { candidate in
      guard candidate.kind == .frontTable, candidate.weight == .statement, !candidate.isOneStatement,
        missed.count > 1 || missed.contains(candidate.grade)
      else { return candidate }
      return candidate.weighing(.order)
    }
  }

  /// If several headings of the body come again after others, or several judgements are contradicted, parts of two
  /// reports were joined: what only a body states may be the other's.
  private func doubtingBodies(_ candidates: [EvidenceCandidate]) -> [EvidenceCandidate] {
    let own = Dictionary(grouping: candidates.filter { $0.weight == .statement }, by: \.judgement)
    let headings = own.values.joined().filter { $0.kind == .heading }.sorted { $0.line < $1.line }.map(\.judgement)
    let again = headings.indices.filter { place in
      headings[..<place].contains(headings[place]) && headings[place - 1] != headings[place]
    }
    let contradicted = own.values.count { Set($0.map(\.grade)).count > 1 }
    guard Set(again.map { headings[$0] }).count > 1 || contradicted > 1 else { return candidates }
    return candidates.map { candidate in
      let places = own[candidate.judgement] ?? []
      guard candidate.weight == .statement, places.allSatisfy({ [.heading, .prose].contains($0.kind) }) else {
        return candidate
      }
      var candidate = candidate.weighing(.order)
      candidate.reason = "the text seems to hold parts of two reports"
      return candidate
    }
  }

  private func reconcile(_ definition: JudgementDefinition, _ candidates: [EvidenceCandidate]) -> Judgement {
    let own = candidates.filter { $0.weight != .remark && $0.weight != .elsewhere }
    let counted = Self.distinct(
      (own.isEmpty ? candidates.filter { $0.weight == .elsewhere } : own).sorted { $0.line < $1.line })
    let outcome = Self.weigh(counted)
    let shown = counted.filter { outcome.grade == nil || outcome.status != .agreed || $0.grade == outcome.grade }
    let grade = outcome.grade.flatMap(grade)
    let printed =
      counted.first { $0.kind == .frontTable && $0.printedTitle != nil } ?? counted.first { $0.printedTitle != nil }
    return Judgement(
      id: definition.id, group: framework.group(definition.group)?.title, title: definition.title,
      printed: printed?.printedTitle ?? definition.title, grade: grade?.key, number: grade?.number,
      status: outcome.grade == .notJudged ? .notJudged : outcome.status,
      reason: outcome.status == .withheld
        ? counted.lazy.compactMap(\.reason).first ?? "only a remark in passing gives it a grade" : nil,
      isOverall: definition.isOverall, evidence: shown.map(evidence))
  }

  private func evidence(_ candidate: EvidenceCandidate) -> Evidence {
    Evidence(
      kind: candidate.kind, line: text.lines[candidate.line].number, text: candidate.text, grade: key(candidate.grade),
      repaired: candidate.repaired)
  }

  // MARK: Rows that the framework does not know

  /// The judgements of rows that no title of the framework is near to, as printed.
  func unknownJudgements(_ rows: [TableReader.UnknownRow]) -> (judgements: [Judgement], diagnostics: [Diagnostic]) {
    var judgements: [Judgement] = []
    var diagnostics: [Diagnostic] = []
    for row in rows {
      let printed = row.candidate.printedTitle ?? ""
      let grade = row.isProved ? grade(row.candidate.grade) : nil
      judgements.append(
        Judgement(
          id: nil, title: printed, printed: printed, grade: grade?.key, number: grade?.number,
          status: !row.isProved ? .withheld : grade == nil ? .notJudged : .single,
          reason: row.isProved ? nil : row.candidate.reason ?? "the table is not proved to be the report’s own",
          evidence: [evidence(row.candidate)]))
      diagnostics.append(
        text.source.diagnostic(
          .note, .unknownJudgement, "the framework has no judgement like “\(printed)”; it is shown as printed",
          line: text.lines[row.candidate.line].number,
          suggestion: Diagnostic.Suggestion(
            wording: printed, place: "judgements, as a new one’s title or under “variants”", framework: framework.file))
      )
    }
    return (judgements, diagnostics)
  }

  /// A stated grade as the evidence names it.
  private func key(_ stated: StatedGrade) -> String { grade(stated)?.key ?? "not judged" }

  private func grade(_ stated: StatedGrade) -> Grade? {
    if case .step(let index) = stated { framework.scale.grades[index] } else { nil }
  }

  /// One statement a place: a line that was read in two ways counts once, as the stronger.
  private static func distinct(_ candidates: [EvidenceCandidate]) -> [EvidenceCandidate] {
    var kept: [EvidenceCandidate] = []
    for candidate in candidates {
      let sameLine = kept.indices.reversed().prefix { kept[$0].line == candidate.line }
      if let index = sameLine.last(where: { kept[$0].grade == candidate.grade }) {
        if kept[index].weight != .statement, candidate.weight == .statement { kept[index] = candidate }
      } else {
        kept.append(candidate)
      }
    }
    return kept
  }

  /// Returns the grade and status that the statements add up to.
  private static func weigh(_ candidates: [EvidenceCandidate]) -> (grade: StatedGrade?, status: Judgement.Status) {
    guard !candidates.isEmpty else { return (nil, .missing) }
    let stated = Set(candidates.filter { $0.weight == .statement }.map(\.grade))
    let ordered = Set(candidates.filter { $0.weight == .order }.map(\.grade))
    let supported = Set(candidates.filter { $0.weight == .support }.map(\.grade))
    guard !stated.isEmpty else { return (nil, .withheld) }
    guard stated.count == 1, let grade = stated.first, ordered.isSubset(of: stated) else { return (nil, .conflict) }
    let statements = candidates.count { $0.weight != .support }
    // A remark that differs outweighs nothing that two places state, but leaves one place in doubt.
    if !supported.isSubset(of: stated) { return statements > 1 ? (grade, .agreed) : (nil, .conflict) }
    return (grade, candidates.count > 1 ? .agreed : .single)
  }

  /// A warning for every remark that gives a published judgement another grade.
  private func contradictions(of judgement: Judgement, _ candidates: [EvidenceCandidate]) -> [Diagnostic] {
    guard let grade = judgement.grade else { return [] }
    return candidates.filter { [.remark, .support].contains($0.weight) && key($0.grade) != grade }.map { remark in
      text.source.diagnostic(
        .warning, .contradictingRemark,
        "“\(name(of: judgement))” is \(grade), but this says \(key(remark.grade)): “\(remark.text)”",
        line: text.lines[remark.line].number)
    }
  }

  private func name(of judgement: Judgement) -> String {
    [judgement.group, judgement.title].compactMap { $0 }.joined(separator: " / ")
  }

  private func diagnostic(for judgement: Judgement, titled line: Int?) -> Diagnostic? {
    let name = name(of: judgement)
    switch judgement.status {
    case .agreed, .notJudged, .reviewed: return nil
    case .single:
      guard let evidence = judgement.evidence.first else { return nil }
      return text.source.diagnostic(
        .note, .singleStatement, "“\(name)” is stated in one place only: \(evidence.grade)", line: evidence.line)
    case .conflict:
      let sides = judgement.evidence.map { "\($0.grade) on line \($0.line)" }.joined(separator: ", ")
      return text.source.diagnostic(
        .warning, .gradeConflict, "the report disagrees with itself about “\(name)”: \(sides)",
        line: judgement.evidence.last?.line ?? 1)
    case .withheld:
      return text.source.diagnostic(
        .warning, .withheldGrade, "the grade of “\(name)” is withheld: \(judgement.reason ?? "")",
        line: judgement.evidence.first?.line ?? 1)
    case .missing:
      return text.source.diagnostic(
        .warning, .missingJudgement, "no grade for “\(name)” was found", line: line ?? text.lines.first?.number ?? 1)
    }
  }

  /// Doubts an overall grade that is stated once and better, or worse, than every judgement beside it. It stays as it
  /// is read, since it is never worked out from the parts; but no report is known where that is right, and a changed or
  /// misread word looks just so.
  func doubtsOnOveralls(_ judgements: [Judgement]) -> [Diagnostic] {
    func grade(_ judgement: Judgement) -> Grade? { judgement.grade.flatMap(framework.scale.grade) }
    func steps(_ judgement: Judgement) -> Int? { judgement.grade.flatMap(framework.scale.steps) }
    return judgements.filter { $0.isOverall && $0.status == .single }.compactMap { overall in
      let parts = judgements.filter {
        !$0.isOverall && $0.group == overall.group && grade($0)?.scale == grade(overall)?.scale
      }.compactMap(steps)
      guard parts.count > 1, let own = steps(overall), let least = parts.min(), let most = parts.max(),
        let line = overall.evidence.first?.line, !(least...most).contains(own)
      else { return nil }
      let side = own > most ? "better" : "worse"
      return text.source.diagnostic(
        .warning, .unusualOverall,
        "“\(overall.title)” is \(side) than every judgement beside it, and stated once: compare it with the original",
        line: line)
    }
  }
}
