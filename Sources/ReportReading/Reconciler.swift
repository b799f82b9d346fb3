import Diagnostics
import Inspections

/// Weighs what the places of a report state against one another. It never chooses: places that disagree are a conflict.
struct Reconciler {
  let text: ReportText
  let framework: Framework
  let start: CalendarDate?

  /// The judgements that the framework expects of this report, and what is doubtful about them.
  func judgements(from witnesses: [Witness]) -> (judgements: [Judgement], diagnostics: [Diagnostic]) {
    var judgements: [Judgement] = []
    var diagnostics: [Diagnostic] = []
    let witnesses = doubtingExchanged(confirmingLast(witnesses))
    for (index, definition) in framework.judgements.enumerated() {
      let own = witnesses.filter { $0.judgement == index }
      guard definition.applies(to: start) || !own.isEmpty else { continue }
      if own.isEmpty, definition.isOptional { continue }
      let judgement = reconcile(definition, own)
      judgements.append(judgement)
      if let diagnostic = diagnostic(for: judgement, definition, own) { diagnostics.append(diagnostic) }
    }
    return (judgements, diagnostics)
  }

  /// In a list of titles beside a list of grades, each other row of which a second place states with the same grade, the
  /// last row's grade is certain too: whatever the order, no other grade is left for it.
  private func confirmingLast(_ witnesses: [Witness]) -> [Witness] {
    let statements = Dictionary(grouping: witnesses.filter { $0.weight == .statement }, by: \.judgement)
    let lists = Dictionary(grouping: witnesses.filter { $0.list != nil }, by: \.list)
    var certain: Set<Int> = []
    for rows in lists.values where rows.count > 2 {
      let open = rows.filter { row in
        guard let stated = statements[row.judgement] else { return true }
        return !stated.allSatisfy { $0.grade == row.grade }
      }
      if open.count == 1, statements[open[0].judgement] == nil { certain.insert(open[0].line) }
    }
    return witnesses.map { $0.list != nil && certain.contains($0.line) ? $0.weighing(.statement) : $0 }
  }

  /// Where the front table contradicts the body about one judgement, its rows may have changed places: another row with
  /// the very grade that is missed there proves no more than an order does, and after two contradictions none does.
  private func doubtingExchanged(_ witnesses: [Witness]) -> [Witness] {
    let statements = witnesses.filter { $0.weight == .statement }
    var missed: [StatedGrade] = []
    for row in statements where row.kind == .frontTable {
      let elsewhere = statements.filter { $0.judgement == row.judgement && $0.kind != .frontTable }
      if let other = elsewhere.first, !elsewhere.contains(where: { $0.grade == row.grade }) {
        missed.append(other.grade)
      }
    }
    guard !missed.isEmpty else { return witnesses }
    return witnesses.map { witness in
      guard witness.kind == .frontTable, witness.weight == .statement, !witness.isOneStatement,
        missed.count > 1 || missed.contains(witness.grade)
      else { return witness }
      return witness.weighing(.order)
    }
  }

  private func reconcile(_ definition: JudgementDefinition, _ witnesses: [Witness]) -> Judgement {
    let counted = Self.distinct(witnesses.sorted { $0.line < $1.line })
    let outcome = Self.weigh(counted)
    let shown = outcome.status == .missing ? [] : counted.filter { !outcome.ignored.contains($0.line) }
    let grade: Grade? = if case .step(let index)? = outcome.grade { framework.scale.grades[index] } else { nil }
    let printed =
      counted.first { $0.kind == .frontTable && $0.printedTitle != nil } ?? counted.first { $0.printedTitle != nil }
    return Judgement(
      id: definition.id, group: framework.group(definition.group)?.title, title: definition.title,
      printed: printed?.printedTitle ?? definition.title, grade: grade?.key, number: grade?.number,
      status: outcome.grade == .notJudged ? .notJudged : outcome.status, isOverall: definition.isOverall,
      evidence: shown.map {
        Evidence(
          kind: $0.kind, line: text.lines[$0.line].number, text: $0.text,
          grade: key($0.grade), repaired: $0.repaired)
      })
  }

  /// A stated grade as the evidence names it.
  private func key(_ grade: StatedGrade) -> String {
    switch grade {
    case .step(let index): framework.scale.grades[index].key
    case .notJudged: "not judged"
    }
  }

  /// One statement a place: a line that was read in two ways counts once, as the stronger.
  private static func distinct(_ witnesses: [Witness]) -> [Witness] {
    var kept: [Witness] = []
    for witness in witnesses {
      if let index = kept.firstIndex(where: { $0.line == witness.line && $0.grade == witness.grade }) {
        if kept[index].weight != .statement, witness.weight == .statement { kept[index] = witness }
      } else {
        kept.append(witness)
      }
    }
    return kept
  }

  /// What the statements come to, and the lines of those that are set aside.
  private static func weigh(_ witnesses: [Witness]) -> (
    grade: StatedGrade?, status: Judgement.Status, ignored: Set<Int>
  ) {
    let stated = Set(witnesses.filter { $0.weight == .statement }.map(\.grade))
    let ordered = Set(witnesses.filter { $0.weight == .order }.map(\.grade))
    let supported = Set(witnesses.filter { $0.weight == .support }.map(\.grade))
    if stated.isEmpty {
      // An order of titles and grades, or a passing remark, proves nothing alone; together they may.
      guard ordered.count == 1, supported == ordered else { return (nil, .missing, []) }
      return (ordered.first, .agreed, [])
    }
    guard stated.count == 1, let grade = stated.first, ordered.isSubset(of: stated) else { return (nil, .conflict, []) }
    let statements = witnesses.count { $0.weight != .support }
    if !supported.isSubset(of: stated) {
      // A remark that differs outweighs nothing that two places state, but leaves one place in doubt.
      guard statements > 1 else { return (nil, .conflict, []) }
      let ignored = Set(witnesses.filter { $0.weight == .support && $0.grade != grade }.map(\.line))
      return (grade, .agreed, ignored)
    }
    return (grade, witnesses.count > 1 ? .agreed : .single, [])
  }

  private func diagnostic(
    for judgement: Judgement, _ definition: JudgementDefinition, _ witnesses: [Witness]
  ) -> Diagnostic? {
    let name = [judgement.group, judgement.title].compactMap { $0 }.joined(separator: " / ")
    switch judgement.status {
    case .agreed, .notJudged: return nil
    case .single:
      guard let evidence = judgement.evidence.first else { return nil }
      return text.source.diagnostic(
        .note, .singleStatement, "“\(name)” is stated in one place only: \(evidence.grade)", line: evidence.line)
    case .conflict:
      let sides = judgement.evidence.map { "\($0.grade) on line \($0.line)" }.joined(separator: ", ")
      return text.source.diagnostic(
        .warning, .gradeConflict, "the report disagrees with itself about “\(name)”: \(sides)",
        line: judgement.evidence.last?.line ?? 1)
    case .missing, .withheld:
      if let order = witnesses.first(where: { $0.weight == .order }) {
        return text.source.diagnostic(
          .warning, .unconfirmedOrder,
          "“\(name)” stands in a list of titles beside a list of grades; only their order says which is its grade",
          line: text.lines[order.line].number)
      }
      return text.source.diagnostic(
        .warning, .missingJudgement, "no grade for “\(name)” was found", line: text.lines.first?.number ?? 1)
    }
  }
}
