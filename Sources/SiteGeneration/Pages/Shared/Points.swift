internal import CommonMark
internal import Inspections

/// Points to improve, with room for notes on paper.
struct RecommendationListPage: TemplateRoot {
  static let template = "partials/points"
  static let fields: [TemplateField<RecommendationListPage>] = [.list("points") { $0.points }]

  let points: [Point]
}

/// One point to improve.
struct Point: TemplateContext {
  static let fields: [TemplateField<Point>] = [
    .markup("body") { $0.body }, .address("url") { $0.address }, .text("authority") { $0.authority },
    .text("report") { $0.report }, .text("date") { $0.date },
    .text("due") { $0.point.due.map { "due \($0.words), computed" } }, .text("mark") { DisplayText.mark(of: $0.point) },
    .list("echoes") { $0.echoes },
  ]

  let point: Recommendation
  /// Its text, already escaped or put through Markdown.
  let body: [UInt8]
  let address: String
  /// Whose it is, or which of the report's.
  let authority: String
  /// The report that asks for it, in short.
  let report: String
  /// The day of the report, or the timescale.
  let date: String
  /// The passages of later reports that come back to it.
  var echoes: [Passage] = []
}

/// A passage of a later report.
struct Passage: TemplateContext {
  static let fields: [TemplateField<Passage>] = [
    .markup("quote") { $0.quote }, .address("url") { $0.address }, .text("label") { $0.label },
  ]

  /// The words, the shared ones marked.
  let quote: [UInt8]
  let address: String
  let label: String
}

extension Recommendation {
  /// The text put through Markdown, in which nothing of it is markup.
  var html: [UInt8] {
    var markdown: [UInt8] = []
    markdown.append(markdownOf: text)
    return MarkdownRenderer().html(markdown)
  }
}
