/// The front page.
struct HomeContext: TemplateContext {
  static let template = "home"
  static let fields: [TemplateField<HomeContext>] = [.text("counts") { $0.counts }, .markup("body") { $0.body }]

  let counts: String
  let body: [UInt8]
}

/// What the front page shows while there is no report.
struct HomeEmptyContext: TemplateContext {
  static let template = "parts/home-empty"
  static let fields: [TemplateField<HomeEmptyContext>] = []
}

/// What the front page shows of a single report.
struct HomeReportContext: TemplateContext {
  static let template = "parts/home-report"
  static let fields: [TemplateField<HomeReportContext>] = [
    .text("kicker") { $0.kicker }, .text("authority") { $0.authority },
    .text("authorityAddress") { $0.authorityAddress }, .text("title") { $0.title }, .text("dates") { $0.dates },
    .text("address") { $0.address }, .text("sentence") { $0.sentence }, .markup("profiles") { $0.profiles },
    .markup("improvements") { $0.improvements },
  ]

  let kicker: String
  let authority: String
  let authorityAddress: String
  let title: String
  let dates: String
  let address: String
  let sentence: String
  let profiles: [UInt8]
  let improvements: [UInt8]
}

/// How much must improve by when, on the front page's card.
struct DeadlinesContext: TemplateContext {
  static let template = "parts/deadlines"
  static let fields: [TemplateField<DeadlinesContext>] = [
    .text("count") { $0.count }, .text("address") { $0.address }, .markup("items") { $0.items },
  ]

  let count: String
  let address: String
  let items: [UInt8]
}

/// The authorities, A to Z.
struct HomeAuthoritiesContext: TemplateContext {
  static let template = "parts/home-authorities"
  static let fields: [TemplateField<HomeAuthoritiesContext>] = [
    .markup("letters") { $0.letters }, .markup("facets") { $0.facets }, .markup("rows") { $0.rows },
    .markup("overview") { $0.overview }, .markup("latest") { $0.latest },
  ]

  let letters: [UInt8]
  /// The ways to narrow the list.
  let facets: [UInt8]
  /// How often each grade was given, where there are enough reports.
  let overview: [UInt8]
  let rows: [UInt8]
  let latest: [UInt8]
}

/// A letter that authorities begin with.
struct LetterContext: TemplateContext {
  static let template = "parts/letter"
  static let fields: [TemplateField<LetterContext>] = [.text("letter") { $0.letter }, .text("anchor") { $0.anchor }]

  let letter: String
  let anchor: String
}

/// One authority in the front page's table.
struct HomeAuthorityContext: TemplateContext {
  static let template = "parts/home-authority"
  static let fields: [TemplateField<HomeAuthorityContext>] = [
    .text("anchor") { $0.anchor }, .text("name") { $0.name }, .text("address") { $0.address },
    .text("framework") { $0.framework }, .text("date") { $0.date }, .text("reportAddress") { $0.reportAddress },
    .markup("grades") { $0.grades }, .text("region") { $0.region }, .text("year") { $0.year },
    .text("graded") { $0.graded },
  ]

  let anchor: String
  let name: String
  let address: String
  let framework: String
  let date: String
  let reportAddress: String
  let grades: [UInt8]
  let region: String
  let year: String
  /// Every judgement with its grade, for scripts: `leaders=good help=inadequate`.
  let graded: String
}

/// One report in a list of the latest.
struct LatestContext: TemplateContext {
  static let template = "parts/latest"
  static let fields: [TemplateField<LatestContext>] = [
    .text("address") { $0.address }, .text("authority") { $0.authority }, .text("framework") { $0.framework },
    .text("date") { $0.date },
  ]

  let address: String
  let authority: String
  let framework: String
  let date: String
}

/// The page of an authority.
struct AuthorityContext: TemplateContext {
  static let template = "authority"
  static let fields: [TemplateField<AuthorityContext>] = [
    .text("kicker") { $0.kicker }, .text("name") { $0.name }, .markup("notices") { $0.notices },
    .text("region") { $0.region },
    .text("published") { $0.published }, .text("sentence") { $0.sentence }, .text("latestTitle") { $0.latestTitle },
    .text("latestAddress") { $0.latestAddress }, .text("latestDates") { $0.latestDates },
    .markup("profiles") { $0.profiles }, .markup("improvements") { $0.improvements }, .markup("praise") { $0.praise },
    .markup("changes") { $0.changes }, .markup("history") { $0.history }, .markup("facts") { $0.facts },
    .text("citation") { $0.citation }, .markup("calendar") { $0.calendar }, .markup("snippets") { $0.snippets },
    .text("badgeAddress") { $0.badgeAddress }, .text("badgeWords") { $0.badgeWords }, .text("root") { $0.root },
  ]

  let kicker: String
  let name: String
  /// What is missing here.
  let notices: [UInt8]
  let region: String
  /// The day of the latest report as the full-text search sorts by it: `20110124`.
  let published: String
  let sentence: String
  let latestTitle: String
  let latestAddress: String
  let latestDates: String
  let profiles: [UInt8]
  /// What the latest report says must improve, by when.
  let improvements: [UInt8]
  /// The judgements at the top of their scale, over all inspections.
  let praise: [UInt8]
  /// Grades over the inspections of one framework.
  let changes: [UInt8]
  let history: [UInt8]
  let facts: [UInt8]
  /// How others may name the page.
  let citation: String
  /// A link to the days on which points fall due, where there are any.
  let calendar: [UInt8]
  /// What to paste into another page, as a table to open.
  let snippets: [UInt8]
  let badgeAddress: String
  let badgeWords: String
  let root: String
}

/// The inspections of an authority, the newest first.
struct HistoryContext: TemplateContext {
  static let template = "parts/history"
  static let fields: [TemplateField<HistoryContext>] = [
    .markup("timeline") { $0.timeline }, .markup("items") { $0.items },
  ]

  /// The inspections on a line of years.
  let timeline: [UInt8]
  let items: [UInt8]
}

/// One inspection of an authority.
struct InspectionContext: TemplateContext {
  static let template = "parts/inspection"
  static let fields: [TemplateField<InspectionContext>] = [
    .text("address") { $0.address }, .text("dates") { $0.dates }, .text("framework") { $0.framework },
    .text("title") { $0.title }, .text("sentence") { $0.sentence }, .markup("grades") { $0.grades },
  ]

  let address: String
  let dates: String
  let framework: String
  let title: String
  let sentence: String
  let grades: [UInt8]
}

/// One that could not be read.
struct UnreadContext: TemplateContext {
  static let template = "parts/unread"
  static let fields: [TemplateField<UnreadContext>] = [.markup("account") { $0.account }]

  let account: [UInt8]
}

/// A page that the publisher wrote.
struct PageContext: TemplateContext {
  static let template = "page"
  static let fields: [TemplateField<PageContext>] = [.markup("body") { $0.body }]

  let body: [UInt8]
}

/// What is built into every site for its accessibility, how that is checked, and what is known not to work.
struct AccessibilityFactsContext: TemplateContext {
  static let template = "parts/accessibility-facts"
  static let fields: [TemplateField<AccessibilityFactsContext>] = []
}

/// The page for addresses that lead nowhere.
struct NotFoundContext: TemplateContext {
  static let template = "404"
  static let fields: [TemplateField<NotFoundContext>] = [.text("root") { $0.root }]

  let root: String
}

/// The page about the data files.
struct DataContext: TemplateContext {
  static let template = "data"
  static let fields: [TemplateField<DataContext>] = [
    .markup("files") { $0.files }, .markup("dictionaries") { $0.dictionaries }, .text("withheld") { $0.withheld },
    .text("address") { $0.address }, .text("schema") { $0.schema }, .text("latest") { $0.latest },
    .text("root") { $0.root },
  ]

  let files: [UInt8]
  let dictionaries: [UInt8]
  /// Which texts are not in the bulk data, and why; empty where all are.
  let withheld: String
  /// Where the files are on the web.
  let address: String
  /// The version of the tables.
  let schema: String
  /// The day of the latest report.
  let latest: String
  let root: String
}

/// One data file.
struct DataFileContext: TemplateContext {
  static let template = "parts/data-file"
  static let fields: [TemplateField<DataFileContext>] = [
    .text("name") { $0.name }, .text("address") { $0.address }, .text("row") { $0.row }, .text("rows") { $0.rows },
    .text("size") { $0.size }, .text("licence") { $0.licence },
  ]

  let name: String
  /// Where the file is, or where its parts are listed.
  let address: String
  let row: String
  let rows: String
  let size: String
  let licence: String
}

/// The columns of a data file.
struct DictionaryContext: TemplateContext {
  static let template = "parts/data-dictionary"
  static let fields: [TemplateField<DictionaryContext>] = [
    .text("name") { $0.name }, .markup("columns") { $0.columns },
  ]

  let name: String
  let columns: [UInt8]
}

/// One column of a data file.
struct DataColumnContext: TemplateContext {
  static let template = "parts/data-column"
  static let fields: [TemplateField<DataColumnContext>] = [
    .text("name") { $0.name }, .text("type") { $0.type }, .text("meaning") { $0.meaning },
  ]

  let name: String
  let type: String
  let meaning: String
}
