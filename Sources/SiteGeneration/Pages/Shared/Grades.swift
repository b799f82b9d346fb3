internal import Inspections

/// A grade, whose words, colour and pips always appear together; or the note shown instead of a grade.
struct Badge: TemplateRoot {
  static let template = "partials/badge"
  static let fields: [TemplateField<Badge>] = [
    .text("role") { $0.role }, .text("words") { $0.words }, .markup("pips") { $0.pips }, .text("place") { $0.place },
    .text("missing") { $0.missing?.rawValue },
  ]

  /// The role of the grade on its scale.
  var role = "unknown"
  /// The words of the grade.
  let words: String
  /// The rank on the scale as markup; empty for a scale without ranks.
  var pips: [UInt8] = []
  /// The rank as text for screen readers: `, second highest of four`.
  var place = ""
  /// The reason why there is no grade.
  var missing: Judgement.Status?
}

/// A judgement's title with its badge, or a grade with the number of judgements that have it.
struct GradedTitle: TemplateContext {
  static let fields: [TemplateField<GradedTitle>] = [
    .text("title") { $0.title }, .address("url") { $0.address }, .markup("badge") { $0.badge },
    .text("times") { $0.times.map(String.init) },
  ]

  var title = ""
  var address = ""
  let badge: [UInt8]
  var times: Int?
}

/// One group of a report's judgements.
struct Profile: TemplateContext {
  static let fields: [TemplateField<Profile>] = [
    .markup("heading") { $0.heading }, .list("judgements") { $0.judgements },
  ]

  let heading: [UInt8]
  let judgements: [GradedTitle]
}

extension Site {
  /// Returns the groups of a report's judgements, each as a list of titles and badges.
  func profiles(
    of report: ReportSummary, page: String, headingLevel: Int, anchor: String = "group"
  ) -> [Profile] {
    report.judgements.runs(by: \.group).enumerated().map { index, group in
      Profile(
        heading: [UInt8](heading: group.key, level: headingLevel, anchor: "\(anchor)-\(index + 1)"),
        judgements: group.elements.map { judgement in
          GradedTitle(
            title: judgement.title, address: "\(page)#\(Anchor.judgement(judgement.key))",
            badge: badges.badge(judgement, framework: report.framework))
        })
    }
  }

  /// Returns a report's grades for a short listing: the overall grades, or up to six grades, or a count of each grade.
  func highlights(of report: ReportSummary, among judgements: [Judgement]? = nil) -> [GradedTitle] {
    let highlights = judgements ?? report.highlights
    guard highlights.count <= 6 else {
      return GradeDistribution(judgements ?? report.judgements, framework: frameworks[report.framework]).counts.map {
        entry in
        GradedTitle(badge: badges.badge(entry.grade, .agreed, framework: report.framework), times: entry.count)
      }
    }
    return highlights.map { judgement in
      GradedTitle(
        title: judgement.isOverall ? judgement.group ?? judgement.title : judgement.title,
        badge: badges.badge(judgement, framework: report.framework))
    }
  }

  /// Returns a one-line summary of the report.
  func sentence(of report: ReportSummary) -> String {
    var sentences = report.inspection.theme.map { ["Theme: \($0.prefix(1).lowercased() + $0.dropFirst())."] } ?? []
    let profile = GradeDistribution(report.judgements, framework: frameworks[report.framework])
    let judgements = DisplayText.count(report.judgements.count, "judgement")
    if let only = profile.only {
      sentences.append("\(judgements)\(report.judgements.count == 1 ? ":" : ", each") “\(only.lowercased())”.")
    } else if let words = profile.words {
      sentences.append("\(judgements): \(words).")
    }
    if report.counts.recommendations > 0 {
      sentences.append("\(DisplayText.count(report.counts.recommendations, "point")) to improve.")
    }
    return sentences.joined(separator: " ")
  }
}

extension [UInt8] {
  /// Creates a heading with an anchor; empty without a title.
  init(heading title: String?, level: Int, anchor: String) {
    self = title.map { [UInt8](markup: "<h\(level) id=\"\(anchor)\">\($0)</h\(level)>\n") } ?? []
  }
}
