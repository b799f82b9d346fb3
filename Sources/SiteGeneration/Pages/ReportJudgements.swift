internal import Inspections

/// The judgements of one group of a report, in the order in which they are printed.
struct JudgementGroup: TemplateContext {
  static let fields: [TemplateField<JudgementGroup>] = [.text("caption") { $0.caption }, .list("rows") { $0.rows }]

  let caption: String
  let rows: [GradedJudgement]
}

/// A judgement, with every place that states its grade.
struct GradedJudgement: TemplateContext {
  static let fields: [TemplateField<GradedJudgement>] = [
    .text("anchor") { JudgementGroups.anchor($0.judgement.key) }, .text("title") { $0.judgement.title },
    .text("section") { $0.section }, .text("printed") { $0.printed }, .markup("badge") { $0.badge },
    .text("graded") { $0.graded }, .text("withheld") { $0.withheld }, .text("status") { $0.status },
    .list("statements") { $0.judgement.evidence.map(Statement.init) },
  ]

  let judgement: Judgement
  /// The address on the page of the section that the judgement heads.
  let section: String?
  let badge: [UInt8]
  /// The judgement with its grade, for the full-text search.
  let graded: String

  private var printed: String? {
    if judgement.id == nil { return "Shown as printed: not one of this framework’s judgements as known here" }
    let isPrintedAlike = judgement.printed.isEmpty || judgement.printed.lowercased() == judgement.title.lowercased()
    return isPrintedAlike ? nil : "Printed as “\(judgement.printed)”"
  }

  private var isWithheld: Bool { judgement.status == .conflict || judgement.status == .withheld }

  /// Why no grade is shown although the text states some.
  private var withheld: String? {
    guard isWithheld, !judgement.evidence.isEmpty || judgement.reason != nil else { return nil }
    let note = "No grade is shown\(judgement.reason.map { ", because \($0)" } ?? "")."
    return judgement.evidence.isEmpty ? note : "\(note) The text states:"
  }

  /// How sure the grade is.
  private var status: String? {
    guard !isWithheld, !judgement.evidence.isEmpty || judgement.reason != nil else { return nil }
    return Wording.status(judgement.status, statements: judgement.evidence.count)
  }
}

/// A place that states a grade.
struct Statement: TemplateContext {
  static let fields: [TemplateField<Statement>] = [
    .text("place") { Wording.place($0.evidence.kind) }, .text("line") { String($0.evidence.line) },
    .address("address") { SourcePage.address(ofLine: $0.evidence.line) }, .text("text") { $0.evidence.text },
    .text("note") { statement in
      statement.evidence.repaired.map { "“\($0)” was read as “\(statement.evidence.grade)”." }
    },
  ]

  let evidence: Evidence
}

extension ReportPage {
  /// The judgements in the groups in which they are printed.
  var judgementGroups: [JudgementGroup] {
    JudgementGroups.split(report.judgements, by: \.group).map { group in
      JudgementGroup(caption: group.title ?? "All judgements", rows: group.judgements.map(row))
    }
  }

  private func row(_ judgement: Judgement) -> GradedJudgement {
    GradedJudgement(
      judgement: judgement, section: outline.heading(for: judgement)?.anchor,
      badge: kit.badges.badge(judgement.grade, judgement.status, framework: report.framework),
      graded: SearchLabels.graded(judgement, in: framework))
  }
}
