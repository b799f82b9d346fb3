/// The page of a report.
struct ReportContext: TemplateContext {
  static let template = "report"
  static let fields: [TemplateField<ReportContext>] = [
    .text("kicker") { $0.kicker }, .text("authority") { $0.authority },
    .text("authorityAddress") { $0.authorityAddress }, .text("title") { $0.title }, .text("sentence") { $0.sentence },
    .text("citation") { $0.citation }, .text("searchTitle") { $0.search.title }, .text("region") { $0.search.region },
    .text("inspectorate") { $0.search.inspectorate }, .text("framework") { $0.search.framework },
    .text("year") { $0.search.year }, .text("kind") { $0.search.kind }, .text("published") { $0.search.published },
    .markup("notices") { $0.notices }, .markup("official") { $0.official }, .markup("facts") { $0.facts },
    .text("whereabouts") { $0.whereabouts }, .markup("contents") { $0.contents },
    .markup("judgements") { $0.judgements }, .markup("improvements") { $0.improvements },
    .markup("findings") { $0.findings }, .markup("reading") { $0.reading },
  ]

  let kicker: String
  let authority: String
  let authorityAddress: String
  let title: String
  let sentence: String
  /// How a citation of the report begins: inspectorate, title, day of publication.
  let citation: String
  /// What the full-text search shows of the report and sorts it by.
  let search: SearchLabels
  let notices: [UInt8]
  let official: [UInt8]
  let facts: [UInt8]
  /// Where the whole of it is, for those who hold a print.
  let whereabouts: String
  let contents: [UInt8]
  let judgements: [UInt8]
  let improvements: [UInt8]
  let findings: [UInt8]
  let reading: [UInt8]
}

/// The link to the report as its inspectorate published it.
struct OfficialContext: TemplateContext {
  static let template = "parts/official"
  static let fields: [TemplateField<OfficialContext>] = [.text("address") { $0.address }, .text("host") { $0.host }]

  let address: String
  let host: String
}

/// One line of the list of contents.
struct ContentsItemContext: TemplateContext {
  static let template = "parts/contents-item"
  static let fields: [TemplateField<ContentsItemContext>] = [
    .text("anchor") { $0.anchor }, .text("title") { $0.title }, .text("depth") { String($0.depth) },
  ]

  let anchor: String
  let title: String
  let depth: Int
}

/// What the inspectors say must improve.
struct ImprovementsContext: TemplateContext {
  static let template = "parts/improvements"
  static let fields: [TemplateField<ImprovementsContext>] = [
    .text("note") { $0.note }, .markup("followUp") { $0.followUp }, .markup("groups") { $0.groups },
  ]

  let note: String
  /// A link to what later reports say of the points, where there are later ones.
  let followUp: [UInt8]
  let groups: [UInt8]
}

/// The recommendations of one timescale.
struct ImprovementListContext: TemplateContext {
  static let template = "parts/improvement-list"
  static let fields: [TemplateField<ImprovementListContext>] = [
    .markup("heading") { $0.heading }, .markup("due") { $0.due }, .markup("items") { $0.items },
  ]

  let heading: [UInt8]
  let due: [UInt8]
  let items: [UInt8]
}

/// The day a timescale ends.
struct DueContext: TemplateContext {
  static let template = "parts/due"
  static let fields: [TemplateField<DueContext>] = [.text("date") { $0.date }, .text("words") { $0.words }]

  let date: String
  let words: String
}

/// One recommendation.
struct ImprovementContext: TemplateContext {
  static let template = "parts/improvement"
  static let fields: [TemplateField<ImprovementContext>] = [
    .text("number") { String($0.number) }, .markup("body") { $0.body }, .text("mark") { $0.mark },
    .text("note") { $0.note },
  ]

  /// Its place in the report, which makes its address.
  let number: Int
  let body: [UInt8]
  /// How strong it is, where it is more than an area for improvement.
  let mark: String
  /// Who must act, and which number the report prints.
  let note: String
}

/// What the report says, paragraph by paragraph.
struct FindingsContext: TemplateContext {
  static let template = "parts/findings"
  static let fields: [TemplateField<FindingsContext>] = [
    .text("title") { $0.title }, .text("note") { $0.note }, .markup("body") { $0.body },
  ]

  let title: String
  let note: String
  let body: [UInt8]
}

/// One paragraph.
struct FindingContext: TemplateContext {
  static let template = "parts/finding"
  static let fields: [TemplateField<FindingContext>] = [
    .text("anchor") { $0.anchor }, .text("number") { $0.number }, .text("label") { $0.label },
    .markup("body") { $0.body },
  ]

  let anchor: String
  /// The number as shown: `13`, or `[13]` where it isn't printed.
  let number: String
  /// What the link says to those who don't see it.
  let label: String
  let body: [UInt8]
}

/// How the page was read.
struct ReadingContext: TemplateContext {
  static let template = "parts/reading"
  static let fields: [TemplateField<ReadingContext>] = [.markup("facts") { $0.facts }, .markup("doubts") { $0.doubts }]

  let facts: [UInt8]
  let doubts: [UInt8]
}

/// What is doubtful about the reading.
struct DoubtsContext: TemplateContext {
  static let template = "parts/doubts"
  static let fields: [TemplateField<DoubtsContext>] = [.text("count") { $0.count }, .markup("items") { $0.items }]

  let count: String
  let items: [UInt8]
}

/// One doubt.
struct DoubtContext: TemplateContext {
  static let template = "parts/doubt"
  static let fields: [TemplateField<DoubtContext>] = [.text("place") { $0.place }, .text("message") { $0.message }]

  let place: String
  let message: String
}
