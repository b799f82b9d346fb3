internal import CommonMark
internal import Inspections

/// A list of recommendations, with room for notes on paper.
struct RecommendationListPage: TemplateRoot {
  static let template = "partials/points"
  static let fields: [TemplateField<RecommendationListPage>] = [.list("points") { $0.points }]

  let points: [Point]
}

/// A recommendation in a list.
struct Point: TemplateContext {
  static let fields: [TemplateField<Point>] = [
    .markup("body") { $0.body }, .address("url") { $0.address }, .text("authority") { $0.authority },
    .text("report") { $0.report }, .text("date") { $0.date },
    .text("due") { $0.point.due.map { "due \($0.words), computed" } }, .text("mark") { DisplayText.mark(of: $0.point) },
    .list("echoes") { $0.echoes },
  ]

  let point: Recommendation
  /// The text, already escaped or rendered from Markdown.
  let body: [UInt8]
  let address: String
  /// The name of the authority, or the recommendation's position in the report.
  let authority: String
  /// The short name of the report.
  let report: String
  /// The date of the report, or the timescale.
  let date: String
  /// The passages of later reports that echo the recommendation.
  var echoes: [Passage] = []
}

/// A quoted passage of a later report.
struct Passage: TemplateContext {
  static let fields: [TemplateField<Passage>] = [
    .markup("quote") { $0.quote }, .address("url") { $0.address }, .text("label") { $0.label },
  ]

  /// The quoted text, with the shared words marked.
  let quote: [UInt8]
  let address: String
  let label: String
}

extension Recommendation {
  /// The text rendered from Markdown, with all of its own characters escaped.
  var html: [UInt8] {
    var markdown: [UInt8] = []
    markdown.append(markdownOf: text)
    return MarkdownRenderer.html(markdown)
  }
}
