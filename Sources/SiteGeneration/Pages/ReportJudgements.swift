internal import Inspections

/// The judgements of one group of a report, in the order in which they are printed.
struct JudgementGroup: TemplateContext {
  static let fields: [TemplateField<JudgementGroup>] = [.text("caption") { $0.caption }, .list("rows") { $0.rows }]

  let caption: String
  let rows: [GradedJudgement]
}

/// A judgement, with every passage that states its grade.
struct GradedJudgement: TemplateContext {
  static let fields: [TemplateField<GradedJudgement>] = [
    .text("anchor") { Anchor.judgement($0.judgement.key) }, .text("title") { $0.judgement.title },
    .text("section") { $0.section }, .text("printed") { $0.printed }, .markup("badge") { $0.badge },
    .text("graded") { $0.graded }, .text("withheld") { $0.withheld }, .text("status") { $0.status },
    .list("statements") { $0.statements },
  ]

  let judgement: Judgement
  /// The anchor of the section about the judgement.
  let section: String?
  let badge: [UInt8]
  /// The judgement with its grade, for the full-text search.
  let graded: String
  let document: SourceDocument

  private var printed: String? {
    if judgement.id == nil { return "Shown as printed: not one of this framework’s judgements as known here" }
    let isPrintedAlike = judgement.printed.isEmpty || judgement.printed.lowercased() == judgement.title.lowercased()
    return isPrintedAlike ? nil : "Printed as “\(judgement.printed)”"
  }

  /// The reviewed reading, if there is one, and every passage that states a grade.
  private var statements: [Statement] {
    let review = judgement.review.map {
      let place = "Reviewed reading by \($0.by), \($0.date.words)"
      return Statement(place: place, location: document.place($0.line), text: $0.quotation, note: $0.why)
    }
    let statements = judgement.evidence.map { evidence in
      let note = evidence.repaired.map { "“\($0)” was read as “\(evidence.grade)”." }
      return Statement(
        place: DisplayText.place(evidence.kind), location: document.place(evidence.line), text: evidence.text,
        note: note)
    }
    return [review].compactMap { $0 } + statements
  }

  private var isWithheld: Bool { [.conflict, .withheld, .reviewed].contains(judgement.status) }

  /// The reason why no grade is shown although the text states some, or why a person has read the grade.
  private var withheld: String? {
    if let found = judgement.review?.found {
      let own = "\(DisplayText.status(found, statements: 0))\(judgement.reason.map { ", because \($0)" } ?? "")"
      return "Reviewed reading. A person read the grade; the program found by itself: “\(own)”."
    }
    guard isWithheld, !judgement.evidence.isEmpty || judgement.reason != nil else { return nil }
    let note = "No grade is shown\(judgement.reason.map { ", because \($0)" } ?? "")."
    return judgement.evidence.isEmpty ? note : "\(note) The text states:"
  }

  /// The certainty of the grade.
  private var status: String? {
    guard !isWithheld, !judgement.evidence.isEmpty || judgement.reason != nil else { return nil }
    return DisplayText.status(judgement.status, statements: judgement.evidence.count)
  }
}

/// A passage that states a grade.
struct Statement: TemplateContext {
  static let fields: [TemplateField<Statement>] = [
    .text("place") { $0.place }, .part("where") { $0.location }, .text("text") { $0.text }, .text("note") { $0.note },
  ]

  let place: String
  let location: SourcePlace
  let text: String
  let note: String?
}

extension ReportPage {
  /// The judgements by group, as printed.
  var judgementGroups: [JudgementGroup] {
    report.judgements.runs(by: \.group).map { group in
      JudgementGroup(caption: group.key ?? "All judgements", rows: group.elements.map(row))
    }
  }

  private func row(_ judgement: Judgement) -> GradedJudgement {
    let grade = judgement.grade.map { site.frameworks.label($0, in: report.framework) }
    return GradedJudgement(
      judgement: judgement, section: outline.heading(for: judgement)?.anchor,
      badge: site.badges.badge(judgement, framework: report.framework),
      graded: "\(judgement.fullTitle): \(grade ?? "no grade")",
      document: document)
  }
}
