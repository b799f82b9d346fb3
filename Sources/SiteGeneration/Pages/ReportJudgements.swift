internal import Inspections

/// The table of a report's judgements, each with every place that states its grade.
extension ReportPage {
  /// The judgements in the groups in which they are printed; nothing for a framework that has none.
  func judgements(_ outline: ReportOutline) -> [UInt8] {
    guard !report.judgements.isEmpty else { return [] }
    var tables: [UInt8] = []
    for group in JudgementGroups.split(report.judgements, by: \.group) {
      var rows: [UInt8] = []
      for judgement in group.judgements { append(judgement, outline, to: &rows) }
      kit.templates.append(JudgementTableContext(caption: group.title ?? "All judgements", rows: rows), to: &tables)
    }
    return kit.templates.filled(JudgementsContext(tables: tables))
  }

  private func append(_ judgement: Judgement, _ outline: ReportOutline, to rows: inout [UInt8]) {
    let title =
      outline.heading(for: judgement).map { [UInt8](link: judgement.title, to: "#\($0.anchor)") }
      ?? [UInt8](markup: "\(judgement.title)")
    let isPrintedAlike = judgement.printed.isEmpty || judgement.printed.lowercased() == judgement.title.lowercased()
    let printed = isPrintedAlike ? "" : "Printed as “\(judgement.printed)”"
    let row = JudgementContext(
      anchor: JudgementGroups.anchor(judgement.key), graded: SearchLabels.graded(judgement, in: framework),
      title: title,
      printed: judgement.id == nil ? "Shown as printed: not one of this framework’s judgements as known here" : printed,
      badge: kit.badges.badge(judgement.grade, judgement.status, framework: report.framework),
      evidence: evidence(of: judgement))
    kit.templates.append(row, to: &rows)
  }

  private func evidence(of judgement: Judgement) -> [UInt8] {
    guard !judgement.evidence.isEmpty || judgement.reason != nil else { return [] }
    var statements: [UInt8] = []
    for evidence in judgement.evidence {
      let statement = StatementContext(
        place: Wording.place(evidence.kind), line: evidence.line, text: evidence.text,
        note: evidence.repaired.map { "“\($0)” was read as “\(evidence.grade)”." } ?? "")
      kit.templates.append(statement, to: &statements)
    }
    if judgement.status == .conflict || judgement.status == .withheld {
      let note = "No grade is shown\(judgement.reason.map { ", because \($0)" } ?? "")."
      return kit.templates.filled(
        ConflictContext(note: judgement.evidence.isEmpty ? note : "\(note) The text states:", statements: statements))
    }
    let status = Wording.status(judgement.status, statements: judgement.evidence.count)
    return kit.templates.filled(
      EvidenceContext(status: status, judgement: judgement.title, statements: statements))
  }
}
