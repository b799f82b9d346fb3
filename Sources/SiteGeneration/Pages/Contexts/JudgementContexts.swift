/// All judgements of a report.
struct JudgementsContext: TemplateContext {
  static let template = "parts/judgements"
  static let fields: [TemplateField<JudgementsContext>] = [.markup("tables") { $0.tables }]

  let tables: [UInt8]
}

/// The judgements of one group.
struct JudgementTableContext: TemplateContext {
  static let template = "parts/judgement-table"
  static let fields: [TemplateField<JudgementTableContext>] = [
    .text("caption") { $0.caption }, .markup("rows") { $0.rows },
  ]

  let caption: String
  let rows: [UInt8]
}

/// One judgement.
struct JudgementContext: TemplateContext {
  static let template = "parts/judgement"
  static let fields: [TemplateField<JudgementContext>] = [
    .text("anchor") { $0.anchor }, .markup("title") { $0.title }, .text("printed") { $0.printed },
    .markup("badge") { $0.badge }, .markup("evidence") { $0.evidence }, .text("graded") { $0.graded },
  ]

  let anchor: String
  /// The title with its grade, for the full-text search to narrow by.
  let graded: String
  /// Its title, as a link to its section where the report has one.
  let title: [UInt8]
  /// How the report prints the title, where that differs.
  let printed: String
  let badge: [UInt8]
  let evidence: [UInt8]
}

/// Where a grade was read, to be opened.
struct EvidenceContext: TemplateContext {
  static let template = "parts/evidence"
  static let fields: [TemplateField<EvidenceContext>] = [
    .text("status") { $0.status }, .text("judgement") { $0.judgement }, .markup("statements") { $0.statements },
  ]

  let status: String
  let judgement: String
  let statements: [UInt8]
}

/// Why no grade is shown where something states one, which is never hidden.
struct ConflictContext: TemplateContext {
  static let template = "parts/conflict"
  static let fields: [TemplateField<ConflictContext>] = [
    .text("note") { $0.note }, .markup("statements") { $0.statements },
  ]

  let note: String
  let statements: [UInt8]
}

/// One place that states a grade.
struct StatementContext: TemplateContext {
  static let template = "parts/statement"
  static let fields: [TemplateField<StatementContext>] = [
    .text("place") { $0.place }, .text("line") { String($0.line) },
    .text("lineAddress") { SourcePage.address(ofLine: $0.line) }, .text("text") { $0.text }, .text("note") { $0.note },
  ]

  let place: String
  let line: Int
  let text: String
  /// What was done to the words, where anything was.
  let note: String
}
