/// A grade: words, colour and pips, which always travel together.
struct BadgeContext: TemplateContext {
  static let template = "parts/badge"
  static let fields: [TemplateField<BadgeContext>] = [
    .text("role") { $0.role }, .text("words") { $0.words }, .markup("pips") { $0.pips }, .text("place") { $0.place },
  ]

  /// The part the grade plays on its scale.
  let role: String
  /// The words of the grade.
  let words: String
  /// How many steps of how many, drawn; empty for a scale that isn't counted.
  let pips: [UInt8]
  /// The same in words, for those who don't see it: `, second highest of four`.
  let place: String
}

/// What stands where a grade would.
struct NoGradeContext: TemplateContext {
  static let template = "parts/no-grade"
  static let fields: [TemplateField<NoGradeContext>] = [.text("status") { $0.status }, .text("words") { $0.words }]

  /// Why there is none: `conflict`, `withheld`, `missing`, `notJudged`.
  let status: String
  let words: String
}

/// One group of a report's judgements as a list of titles and badges.
struct ProfileContext: TemplateContext {
  static let template = "parts/profile"
  static let fields: [TemplateField<ProfileContext>] = [
    .markup("heading") { $0.heading }, .markup("items") { $0.items },
  ]

  let heading: [UInt8]
  let items: [UInt8]
}

/// One judgement of that list.
struct ProfileItemContext: TemplateContext {
  static let template = "parts/profile-item"
  static let fields: [TemplateField<ProfileItemContext>] = [
    .text("title") { $0.title }, .text("address") { $0.address }, .markup("badge") { $0.badge },
  ]

  let title: String
  let address: String
  let badge: [UInt8]
}

/// The card for a frame on another site.
struct EmbedContext: TemplateContext {
  static let template = "embed"
  static let fields: [TemplateField<EmbedContext>] = [
    .text("name") { $0.name }, .text("framework") { $0.framework }, .text("dates") { $0.dates },
    .text("sentence") { $0.sentence }, .text("page") { $0.page }, .markup("profiles") { $0.profiles },
    .text("root") { $0.root },
  ]

  let name: String
  let framework: String
  let dates: String
  let sentence: String
  let page: String
  let profiles: [UInt8]
  let root: String
}

/// Something to paste into another page.
struct SnippetContext: TemplateContext {
  static let template = "parts/snippet"
  static let fields: [TemplateField<SnippetContext>] = [.text("label") { $0.label }, .text("code") { $0.code }]

  let label: String
  let code: String
}
